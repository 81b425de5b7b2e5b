import { everyDay, mondayToFriday } from './calendar-case.ts';
import type { SlaCase, SlaDiffers, SlaSource } from './sla-case.ts';

/** Facts from the expectations of Zammad (Ruby, AGPL-3.0), which counts with biz, in our own words. */
const at = (file: string) => `github.com/zammad/zammad@1aa4e68 ${file}`;

const berlin = { timeZone: 'Europe/Berlin' };
const office = mondayToFriday('08:00-18:00', berlin);
const weekLong = everyDay('09:00-18:00', berlin);
const holiday = mondayToFriday('08:00-20:00', { ...berlin, holidays: ['2016-11-01'] });
const always = everyDay('00:00-24:00', berlin);

const march = { calendar: office, events: ['2013-03-21 09:30 created'], now: '2013-03-21 09:30' } as const;
const reply = (time: string): Pick<SlaCase, 'events' | 'now'> => ({
  events: ['2013-03-21 09:30 created', `2013-03-21 ${time} agentReply`],
  now: '2013-03-21 15:00',
});
const closing = (time: string): Pick<SlaCase, 'events' | 'now'> => ({
  events: ['2013-03-21 09:30 created', `2013-03-21 ${time} status closed`],
  now: '2013-03-21 15:00',
});
const pending: Pick<SlaCase, 'calendar' | 'pauses'> = { calendar: weekLong, pauses: ['pending'] };
const closed = (what: string, events: readonly string[], theirs: SlaCase['theirs'], minutes: number): SlaCase => ({
  what,
  ...pending,
  metric: 'resolution',
  minutes,
  events: [...events, '2013-06-04 12:00 status closed'],
  now: '2013-06-04 12:30',
  theirs,
});
const reopened = [
  '2013-06-04 09:00 created open',
  '2013-06-04 09:30 status pending',
  '2013-06-04 09:45 status open',
  '2013-06-04 10:00 status closed',
  '2013-06-04 10:30 status open',
];
const waiting = ['2013-06-04 09:00 created open', '2013-06-04 10:00 status pending', '2013-06-04 15:00 status open'];
const november = [
  '2016-11-01 13:56:21 created',
  '2016-11-01 15:25:40 agentReply',
  '2016-11-01 15:25:40 status pending',
];
const lastMessage = [
  ...november,
  '2016-11-07 13:26:36 status open',
  '2016-11-07 13:26:36 customerMessage',
  '2016-11-07 14:26:36 customerMessage',
];

const agrees: readonly SlaCase[] = [
  { what: 'first response', ...march, metric: 'firstResponse', minutes: 60, theirs: { due: '2013-03-21 10:30' } },
  { what: 'solution', ...march, metric: 'resolution', minutes: 180, theirs: { due: '2013-03-21 12:30' } },
  {
    what: 'first response in time',
    ...march,
    ...reply('10:00'),
    metric: 'firstResponse',
    minutes: 60,
    theirs: { state: 'met', spent: 30 },
  },
  {
    what: 'first response too late',
    ...march,
    ...reply('14:00'),
    metric: 'firstResponse',
    minutes: 60,
    theirs: { state: 'breached', spent: 270 },
  },
  {
    what: 'closed in time',
    ...march,
    ...closing('11:30'),
    metric: 'resolution',
    minutes: 180,
    theirs: { state: 'met', spent: 120 },
  },
  {
    what: 'closed too late',
    ...march,
    ...closing('13:00'),
    metric: 'resolution',
    minutes: 180,
    theirs: { state: 'breached', spent: 210 },
  },
  {
    what: 'reopened: what was spent before stays, while closed nothing is spent',
    ...pending,
    metric: 'resolution',
    minutes: 120,
    events: reopened,
    now: '2013-06-04 10:30',
    theirs: { due: '2013-06-04 11:45' },
  },
  {
    what: 'answered after half an hour of pending',
    ...pending,
    metric: 'firstResponse',
    minutes: 120,
    events: [
      '2013-06-04 09:00 created open',
      '2013-06-04 10:00 status pending',
      '2013-06-04 10:30 status open',
      '2013-06-04 10:45 agentReply',
    ],
    now: '2013-06-04 12:00',
    theirs: { state: 'met', spent: 75 },
  },
  closed(
    'closed after half an hour of pending',
    ['2013-06-04 09:00 created open', '2013-06-04 10:00 status pending', '2013-06-04 10:30 status open'],
    { state: 'met', spent: 150 },
    250,
  ),
  closed('created pending and closed', ['2013-06-04 09:00 created pending'], { state: 'met', spent: 0 }, 240),
  closed(
    'created pending, once open, pending, closed',
    ['2013-06-04 09:00 created pending', '2013-06-04 10:30 status open', '2013-06-04 11:00 status pending'],
    { state: 'met', spent: 30 },
    240,
  ),
  closed(
    'created pending, twice open, closed',
    [
      '2013-06-04 09:00 created pending',
      '2013-06-04 10:30 status open',
      '2013-06-04 11:00 status pending',
      '2013-06-04 11:30 status open',
    ],
    { state: 'met', spent: 60 },
    240,
  ),
  {
    what: 'created on a holiday: first response',
    calendar: holiday,
    metric: 'firstResponse',
    minutes: 120,
    events: ['2016-11-01 13:56:21 created'],
    now: '2016-11-01 13:56:21',
    theirs: { due: '2016-11-02 09:00' },
  },
  {
    what: 'written again on a holiday: next response over two days',
    calendar: holiday,
    pauses: ['pending'],
    metric: 'nextResponse',
    minutes: 1200,
    events: [...november, '2016-11-01 15:59:14 status open', '2016-11-01 15:59:14 customerMessage'],
    now: '2016-11-01 15:59:14',
    theirs: { due: '2016-11-03 15:00' },
  },
];

const differs: readonly SlaDiffers[] = [
  {
    what: 'used up exactly at closing',
    ...pending,
    metric: 'firstResponse',
    minutes: 120,
    events: waiting,
    now: '2013-06-04 15:00',
    theirs: { due: '2013-06-05 07:00' },
    ours: { due: '2013-06-04 16:00' },
    spec: 'CAL-11',
  },
  {
    what: 'closed without a reply and reopened: first response',
    ...pending,
    metric: 'firstResponse',
    minutes: 120,
    events: reopened,
    now: '2013-06-04 10:30',
    theirs: { due: '2013-06-04 11:45', met: 'none' },
    ours: { due: '2013-06-04 11:15', met: '2013-06-04 10:00' },
    spec: 'SLA-11',
  },
  {
    what: 'an update is awaited before the first response',
    ...march,
    events: ['2013-03-21 09:30 created', '2013-03-21 09:30 customerMessage'],
    metric: 'nextResponse',
    minutes: 120,
    theirs: { due: '2013-03-21 11:30' },
    ours: { due: 'none', state: 'idle' },
    spec: 'SLA-12',
  },
  {
    what: 'two messages, the older one counts; to the second, not to the minute',
    calendar: holiday,
    pauses: ['pending'],
    metric: 'nextResponse',
    minutes: 1200,
    events: lastMessage,
    now: '2016-11-07 14:26:36',
    theirs: { due: '2016-11-09 09:26' },
    ours: { due: '2016-11-09 09:26:36' },
    spec: 'CAL-10',
  },
];

const lifeTime = (what: string, created: string, now: string, spent: number): SlaCase => ({
  what,
  calendar: always,
  pauses: ['pending'],
  metric: 'resolution',
  minutes: 1440,
  events: [
    `2013-06-04 ${created} created`,
    '2013-06-04 10:00 status open',
    '2013-06-04 10:30 status pending',
    '2013-06-04 11:00 status closed',
  ],
  now: `2013-06-04 ${now}`,
  theirs: { spent },
});

export const zammadSources: readonly SlaSource[] = [
  { product: 'Zammad', file: at('spec/models/ticket/escalation_examples.rb'), agrees, differs },
  {
    product: 'Zammad',
    file: at('spec/lib/escalation/period_working_minutes_spec.rb'),
    agrees: [
      lifeTime('two hours, the last half of one pending', '09:00', '13:00', 90),
      lifeTime('the last hour and a half of it', '09:30', '11:00', 60),
      lifeTime('the first half hour of it', '09:00', '09:30', 30),
    ],
    differs: [],
  },
];
