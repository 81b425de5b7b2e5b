import type { Kpi, KpiDimension } from '../../contract/index.ts';
import type { MetricsTab } from '../metrics/metrics-store.ts';
import type { TabAction } from '../metrics/tab-actions.ts';
import type { Against, RangeOf } from '../metrics/range.ts';
import { changeWords } from './en-figures.ts';
import {
  amount,
  met,
  n,
  period,
  sampleWord,
  says,
  spread,
  targetOf,
  targetText,
  unitOf,
  value,
  type InUnit,
} from './en-metrics-told.ts';
import { number, tickets } from './en-words.ts';

const { missing } = changeWords;

const tabs: Readonly<Record<MetricsTab | 'label', string>> = {
  label: 'Parts of the numbers',
  overview: 'Overview',
  by: 'By',
  when: 'When',
};

const commands: Readonly<Record<TabAction, string>> = {
  open: 'Open the figure',
  back: 'Back to the tiles',
  target: 'Set the target of the figure',
  behind: 'Tickets behind the figure',
  add: 'Add a figure',
  hide: 'Hide the figure',
  earlier: 'Move the figure forward',
  later: 'Move the figure back',
  above: 'Move the figure a row up',
  below: 'Move the figure a row down',
  sort: 'Sort by this column',
  dimBefore: 'Tell apart by the one before',
  dimAfter: 'Tell apart by the next',
  cost: 'Say what an hour of an agent costs',
  cause: 'Causes of all tickets, or of escalated ones',
  export: 'Save what is shown as CSV',
};

const screenCommands = {
  shorter: 'Fewer days',
  longer: 'More days',
  days: 'Days from and to',
  against: 'Change what is compared with',
  narrow: 'Narrow to one queue, person and so on',
  wall: 'Wallboard',
} as const;

const by: Readonly<Record<KpiDimension, string>> = {
  queue: 'Queue',
  channel: 'Channel',
  priority: 'Priority',
  agent: 'Agent',
  team: 'Team',
  category: 'Category',
  customer: 'Customer',
  hour: 'Hour',
};

const against: Readonly<Record<Against, string>> = { before: 'Before', lastYear: 'Last year', none: 'Nothing' };

const daysOf = (days: number): string => (days === 1 ? '1 day' : `${number(days)} days`);

const tile = {
  label: (title: string, parts: readonly string[]): string => `${title}: ${parts.filter(Boolean).join('. ')}`,
  none: 'nothing to tell',
  list: 'Figures',
  add: 'Add a figure',
  hidden: (title: string): string => `${title} is hidden`,
  undo: 'Undo',
  empty: 'No figure is shown',
  emptyHow: 'Add those that you look at; they stay in the order in which you put them.',
  emptyDesk: 'No tickets in these days',
  emptyDeskHow: 'Figures come by themselves with tickets: take some in, import an export, or look at more days.',
  import: 'Import tickets',
  signal: { beyond: 'outside of what is usual', run: 'nine days or more on one side of the middle' },
} as const;

const detail = {
  back: 'Tiles',
  formula: 'How it is worked out',
  unit: 'Unit',
  unitIn: ({ kind, unit }: InUnit): string => (kind === 'money' && unit === '' ? missing : unit),
  better: 'Direction',
  betters: { more: 'more is better', less: 'less is better', neither: 'neither more nor less is better' },
  day: 'Counted on',
  dayOf: {
    created: 'the day the ticket came in',
    solved: 'the day the ticket was solved',
    end: 'the end of the last day',
    answered: 'the day of the response',
    reviewed: 'the day the review was done',
    worked: 'the day of the shift',
    over: 'each day that is over',
  },
  owner: 'Owner',
  apart: 'Told apart by',
  apartOf: (dims: readonly KpiDimension[]): string =>
    dims.length === 0 ? 'nothing: it is of the whole desk' : dims.map((dim) => by[dim].toLowerCase()).join(', '),
  cost: 'Cost of an hour',

  target: 'Target',
  setTarget: 'Set target',
  least: 'Least sample',
  leastOf: (of: number, sample: Kpi['sample']): string =>
    `${number(of)}${sampleWord(sample, of) || ' tickets'} on both sides; fewer are too few to react to`,
  source: 'Source',
  interval: '95 % of the difference',
  chance: 'Chance',
  line: 'Day by day',
  lineHow: (signals: number): string =>
    `The band is what is usual (three standard deviations). ${
      signals === 0 ? 'No day stands out.' : `${signals === 1 ? '1 day stands' : `${number(signals)} days stand`} out.`
    }`,
  figures: 'Figures of the days',
  columns: { day: 'Day', value: 'Value', of: 'Of', low: 'Usual from', high: 'to', signal: 'Stands out' },
  spread: 'How they are spread',
  spreadOf: (of: number, error: number): string =>
    `${tickets(of)}. Quantiles are off by no more than ${changeWords.value('share', error)}.`,
  quantile: (share: number): string => `${number(Math.round(100 * share))} % within`,
  quantiles: 'Quantiles',
  steps: 'Steps',
  step: (from: number, to: number | null): string =>
    to === null
      ? `${changeWords.value('minutes', from)} and more`
      : `${from === 0 ? 'below' : `${changeWords.value('minutes', from)} to`} ${changeWords.value('minutes', to)}`,
  behind: 'Tickets behind',
} as const;

function behindTotal(total: number, shown: number): string {
  return shown < total ? `${tickets(total)}; the ${number(shown)} of the latest days are listed` : tickets(total);
}

const behind = {
  title: (what: string): string => `Tickets behind: ${what}`,
  which: 'Which',
  whichOf: { all: 'All', hits: 'Counted for it', misses: 'Not' },
  whichOfNps: { all: 'All', hits: 'Promoters', misses: 'Detractors' },
  total: behindTotal,
  /** Of what is no ticket: how many, and the tickets that they are about. */
  about: (of: number, sample: Kpi['sample'], total: number, shown: number): string =>
    `${number(of)}${sampleWord(sample, of)}: ${behindTotal(total, shown)}`,
  list: 'Tickets',
  none: 'None.',
  noTicket: 'It is of no ticket.',
  created: (when: string): string => `came in ${when}`,
  solved: (when: string): string => `solved ${when}`,
  yes: 'counts',
  no: 'does not count',
  promoter: 'promoter',
  detractor: 'detractor',
  open: 'open on the board',
  save: 'save as CSV',
} as const;

const target = {
  title: (of: string): string => `Target of ${of}`,
  field: ({ kind, unit }: InUnit): string =>
    ({
      share: 'Per cent',
      minutes: 'Minutes',
      count: 'Tickets',
      score: 'Out of five',
      nps: 'Points',
      rate: 'Tickets a day',
      money: unit === '' ? 'Money' : unit,
    })[kind],
  hint: 'Empty: no target. It holds for the whole desk and can be undone.',
  wrong: (low: number, high: number): string =>
    high >= 1_000_000
      ? `A number of ${number(low)} or more, or nothing.`
      : `A number from ${number(low)} to ${number(high)}, or nothing.`,
  owner: 'Owner',
  ownerHint: 'Who answers for it. Empty: the coordinator.',
  save: 'Save target',
} as const;

const cost = {
  title: 'Cost of an hour of an agent',
  amount: 'Cost of an hour',
  amountHint: 'All in: pay, taxes, seat and tools. Empty: nobody knows, and the cost per contact is not told.',
  currency: 'Currency',
  currencyHint: 'Three capitals, such as USD.',
  wrongAmount: 'A number above 0, or nothing.',
  wrongCurrency: 'Three capitals, such as USD.',
  save: 'Save cost',
} as const;

const range = {
  days: 'Days',
  own: 'Own days',
  ask: 'Days from and to',
  from: 'From',
  to: 'To',
  go: 'Show',
  wrong: 'Both dates, the first not after the last, at most 1,100 days apart.',
  against: 'Compared with',
  narrow: 'Narrowed to',
  all: 'All tickets',
  onlyOwn: 'Your own tickets',
  value: (by: string, label: string): string => `${by}: ${label}`,
  lastDays: (days: number): string => `Last ${daysOf(days)}, today so far included`,
  span: (from: string, to: string): string => `${from} to ${to}`,
  fresh: (at: string): string => `As of ${at}, all days worked out`,
  freshNow: 'All days worked out',
  loading: 'Working out',
} as const;

const table = {
  by: 'Told apart by',
  label: (dim: KpiDimension): string => `Figures by ${by[dim].toLowerCase()}`,
  cell: (row: string, title: string, parts: readonly string[]): string =>
    `${row}, ${title}: ${parts.filter(Boolean).join('. ')}`,
  sort: (title: string): string => `Sort by ${title}`,
  none: 'Nothing in these days',
  noneHow: 'No tickets came in or were solved. Look at more days, or at all tickets.',
  together: 'All cells are judged together: what is more than noise here is so beside all others.',
} as const;

const when = {
  heat: 'When tickets come in',
  heatHow: 'Tickets on a mean day, by hour of the desk’s clock. All tickets, whatever is narrowed to.',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  weekday: 'Weekday',
  cell: (weekday: string, hour: number, mean: string, of: number): string =>
    `${weekday} ${String(hour).padStart(2, '0')}:00: ${mean} on a mean day, ${tickets(of)}`,
  mean: (of: number, days: number): string =>
    days === 0 ? missing : of === 0 ? '0' : changeWords.value('perDay', of / days).replace(' a day', ''),
  hours: (hour: number): string => String(hour).padStart(2, '0'),
  ageing: 'How old open tickets are',
  ageingHow: (of: number): string => `${tickets(of)} open now. All tickets, whatever is narrowed to.`,
  age: (from: number, to: number | null): string =>
    to === null
      ? `${number(from)} days and more`
      : from === 0
        ? 'below a day'
        : to - from === 1
          ? daysOf(from)
          : `${number(from)} to ${number(to)} days`,
  breached: (of: number): string => (of === 0 ? '' : `${number(of)} late`),
  open: (of: number): string => `${number(of)} open`,
  pareto: 'Causes',
  causes: { created: 'Tickets in', escalated: 'Escalated' },
  paretoOf: 'Causes of',
  paretoHow: (few: number, all: number): string =>
    all === 0 ? 'Nothing in these days.' : `${number(few)} of ${number(all)} categories make 80 %.`,
  bar: (label: string, of: number, share: number, so: number): string =>
    `${label}: ${number(of)}, ${changeWords.value('share', share)}, with those before ${changeWords.value('share', so)}`,
  leads: 'How busy the hours are and how old open work is are for whoever leads. Below are causes of your own tickets.',
} as const;

const wall = { title: 'Wallboard', leave: 'leave', hint: 'F11 takes the frame of the window away.' } as const;

const file = {
  csv: 'CSV',
  name: (tab: string, from: string, days: number): string => `numbers-${tab}-${from}-${days}-days.csv`,
  saved: (name: string): string => `${name} saved.`,
  figures: [
    'From',
    'Days',
    'Narrowed to',
    'Row',
    'Figure',
    'Shown',
    'Value',
    'Unit',
    'Of',
    'Counted for it',
    '90th percentile',
    'Low 95 %',
    'High 95 %',
    'Target',
    'Target met',
    'Compared from',
    'Was',
    'Was of',
    'Difference',
    'Verdict',
  ],
  unitOf: ({ kind, unit }: InUnit): string =>
    ({
      share: 'share of 1',
      minutes: 'minutes',
      count: 'tickets',
      score: 'points of 5',
      nps: 'points from -100 to 100',
      rate: 'tickets per agent and day',
      money: unit,
    })[kind],
  when: ['Part', 'Row', 'Column', 'Tickets', 'Of which late', 'Weekdays', 'Shown'],
  behind: ['Ticket', 'Subject', 'Came in', 'Solved', 'Minutes', 'Counts'],
  yes: 'yes',
  no: 'no',
} as const;

const hints = {
  move: 'move',
  open: 'open',
  arrange: 'arrange',
  hide: 'hide',
  add: 'add',
  target: 'target',
  behind: 'tickets behind',
  days: 'days',
  own: 'own days',
  against: 'compare',
  narrow: 'narrow',
  save: 'CSV',
  wall: 'wallboard',
  back: 'back',
  sort: 'sort',
  dim: 'tell apart by',
  cause: 'causes of',
  part: 'next part',
} as const;

/** `29 Oct to 27 Nov`, or how many days back from today. */
const rangeWords = ({ own, days }: Pick<RangeOf, 'own' | 'days'>, from: string, to: string): string =>
  own ? range.span(from, to) : range.lastDays(days);

const reading = { loading: 'Working out the numbers', failed: 'The numbers could not be read' } as const;

/** The words of the numbers. */
export const mw = {
  tabs,
  reading,
  commands,
  screenCommands,
  by,
  against,
  period,
  value,
  amount,
  cost,
  says,
  n,
  spread,
  targetOf,
  targetText,
  met,
  tile,
  detail,
  behind,
  target,
  range,
  rangeWords,
  table,
  when,
  wall,
  file,
  hints,
  difference: changeWords.difference,
  chance: changeWords.chance,
  unitOf,
  missing,
} as const;
