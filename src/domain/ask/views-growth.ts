import { flag, id, minutes, number, person, text, time, type ViewDoc } from './view-columns.ts';

const who = person('person', 'Who.');
const team = text('team', 'Their team, or nothing.');

/** How people come on. What a course cost, results of quizzes, notes and reasons are nowhere. */
export const growthViews = [
  {
    name: 'newcomers',
    about: 'Everybody who is or was on an onboarding programme, one row each time.',
    columns: [
      id('id', 'Joins newcomer_stages.newcomer_id.'),
      ...who,
      team,
      ...person('trainer', 'Who trains them, or nothing.'),
      text('programme', 'The programme, as it was called when they began.'),
      text('start_on', 'The first day, YYYY-MM-DD.'),
      ...time('done', 'When the last stage was passed, or nothing.'),
      ...time('ended', 'When it was ended before that, or nothing.'),
    ],
  },
  {
    name: 'newcomer_stages',
    about: 'The stages they have come to, one row each.',
    columns: [
      id('newcomer_id', 'Joins newcomers.id.'),
      ...who,
      text('stage', 'The stage, by its key in the programme.'),
      number('extra_days', 'Working days it was given beside its own.'),
      ...time('begun', 'When it began, or nothing.'),
      ...time('passed', 'When it was passed, or nothing.'),
      ...time('agent_signed', 'When they signed it, or nothing.'),
      ...time('trainer_signed', 'When the trainer signed it, or nothing.'),
    ],
  },
  {
    name: 'certificates',
    about: 'Certificates of people.',
    columns: [
      ...who,
      team,
      text('name', 'What it certifies.'),
      text('issued_on', 'Since when, YYYY-MM-DD.'),
      text('expires_on', 'Its last day, YYYY-MM-DD, or nothing where it stays.'),
    ],
  },
  {
    name: 'refreshers',
    about: 'Refreshers, and who leads them.',
    columns: [
      id('id', 'Joins attendances.refresher_id.'),
      text('title', 'What it is about.'),
      text('state', 'planned, held or cancelled.'),
      ...person('trainer', 'Who leads it, or nothing.'),
      ...time('starts', 'When it begins, or nothing where it is not placed.'),
      minutes('length_minutes', 'How long it is.'),
    ],
  },
  {
    name: 'attendances',
    about: 'Who was asked to which refresher, and whether they came.',
    columns: [
      id('refresher_id', 'Joins refreshers.id.'),
      text('title', 'What the refresher is about.'),
      ...who,
      team,
      text('state', 'invited, attended, missed or excused.'),
      ...time('starts', 'When it begins, or nothing.'),
    ],
  },
  {
    name: 'enrolments',
    about: 'Who is on which course. What it costs is not told.',
    columns: [
      ...who,
      team,
      text('course', 'The course.'),
      text('provider', 'Who gives it, or nothing.'),
      number('hours', 'How long it is.'),
      text('on_date', 'On which day, YYYY-MM-DD.'),
      text('state', 'planned, booked, done or cancelled.'),
      flag('certified', '1 where a certificate came of it.'),
    ],
  },
] as const satisfies readonly ViewDoc[];
