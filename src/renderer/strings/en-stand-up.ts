import type { StandUp } from '../../contract/index.ts';
import { number } from './en-words.ts';

type OrphanReason = StandUp['orphans']['rows'][number]['reason'];

const change = (by: number): string => (by === 0 ? 'no change' : `${by > 0 ? '+' : '−'}${number(Math.abs(by))}`);

/** The words of the Stand-up screen. */
export const s = {
  tab: { label: 'Show', standUp: 'Stand-up', reconciliation: 'Reconciliation' },
  commands: {
    standUp: 'Stand-up of this morning',
    reconciliation: 'Reconciliation: open by owner, by priority, long waits',
    walk: 'Done with this line, on to the next',
    print: 'Print this page',
    csv: 'Save the reconciliation as CSV',
    xlsx: 'Save the reconciliation as XLSX',
  },
  backlogLine: (now: number, by: number): string => `Backlog ${number(now)}, ${change(by)} since yesterday`,
  since: (when: string): string => `since ${when}`,
  lines: 'Lines of the stand-up',
  walked: (done: number, of: number): string => `${number(done)} of ${number(of)} gone through`,
  walk: 'Next line',
  print: 'Print',
  all: 'Everything gone through',
  allHow: 'Nothing broke overnight, nobody waits over 24 hours, and every open ticket has an owner who is here.',
  section: {
    breaches: 'Overnight breaches',
    incidents: 'P1 incidents',
    callbacks: 'Callbacks due today',
    orphans: 'Without an owner who is here',
    waits: 'Customers waiting over 24 hours',
  },
  none: {
    breaches: 'Nothing broke overnight.',
    incidents: 'No P1 is open.',
    callbacks: 'No call is owed today.',
    orphans: 'Every open ticket has an owner who is here.',
    waits: 'Nobody has waited over 24 hours.',
  },
  more: (n: number): string => `and ${number(n)} more: show them all`,
  orphan: {
    noOwner: 'nobody',
    away: 'owner is away',
    inactive: 'owner has left',
    offShift: 'owner is off shift',
  } satisfies Record<OrphanReason, string>,
  late: (metric: string, when: string): string => `${metric} was due ${when}`,
  call: (when: string, phone: string, flags: readonly string[]): string =>
    [`call ${when}, ${phone}`, ...flags].join(' · '),
  confirm: 'Confirm this callback',
  waiting: (when: string): string => `waits since ${when}`,
  backlog: 'Backlog',
  queue: 'Queue',
  open: 'Open',
  yesterday: 'Yesterday',
  lastWeek: 'A week ago',
  noQueue: 'No queue',
  sameTime: 'At the same time of the day, by the clock on the wall.',
  change,
  loading: 'The morning is being counted',
  failed: 'The morning could not be counted',
  retry: 'Try again',
  day: { title: 'Your day', nothing: 'nothing waits', now: 'now' },
  countedAt: (when: string): string => `Counted ${when}`,
  cut: (shown: number, of: number): string => `The longest ${number(shown)} of ${number(of)}.`,
  saved: (name: string): string => `Saved ${name}`,
} as const;
