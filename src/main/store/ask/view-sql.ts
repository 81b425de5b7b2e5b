import { viewDocs, type ViewName } from '../../../domain/ask/views.ts';
import {
  authorCodes,
  bandCodes,
  channelCodes,
  clockStateCodes,
  csatCodes,
  eventCodes,
  firstDoneStatus,
  metricCodes,
  priorityCodes,
  statusCodes,
} from '../codes.ts';
import { figuresSql } from './figures-sql.ts';
import { growthSql } from './growth-sql.ts';
import { by, id, list, minutes, person, time, until, words, type ViewSql } from './sql-words.ts';
import { surveySql } from './surveys-sql.ts';

/** Of a session that is still scored blind no score is told, to nobody: SPEC QAC-1. */
const blind = `EXISTS (SELECT 1 FROM calibration s WHERE s.id = r.session_id AND s.closed_at IS NULL)`;
const toldOf = (column: string): string => `iif(${blind}, NULL, ${column})`;
/** A golden conversation looks like any other until it is scored: SPEC QAC-4. */
const kindOf = "iif(r.kind = 'golden' AND r.state IN ('assigned', 'started'), 'random', r.kind)";

const tickets: ViewSql<'tickets'> = {
  tables: ['ticket', 'customer', 'organisation', 'queue', 'person'],
  from: 'ticket t',
  columns: {
    ticket: 't.id',
    id: id('t.uid'),
    subject: 't.subject',
    requester: 't.requester',
    customer: by('customer', 'name', 't.customer_id'),
    customer_id: id(by('customer', 'uid', 't.customer_id')),
    organisation: by('organisation', 'name', by('customer', 'organisation_id', 't.customer_id')),
    channel: words('t.channel', channelCodes),
    status: words('t.status', statusCodes),
    open: `t.status < ${firstDoneStatus}`,
    priority: words('t.priority', priorityCodes),
    queue: by('queue', 'name', 't.queue_id'),
    ...person('assignee', 't.assignee_id'),
    category: 't.category',
    tags: `replace(ifnull(${list('t.tags')}, ''), ', ', ' ')`,
    impact: 't.impact',
    urgency: 't.urgency',
    language: 't.language',
    level: 't.level',
    drill: 't.drill',
    parent: 't.parent_id',
    merged_into: 't.merged_into',
    csat: words('t.csat', csatCodes),
    sla: words('t.band', bandCodes),
    ...time('due', 't.clock_due'),
    waiting: 't.waiting',
    ...time('waiting_since', 't.waiting_since'),
    waiting_minutes: minutes('t.waiting_since', 'now_ms()'),
    ...time('created', 't.created_at'),
    ...time('updated', 't.updated_at'),
    ...time('solved', 't.solved_at'),
    resolution_minutes: minutes('t.created_at', 't.solved_at'),
    age_minutes: until('t.created_at', 't.solved_at'),
    fields: 't.fields',
  },
};

const clocks: ViewSql<'sla_clocks'> = {
  tables: ['sla_clock'],
  from: 'sla_clock c',
  columns: {
    ticket: 'c.ticket_id',
    metric: words('c.metric', metricCodes),
    state: words('c.state', clockStateCodes),
    target_minutes: 'c.target_minutes',
    spent_minutes: 'c.spent_ms / 60000.0',
    paused_minutes: 'c.paused_ms / 60000.0',
    ...time('started', 'c.started_at'),
    ...time('due', 'c.due_at'),
    ...time('met', 'c.met_at'),
    ...time('breached', 'c.breached_at'),
  },
};

const escalations: ViewSql<'escalations'> = {
  tables: ['escalation', 'person'],
  from: 'escalation e',
  columns: {
    ticket: 'e.ticket_id',
    level: 'e.level',
    ...person('owner', 'e.owner_id'),
    cause: 'e.cause',
    reason: 'e.reason',
    automatic: 'e.automatic',
    promised_minutes: 'e.minutes',
    ...time('opened', 'e.opened_at'),
    ...time('accepted', 'e.accepted_at'),
    ...time('ended', 'e.ended_at'),
    outcome: 'e.ended',
    resolution: 'e.resolution',
    accepted_minutes: minutes('e.opened_at', 'e.accepted_at'),
    open_minutes: until('e.opened_at', 'e.ended_at'),
  },
};

const reviews: ViewSql<'reviews'> = {
  tables: ['review', 'person', 'scorecard_version', 'calibration'],
  from: 'review r',
  columns: {
    ticket: 'r.ticket_id',
    id: id('r.uid'),
    scorecard: `(SELECT json_extract(v.body, '$.name') FROM scorecard_version v
      WHERE v.scorecard_id = r.scorecard_id AND v.version = r.version)`,
    version: 'r.version',
    ...person('agent', 'r.agent_id'),
    ...person('reviewer', 'r.reviewer_id'),
    kind: kindOf,
    state: 'r.state',
    percent: toldOf('r.percent'),
    passed: toldOf('r.passed'),
    auto_failed: toldOf('r.auto_failed'),
    week: 'r.week',
    ...time('assigned', 'r.assigned_at'),
    ...time('finished', 'r.finished_at'),
    ...time('released', 'r.released_at'),
    spent_minutes: 'r.seconds / 60.0',
    disputed: 'r.disputed',
  },
};

const isPublished =
  's.pub_start_at IS s.start_at AND s.pub_end_at IS s.end_at AND s.pub_person_id IS s.person_id AND s.pub_work IS s.work';

/** The SQL of every documented view; that no column is missing or too many is a matter of types. SPEC ASK-1. */
export const viewSql: { readonly [Name in ViewName]: ViewSql<Name> } = {
  tickets,
  ticket_tags: { tables: ['ticket_tag'], from: 'ticket_tag g', columns: { ticket: 'g.ticket_id', tag: 'g.tag' } },
  events: {
    tables: ['event'],
    from: 'event e',
    columns: {
      ticket: 'e.ticket_id',
      id: id('e.uid'),
      ...time('at', 'e.at'),
      type: words('e.type', eventCodes),
      author: 'e.author',
      author_kind: words('e.author_kind', authorCodes),
      field: 'e.field',
      from_value: 'e.from_value',
      to_value: 'e.to_value',
      body: 'e.body',
    },
  },
  people: {
    tables: ['person'],
    from: 'person p',
    columns: {
      id: id('p.uid'),
      name: 'p.name',
      team: 'p.team',
      role: 'p.role',
      active: 'p.active',
      away: 'p.away',
      skills: list('p.skills'),
      languages: list('p.languages'),
      time_zone: 'p.time_zone',
      capacity: 'p.capacity',
    },
  },
  customers: {
    tables: ['customer', 'organisation'],
    from: 'customer c',
    columns: {
      id: id('c.uid'),
      name: 'c.name',
      email: 'c.email',
      organisation: by('organisation', 'name', 'c.organisation_id'),
      language: 'c.language',
      channel: words('c.channel', channelCodes),
      time_zone: 'c.time_zone',
      vip: 'c.vip',
    },
  },
  queues: { tables: ['queue'], from: 'queue q', columns: { id: id('q.uid'), name: 'q.name' } },
  sla_clocks: clocks,
  escalations,
  incidents: {
    tables: ['incident'],
    from: 'incident i',
    columns: {
      ticket: 'i.ticket_id',
      title: 'i.title',
      impact: 'i.impact',
      drill: 'i.drill',
      ...time('started', 'i.started_at'),
      ...time('closed', 'i.closed_at'),
      open_minutes: until('i.started_at', 'i.closed_at'),
    },
  },
  callbacks: {
    tables: ['callback', 'person'],
    from: 'callback c',
    columns: {
      ticket: 'c.ticket_id',
      ...person('owner', 'c.owner_id'),
      state: 'c.state',
      ...time('promised', 'c.promised_at'),
      attempts: 'c.attempts',
      moves: 'c.moves',
      result: 'c.result',
      ...time('created', 'c.created_at'),
      ...time('ended', 'c.ended_at'),
    },
  },
  dispatches: {
    tables: ['dispatch'],
    from: 'dispatch d',
    columns: {
      ticket: 'd.ticket_id',
      name: 'd.name',
      state: 'd.state',
      ...time('due', 'd.due_at'),
      ...time('created', 'd.created_at'),
      ...time('ended', 'd.ended_at'),
      result: 'd.result',
    },
  },
  reviews,
  shifts: {
    tables: ['shift', 'person'],
    from: 'shift s WHERE s.removed = 0',
    columns: {
      ...person('person', 's.person_id'),
      team: by('person', 'team', 's.person_id'),
      work: 's.work',
      ...time('starts', 's.start_at'),
      ...time('ends', 's.end_at'),
      length_minutes: minutes('s.start_at', 's.end_at'),
      published: isPublished,
    },
  },
  states: {
    tables: ['agent_state', 'person'],
    from: 'agent_state a',
    columns: {
      ...person('person', 'a.person_id'),
      team: by('person', 'team', 'a.person_id'),
      state: 'a.state',
      ...time('starts', 'a.start_at'),
      ...time('ends', 'a.end_at'),
      length_minutes: minutes('a.start_at', 'a.end_at'),
    },
  },
  daily_figures: figuresSql,
  ...surveySql,
  ...growthSql,
};

/** The tables behind the views: no other is ever opened for a question. */
export const readTables: ReadonlySet<string> = new Set(Object.values(viewSql).flatMap(({ tables }) => tables));

/** What makes the views on a connection, in the order in which they are documented. */
export const viewStatements = (): string[] =>
  viewDocs.map(({ name, columns }) => {
    const { from, columns: made }: { from: string; columns: Readonly<Record<string, string>> } = viewSql[name];
    const selected = columns.map((column) => `${made[column.name] ?? ''} AS "${column.name}"`);
    return `CREATE TEMP VIEW "${name}" AS SELECT ${selected.join(', ')} FROM ${from}`;
  });

/** The same names with nothing behind them: what can be prepared over these names nothing else. SPEC ASK-11. */
export const shadowStatements = (): string[] =>
  viewDocs.map(
    ({ name, columns }) =>
      `CREATE TEMP VIEW "${name}" AS SELECT ${columns.map((column) => `NULL AS "${column.name}"`).join(', ')} WHERE 0`,
  );
