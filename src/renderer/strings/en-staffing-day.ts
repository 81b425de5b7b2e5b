import type { ActivityKind, AgentState, Adherence } from '../../contract/index.ts';
import { d } from './en-day.ts';
import { decimal, percent } from './en-staffing-parts.ts';
import { number } from './en-words.ts';

type Deviation = Adherence['people'][number]['deviations'][number];

const planned = (kind: string | null): string =>
  kind === null ? 'not on shift' : kind in d.kind ? d.kind[kind as ActivityKind].toLowerCase() : kind;
/** `available` also stands for a stretch of waiting for calls, being in one and after one. */
function did(state: AgentState | null): string {
  if (state === null) return 'signed out';
  return state === 'available' ? 'on calls' : d.state[state].toLowerCase();
}

const adherence = {
  label: 'Adherence',
  range: 'Span of days',
  ranges: { 1: 'Day', 7: '7 days', 28: '28 days' } as const,
  all: 'Everybody',
  adherence: 'Adherence',
  conformance: 'Conformance',
  about:
    'Adherence: of the time on shift, how much was spent on what was planned. Conformance: queue work done over queue work planned, whenever.',
  name: 'Name',
  team: 'Team',
  now: 'Now',
  adherentOf: 'As planned, of shift',
  workedOf: 'Queue work, of plan',
  scheduled: 'On shift',
  adherent: 'As planned',
  excused: 'Excused',
  of: (done: number, planned: number): string => `${decimal(done / 60)} of ${decimal(planned / 60)} h`,
  minutes: (n: number): string => (n < 90 ? `${number(Math.round(n))} min` : `${decimal(n / 60)} h`),
  share: (share: number | null): string => (share === null ? '–' : percent(share)),
  people: 'Adherence by person',
  teams: 'By team',
  strip: 'By interval: people on shift, and people who did what was planned',
  stripDays: 'By day: hours on shift, and hours as planned',
  onShift: 'on shift',
  asPlanned: 'as planned',
  lanes: (name: string): string => `${name}: planned and done`,
  plan: 'Planned',
  done: 'Done',
  noPlan: 'No published shift',
  noStates: 'No states',
  deviations: 'Deviations',
  noDeviations: 'Everything as planned.',
  shortOnes: (n: number): string => `${number(n)} more of under a minute.`,
  deviation: ({ planned: kind, state }: Deviation): string => `${did(state)} instead of ${planned(kind)}`,
  beside: ({ state }: Deviation): string => `${did(state)}, not on shift`,
  excuse: 'Excuse',
  takeBack: 'Take back',
  isExcused: 'excused',
  excusedFor: (reason: string): string => `excused: ${reason}`,
  excuseTitle: (name: string, from: string, to: string): string => `Excuse ${name}, ${from} to ${to}`,
  excuseHow: 'It counts neither for nor against anybody. A digit excuses at once, or write another reason.',
  reasons: ['System trouble', 'Asked by the team lead', 'Contact ran over', 'Unwell', 'Error in the plan'],
  other: 'Another reason',
  excuseIt: 'Excuse',
  stateTitle: (name: string): string => `What ${name} does now`,
  stateHow: 'A letter says it at once, from now on.',
  stateKey: 'Say a state',
  nowIs: (state: AgentState | null): string => (state === null ? '–' : d.state[state].toLowerCase()),
  was: (before: number | null, after: number | null): string =>
    `was ${before === null ? 'not known' : percent(before)}, is ${after === null ? 'not known' : percent(after)}`,
  recomputed: 'Recomputed at once after every state and excuse.',
  noLogShort: 'No states on these days, so nothing can be compared yet. Import a log, or choose somebody and press S.',
  toFiles: 'Open Roster, Files',
  nobody: 'Nobody was on shift',
  nobodyHow:
    'On these days no published shift and no state is known. Publish the plan on the Day screen, or import shifts and a log of states under Roster, Files.',
  toDay: 'Open Day',
  hints: {
    people: 'people',
    deviations: 'deviations',
    excuse: 'excuse',
    takeBack: 'take back',
    state: 'say a state',
    span: 'span of days',
  },
  figuresTable: 'Figures by interval',
};

const load = {
  label: 'Load per agent',
  title: 'Contacts handled per agent',
  band: (low: number, high: number): string => `The band is ${number(low)} to ${number(high)} contacts a day.`,
  bandShort: (low: number, high: number): string => `Band ${number(low)} to ${number(high)}`,
  hints: {
    day: 'day before, after',
    edit: 'change the note',
    copy: 'copy it',
    print: 'print it',
    again: 'draft it anew',
  },
  words: { below: 'below', within: 'within', above: 'above' } as const,
  early: 'too early',
  so: (handled: number, projected: number | null): string =>
    projected === null || projected === handled
      ? number(handled)
      : `${number(handled)}, ${number(projected)} by the end of the shift`,
  head: { name: 'Name', handled: 'Handled', band: 'Band' },
  sums: (below: number, within: number, above: number): string =>
    `${number(below)} below, ${number(within)} within, ${number(above)} above`,
  empty: 'Nobody worked on this day',
  emptyHow:
    'No shift is published and no ticket was handled. Choose another day, or publish the plan on the Day screen.',
};

const handover = {
  title: 'Shift handover',
  label: 'Handover note',
  drafted: (time: string): string => `Drafted at ${time} from what is open, due and promised. Change what you like.`,
  changed: 'Changed by hand. It stays in this window until it is drafted anew.',
  copy: 'Copy the note',
  copied: 'The note is on the clipboard.',
  notCopied: 'The clipboard could not be reached. Select the text and copy it by key.',
  print: 'Print',
  again: 'Draft anew',
};

export const adherenceWords = { adherence, load, handover };
