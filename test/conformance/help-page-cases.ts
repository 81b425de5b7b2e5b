import { mondayToFriday, weekly } from './calendar-case.ts';
import type { SlaCase, SlaSource } from './sla-case.ts';

// Worked examples of public help pages. 2026-01-05 is a Monday. Where a page names no date or zone, this week in UTC is
// taken; where it names a rule without figures, the figures are ours and the rule is theirs.
const office = mondayToFriday('09:00-17:00');
const eightToFive = mondayToFriday('08:00-17:00');
const untilSix = mondayToFriday('09:00-18:00');
const fullDays = mondayToFriday('00:00-24:00');
const copenhagen = mondayToFriday('09:00-17:00', { timeZone: 'Europe/Copenhagen' });
const jiraWeek = weekly({ mon: '09:00-17:00', tue: '09:00-16:00', thu: '08:00-17:00' });

type Rest = Partial<Omit<SlaCase, 'what' | 'calendar' | 'minutes' | 'events'>>;
/** A promise about the ticket's start; looked at when it is created, unless told otherwise. */
const promise = (
  what: string,
  calendar: SlaCase['calendar'],
  minutes: number,
  created: string,
  rest: Rest,
): SlaCase => ({
  what,
  calendar,
  minutes,
  metric: 'firstResponse',
  events: [`${created} created`],
  now: created,
  theirs: {},
  ...rest,
});

const monday = (what: string, story: readonly string[], rest: Rest): SlaCase => ({
  what,
  calendar: office,
  metric: 'resolution',
  time: 'calendar',
  minutes: 480,
  events: story.map((text) => `2026-01-05 ${text}`),
  now: '2026-01-05 16:00',
  theirs: {},
  ...rest,
});

const page = (
  product: string,
  file: string,
  agrees: readonly SlaCase[],
  differs: SlaSource['differs'] = [],
): SlaSource => ({
  product,
  file,
  agrees,
  differs,
});

const friday = '2026-01-09 16:00';
const calendarTime = { time: 'calendar' } as const;

const zendesk: readonly SlaSource[] = [
  page('Zendesk', 'support.zendesk.com/hc/es/community/posts/4408868203034 (answer of Customer Care)', [
    promise('2 hours from Friday 16:00, calendar', office, 120, friday, {
      ...calendarTime,
      theirs: { due: '2026-01-09 18:00' },
    }),
    promise('2 hours from Friday 16:00, business', office, 120, friday, { theirs: { due: '2026-01-12 10:00' } }),
  ]),
  page(
    'Zendesk',
    'developer.zendesk.com/documentation/ticketing/reference-guides/ticket-metric-event-types-reference',
    [
      monday(
        'requester wait time: pending pauses, on hold does not',
        ['08:00 created', '09:00 status pending', '10:00 status hold', '11:00 status open'],
        {
          pauses: ['pending'],
          theirs: { paused: 60, spent: 420, due: '2026-01-05 17:00' },
        },
      ),
      monday(
        'agent work time: pending and on hold pause',
        ['08:00 created', '09:00 status pending', '10:00 status hold', '11:00 status open'],
        {
          pauses: ['pending', 'hold'],
          theirs: { paused: 120, spent: 360, due: '2026-01-05 18:00' },
        },
      ),
      monday('solved, and active again when reopened', ['08:00 created', '09:00 status solved', '15:00 status open'], {
        theirs: { state: 'running', spent: 120, met: 'none' },
      }),
    ],
  ),
  page('Zendesk', 'support.zendesk.com/hc/en-us/articles/4408829459866', [
    monday(
      'next reply: from the oldest message that is not answered',
      ['08:00 created', '09:00 agentReply', '10:00 customerMessage', '11:00 customerMessage'],
      {
        metric: 'nextResponse',
        theirs: { due: '2026-01-05 18:00', spent: 360 },
      },
    ),
  ]),
  page(
    'Zendesk, as a blog has it',
    'eesel.ai/blog/zendesk-sla-calendar-business-hours',
    [
      promise('8 hours from Friday 17:00, calendar', office, 480, '2026-01-09 17:00', {
        ...calendarTime,
        theirs: { due: '2026-01-10 01:00' },
      }),
    ],
    [
      {
        ...promise(
          '8 business hours from Friday 17:00 (the page counts an hour after closing and ends before it counts)',
          office,
          480,
          '2026-01-09 17:00',
          {
            theirs: { due: '2026-01-12 09:00' },
          },
        ),
        ours: { due: '2026-01-12 17:00' },
        spec: 'CAL-11',
      },
    ],
  ),
];

const jira: readonly SlaSource[] = [
  page(
    'Jira Service Management',
    'confluence.atlassian.com/servicemanagementserver0417/how-teams-see-slas-1072468255.html',
    [
      promise('16 hours from Monday 11:00 in a week of three days', jiraWeek, 960, '2026-01-05 11:00', {
        metric: 'resolution',
        theirs: { due: '2026-01-08 11:00' },
      }),
      promise('the same, 6 hours left of Monday are spent by its closing', jiraWeek, 960, '2026-01-05 11:00', {
        metric: 'resolution',
        now: '2026-01-05 20:00',
        theirs: { spent: 360, due: '2026-01-08 11:00' },
      }),
    ],
  ),
  page(
    'Jira Service Management',
    'confluence.atlassian.com/servicemanagementserver0421/how-teams-see-slas-1115653768.html',
    [
      monday(
        'started again after it stopped: a new cycle',
        ['08:00 created', '10:00 status solved', '15:00 status open'],
        {
          reopen: 'restart',
          theirs: { spent: 60, due: '2026-01-05 23:00', met: 'none' },
        },
      ),
    ],
  ),
  page('Time to SLA for Jira', 'appfire.atlassian.net/wiki/spaces/TTS/pages/43876910', [
    monday(
      'paused for 10 minutes: due 10 minutes later',
      ['08:00 created', '09:00 status pending', '09:10 status open'],
      {
        pauses: ['pending'],
        theirs: { paused: 10, due: '2026-01-05 16:10' },
      },
    ),
  ]),
  page('Time to SLA for Jira', 'appfire.atlassian.net/wiki/spaces/SUPPORT/pages/492144188', [
    promise(
      'created in the evening: nothing has elapsed in the morning before opening',
      untilSix,
      240,
      '2026-01-05 20:00',
      {
        now: '2026-01-06 08:59',
        theirs: { spent: 0, state: 'running' },
      },
    ),
    promise('and it elapses from opening on', untilSix, 240, '2026-01-05 20:00', {
      now: '2026-01-06 10:00',
      theirs: { spent: 60 },
    }),
  ]),
];

const freshdesk: readonly SlaSource[] = [
  page('Freshdesk', 'support.freshdesk.com/support/solutions/articles/37627', [
    promise('6 business hours from Friday evening end on Monday', office, 360, '2026-01-09 18:00', {
      theirs: { due: '2026-01-12 15:00' },
    }),
    promise('6 calendar hours from Friday evening end that night', office, 360, '2026-01-09 18:00', {
      ...calendarTime,
      theirs: { due: '2026-01-10 00:00' },
    }),
  ]),
  page('Freshdesk', 'support.freshdesk.com/support/solutions/articles/229718', [
    monday('a status with its timer off', ['08:00 created open', '09:00 status pending', '12:00 status open'], {
      pauses: ['pending'],
      theirs: { paused: 180, spent: 300 },
    }),
  ]),
];

const others: readonly SlaSource[] = [
  page('Ticket0', 'docs.ticket0.ai/docs/sla/business-hours', [
    promise('4 hours from closing on Friday', copenhagen, 240, '2026-01-09 17:00 +01:00', {
      theirs: { due: '2026-01-12 12:00' },
    }),
    promise('4 hours from a Saturday', copenhagen, 240, '2026-01-10 11:00 +01:00', {
      theirs: { due: '2026-01-12 12:00' },
    }),
    promise('4 hours around the clock', copenhagen, 240, '2026-01-09 17:00 +01:00', {
      ...calendarTime,
      theirs: { due: '2026-01-09 20:00' },
    }),
  ]),
  page('Airclou', 'airclou.com/docs/helpdesk/admin/business-hours', [
    promise('4 hours from Friday 16:00', office, 240, friday, { theirs: { due: '2026-01-12 12:00' } }),
  ]),
  page('Switch Labs', 'crm.switchlabs.dev/guide/slas/business-hours', [
    promise('4 hours from Thursday 15:00', office, 240, '2026-01-08 15:00', { theirs: { due: '2026-01-09 11:00' } }),
    promise('from an evening on, the whole time is left at opening', office, 240, '2026-01-07 18:00', {
      now: '2026-01-08 09:00',
      theirs: { spent: 0, due: '2026-01-08 13:00' },
    }),
  ]),
  page('Isomate', 'isomate.io/de/knowledge-base/configuring-sla-policies', [
    promise('half an hour counts on Friday', mondayToFriday('09:00-17:30'), 60, '2026-01-09 17:00', {
      now: '2026-01-10 12:00',
      theirs: { spent: 30, due: '2026-01-12 09:30' },
    }),
  ]),
  page('A published brief for an SLA module', 'br.freelancer.com/projects/php/sla-ticket-est-16057804', [
    promise('8 hours from Monday 16:00', untilSix, 480, '2026-01-05 16:00', { theirs: { due: '2026-01-06 15:00' } }),
    promise('48 hours from Friday 09:00, days of 24 hours', fullDays, 2880, '2026-01-09 09:00', {
      theirs: { due: '2026-01-13 09:00' },
    }),
    {
      what: 'pending for two hours of work, over a night',
      calendar: untilSix,
      metric: 'resolution',
      minutes: 480,
      pauses: ['pending'],
      events: ['2026-01-05 16:00 created', '2026-01-05 17:00 status pending', '2026-01-06 10:00 status open'],
      now: '2026-01-06 10:00',
      theirs: { spent: 60, due: '2026-01-06 17:00' },
    },
  ]),
  page(
    'Nine Minds',
    'nineminds.com/documentation/113-setting-up-business-hours',
    [],
    [
      {
        ...promise(
          '4 hours from Friday 16:00 (the page adds an hour on Friday and three on Monday, and calls that Tuesday)',
          eightToFive,
          240,
          friday,
          {
            theirs: { due: '2026-01-13 11:00' },
          },
        ),
        ours: { due: '2026-01-12 11:00' },
        spec: 'CAL-11',
      },
    ],
  ),
  page(
    'Plain',
    'plain.com/docs/graphql-reference/types/TotalResolutionTimeServiceLevelAgreement',
    [monday('done in time', ['08:00 created', '10:00 status solved'], { theirs: { state: 'met', spent: 120 } })],
    [
      {
        ...monday('reopened long after it was done', ['08:00 created', '09:00 status solved', '17:00 status open'], {
          now: '2026-01-05 17:00',
          theirs: { state: 'breached', spent: 540 },
        }),
        ours: { state: 'running', spent: 60 },
        spec: 'SLA-14',
      },
    ],
  ),
  page('GLPI', 'github.com/glpi-project/glpi@0817640 tests/functional/SLM.php', [
    promise('4 hours from the day before', weekly({ tue: '09:00-19:00' }), 240, '2026-01-05 12:00', {
      metric: 'resolution',
      theirs: { due: '2026-01-06 13:00' },
    }),
    {
      what: 'waiting until an hour after opening moves it by that hour',
      calendar: weekly({ tue: '09:00-19:00' }),
      metric: 'resolution',
      minutes: 240,
      pauses: ['pending'],
      events: ['2026-01-05 12:00 created', '2026-01-05 12:00 status pending', '2026-01-06 10:00 status open'],
      now: '2026-01-06 10:00',
      theirs: { due: '2026-01-06 14:00' },
    },
  ]),
];

export const helpPageSources: readonly SlaSource[] = [...zendesk, ...jira, ...freshdesk, ...others];
