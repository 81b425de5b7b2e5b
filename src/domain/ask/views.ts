/** What a column holds: how it is written, and what a pivot may measure of it. */
export type ColumnKind = 'text' | 'number' | 'minutes' | 'time' | 'ms' | 'flag' | 'ticket' | 'id';

export type ColumnDoc = { readonly name: string; readonly kind: ColumnKind; readonly about: string };
export type ViewDoc = { readonly name: string; readonly about: string; readonly columns: readonly ColumnDoc[] };

const of =
  (kind: ColumnKind) =>
  <Name extends string>(name: Name, about: string) => ({ name, kind, about });
const text = of('text');
const number = of('number');
const minutes = of('minutes');
const flag = of('flag');
const id = of('id');
const ticket = <Name extends string>(name: Name, about = 'The number of a ticket: joins every view that has one.') =>
  of('ticket')(name, about);
/** An instant stands twice: by the desk's clock, to read and to group by, and in epoch ms, to reckon with. */
const time = <Name extends string>(name: Name, about: string) =>
  [
    { name, kind: 'time' as const, about },
    { name: `${name}_ms` as const, kind: 'ms' as const, about: 'The same in epoch milliseconds.' },
  ] as const;

/**
 * The views that can be asked, and all of their columns: a public interface. A name that is here stays; what is new is
 * added. docs/views.md is made of this. SPEC ASK-1.
 */
export const viewDocs = [
  {
    name: 'tickets',
    about: 'Every ticket of the desk, one row each, drills and merged ones as well.',
    columns: [
      ticket('ticket', 'Its number, as in #1042.'),
      id('id', 'Its id, as the contract speaks of it.'),
      text('subject', 'What it is about.'),
      text('requester', 'Who asked, as written on the ticket.'),
      text('customer', 'The customer it belongs to.'),
      id('customer_id', 'Joins customers.id.'),
      text('organisation', 'The organisation of the customer, or nothing.'),
      text('channel', 'How it came.'),
      text('status', 'new, open, pending, hold, solved or closed.'),
      flag('open', '1 while it is neither solved nor closed.'),
      text('priority', 'p1 to p4.'),
      text('queue', 'The queue it is in, or nothing.'),
      text('assignee', 'Who owns it, or nothing.'),
      id('assignee_id', 'Joins people.id.'),
      text('category', 'As triaged, or nothing.'),
      text('tags', 'Its tags with a blank between; ticket_tags has them one by one.'),
      number('impact', 'As triaged: 1 is the greatest.'),
      number('urgency', 'As triaged: 1 is the greatest.'),
      text('language', 'A language code, or nothing.'),
      number('level', 'How far it is escalated, 1 to 3.'),
      flag('drill', '1 where it belongs to a drill and is no work of the day.'),
      ticket('parent', 'The ticket it stands under, or nothing.'),
      ticket('merged_into', 'The ticket it went into, or nothing.'),
      text('csat', 'good, bad, or nothing.'),
      text('sla', 'The worst of its clocks: breached, atRisk, onTime, paused or none.'),
      ...time('due', 'When the clock that its board shows is due, or nothing.'),
      flag('waiting', '1 while the customer waits for an answer.'),
      ...time('waiting_since', 'Since when, or nothing.'),
      minutes('waiting_minutes', 'How long by now, or nothing.'),
      ...time('created', 'When it came.'),
      ...time('updated', 'When something last happened.'),
      ...time('solved', 'When it was solved, or nothing.'),
      minutes('resolution_minutes', 'From created to solved by the calendar, or nothing.'),
      minutes('age_minutes', 'From created to solved, or to now.'),
      text('fields', 'Custom fields as JSON: json_extract(fields, \'$."Order"\').'),
    ],
  },
  {
    name: 'ticket_tags',
    about: 'The tags of tickets, in lower case, one row each.',
    columns: [ticket('ticket'), text('tag', 'The tag.')],
  },
  {
    name: 'events',
    about: 'All that was said and changed on tickets, in the order in which it came.',
    columns: [
      ticket('ticket'),
      id('id', 'The id of the event.'),
      ...time('at', 'When.'),
      text('type', 'created, customerMessage, agentReply, internalNote, status, priority, assignee, queue and so on.'),
      text('author', 'Who.'),
      text('author_kind', 'customer, agent or system.'),
      text('field', 'Which custom field, where one changed.'),
      text('from_value', 'What it was.'),
      text('to_value', 'What it became.'),
      text('body', 'What was said, whole.'),
    ],
  },
  {
    name: 'people',
    about: 'Who works here. No addresses, numbers, hours of contract or pay.',
    columns: [
      id('id', 'Joins every column of people that ends in _id.'),
      text('name', 'Their name.'),
      text('team', 'Their team, or nothing.'),
      text('role', 'Their role, or nothing.'),
      flag('active', '1 while they work here.'),
      flag('away', '1 while they are marked as away.'),
      text('skills', 'With a comma between.'),
      text('languages', 'Codes, with a comma between.'),
      text('time_zone', 'Their zone, where it is not that of the desk.'),
      number('capacity', 'How many open tickets routing gives them, or nothing.'),
    ],
  },
  {
    name: 'customers',
    about: 'Who asks.',
    columns: [
      id('id', 'Joins tickets.customer_id.'),
      text('name', 'Their name.'),
      text('email', 'Their first address, or nothing.'),
      text('organisation', 'Their organisation, or nothing.'),
      text('language', 'A language code, or nothing.'),
      text('channel', 'How they would rather be answered, or nothing.'),
      text('time_zone', 'Their zone, or nothing.'),
      flag('vip', '1 where somebody said so.'),
    ],
  },
  {
    name: 'queues',
    about: 'The queues of the desk.',
    columns: [id('id', 'The id of the queue.'), text('name', 'Joins tickets.queue.')],
  },
  {
    name: 'sla_clocks',
    about: 'Every clock of every ticket, one row each, as worked out last.',
    columns: [
      ticket('ticket'),
      text('metric', 'firstResponse, nextResponse, periodicUpdate or resolution.'),
      text('state', 'idle, running, atRisk, paused, met or breached.'),
      minutes('target_minutes', 'What is promised.'),
      minutes('spent_minutes', 'What has been used of it.'),
      minutes('paused_minutes', 'How long it stood still.'),
      ...time('started', 'When it began, or nothing.'),
      ...time('due', 'When it is due, or nothing.'),
      ...time('met', 'When it was met, or nothing.'),
      ...time('breached', 'When it was breached, or nothing.'),
    ],
  },
  {
    name: 'escalations',
    about: 'Each time a ticket was with a level, one row.',
    columns: [
      ticket('ticket'),
      number('level', '1 to 3.'),
      text('owner', 'Who had it, or nothing.'),
      id('owner_id', 'Joins people.id.'),
      text('cause', 'Why, of the list.'),
      text('reason', 'Why, in words.'),
      flag('automatic', '1 where a rule did it.'),
      minutes('promised_minutes', 'How soon the owner has to take it.'),
      ...time('opened', 'When the level got it.'),
      ...time('accepted', 'When the owner took it, or nothing.'),
      ...time('ended', 'When the level was done with it, or nothing.'),
      text('outcome', 'resolved, passedOn, deEscalated, or nothing.'),
      text('resolution', 'What was done, or nothing.'),
      minutes('accepted_minutes', 'From opened to accepted, or nothing.'),
      minutes('open_minutes', 'From opened to ended, or to now.'),
    ],
  },
  {
    name: 'incidents',
    about: 'Incidents and drills.',
    columns: [
      ticket('ticket', 'The ticket the incident is kept under.'),
      text('title', 'What happened.'),
      text('impact', 'Whom it hits.'),
      flag('drill', '1 for a drill.'),
      ...time('started', 'When it began.'),
      ...time('closed', 'When it was over, or nothing.'),
      minutes('open_minutes', 'From started to closed, or to now.'),
    ],
  },
  {
    name: 'callbacks',
    about: 'Calls that were promised. Numbers are not told.',
    columns: [
      ticket('ticket'),
      text('owner', 'Who calls, or nothing.'),
      id('owner_id', 'Joins people.id.'),
      text('state', 'open, done, missed, moved or cancelled.'),
      ...time('promised', 'For when.'),
      number('attempts', 'How often it was tried.'),
      number('moves', 'How often it was put off.'),
      text('result', 'What came of it, or nothing.'),
      ...time('created', 'When it was promised.'),
      ...time('ended', 'When it ended, or nothing.'),
    ],
  },
  {
    name: 'dispatches',
    about: 'Work handed to somebody outside of the queue.',
    columns: [
      ticket('ticket'),
      text('name', 'To whom.'),
      text('state', 'open, done or cancelled.'),
      ...time('due', 'Until when.'),
      ...time('created', 'When it was handed over.'),
      ...time('ended', 'When it came back, or nothing.'),
      text('result', 'What came of it, or nothing.'),
    ],
  },
  {
    name: 'reviews',
    about: 'QA reviews. No score is told of a session that is still scored blind.',
    columns: [
      ticket('ticket'),
      id('id', 'The id of the review.'),
      text('scorecard', 'The form, as it was called in that version.'),
      number('version', 'The version of the form.'),
      text('agent', 'Whose work it is.'),
      id('agent_id', 'Joins people.id.'),
      text('reviewer', 'Who scores, or nothing.'),
      id('reviewer_id', 'Joins people.id.'),
      text('kind', 'How it was picked: random, risk and so on. QA averages are of random alone.'),
      text('state', 'How far it is.'),
      number('percent', 'The score in percent, or nothing.'),
      flag('passed', '1 or 0, or nothing.'),
      flag('auto_failed', '1 where one answer failed all of it, or nothing.'),
      text('week', 'The ISO week it was drawn in.'),
      ...time('assigned', 'When it was drawn.'),
      ...time('finished', 'When it was scored, or nothing.'),
      ...time('released', 'When the agent got it, or nothing.'),
      minutes('spent_minutes', 'How long scoring took.'),
      flag('disputed', '1 where the agent objected.'),
    ],
  },
  {
    name: 'shifts',
    about: 'The roster as planned, drafts as well.',
    columns: [
      text('person', 'Whose, or nothing where it is open.'),
      id('person_id', 'Joins people.id.'),
      text('team', 'Their team, or nothing.'),
      text('work', 'What is worked on.'),
      ...time('starts', 'When it begins.'),
      ...time('ends', 'When it ends.'),
      minutes('length_minutes', 'How long it is, breaks included.'),
      flag('published', '1 where it stands as it was published.'),
    ],
  },
  {
    name: 'states',
    about: 'What people did, from the log of their states.',
    columns: [
      text('person', 'Who.'),
      id('person_id', 'Joins people.id.'),
      text('team', 'Their team, or nothing.'),
      text('state', 'chat, mail, onCall, wrapUp, break and so on.'),
      ...time('starts', 'From when.'),
      ...time('ends', 'Until when, or nothing while it lasts.'),
      minutes('length_minutes', 'How long, or nothing while it lasts.'),
    ],
  },
] as const satisfies readonly ViewDoc[];

export type ViewName = (typeof viewDocs)[number]['name'];
export type ColumnOf<Name extends ViewName> = Extract<
  (typeof viewDocs)[number],
  { readonly name: Name }
>['columns'][number]['name'];
