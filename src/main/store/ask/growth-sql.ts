import { by, id, person, time, type ViewSql } from './sql-words.ts';

type GrowthView = 'newcomers' | 'newcomer_stages' | 'certificates' | 'refreshers' | 'attendances' | 'enrolments';

const teamOf = (row: string): string => by('person', 'team', row);
const refresherOf = (column: string): string => by('refresher', column, 'a.refresher_id');

export const growthSql: { readonly [Name in GrowthView]: ViewSql<Name> } = {
  newcomers: {
    tables: ['newcomer', 'person'],
    from: 'newcomer n',
    columns: {
      id: id('n.uid'),
      ...person('person', 'n.person_id'),
      team: teamOf('n.person_id'),
      ...person('trainer', 'n.trainer_id'),
      programme: "json_extract(n.body, '$.name')",
      start_on: 'n.start_on',
      ...time('done', 'n.done_at'),
      ...time('ended', 'n.ended_at'),
    },
  },
  newcomer_stages: {
    tables: ['newcomer_stage', 'newcomer', 'person'],
    from: 'newcomer_stage s',
    columns: {
      newcomer_id: id(by('newcomer', 'uid', 's.newcomer_id')),
      ...person('person', by('newcomer', 'person_id', 's.newcomer_id')),
      stage: 's.stage',
      extra_days: 's.extra_days',
      ...time('begun', 's.begun_at'),
      ...time('passed', 's.passed_at'),
      ...time('agent_signed', 's.agent_signed_at'),
      ...time('trainer_signed', 's.trainer_signed_at'),
    },
  },
  certificates: {
    tables: ['certificate', 'person'],
    from: 'certificate c',
    columns: {
      ...person('person', 'c.person_id'),
      team: teamOf('c.person_id'),
      name: 'c.name',
      issued_on: 'c.issued_on',
      expires_on: 'c.expires_on',
    },
  },
  refreshers: {
    tables: ['refresher', 'person'],
    from: 'refresher r',
    columns: {
      id: id('r.uid'),
      title: 'r.title',
      state: 'r.state',
      ...person('trainer', 'r.trainer_id'),
      ...time('starts', 'r.start_at'),
      length_minutes: 'r.minutes',
    },
  },
  attendances: {
    tables: ['refresher_attendance', 'refresher', 'person'],
    from: 'refresher_attendance a',
    columns: {
      refresher_id: id(refresherOf('uid')),
      title: refresherOf('title'),
      ...person('person', 'a.person_id'),
      team: teamOf('a.person_id'),
      state: 'a.state',
      ...time('starts', refresherOf('start_at')),
    },
  },
  enrolments: {
    tables: ['enrolment', 'course', 'person'],
    from: 'enrolment e',
    columns: {
      ...person('person', 'e.person_id'),
      team: teamOf('e.person_id'),
      course: by('course', 'name', 'e.course_id'),
      provider: `nullif(${by('course', 'provider', 'e.course_id')}, '')`,
      hours: by('course', 'hours', 'e.course_id'),
      on_date: 'e.on_date',
      state: 'e.state',
      certified: 'e.certificate_id IS NOT NULL',
    },
  },
};
