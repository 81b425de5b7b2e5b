import type { lintRules } from '../../contract/words.ts';
import { number } from './en-words.ts';

type Words = Readonly<Record<(typeof lintRules)[number], string>>;

const rule: Words = {
  doubleBooking: 'Double booking',
  availability: 'Outside availability',
  timeOff: 'During time off',
  rest: 'Rest between shifts',
  contractHours: 'Hours over contract',
  dayLength: 'Length of a shift',
  daysInRow: 'Days in a row',
  missingBreak: 'Missing break',
  overnightOverlap: 'Night into the next day',
  skillGap: 'Skill not covered',
  languageGap: 'Language not covered',
  holiday: 'On a holiday',
};
const ruleHow: Words = {
  doubleBooking: 'Nobody has two shifts at once.',
  availability: 'Shifts lie in the hours in which somebody can work.',
  timeOff: 'Nobody works in time off that was approved.',
  rest: 'From the end of a shift to the start of the next there is at least so long.',
  contractHours: 'A week holds no more than the contract, and so much over it.',
  dayLength: 'A shift is neither shorter nor longer than this, breaks included.',
  daysInRow: 'Nobody works more days than this without a day off.',
  missingBreak: 'A longer shift has breaks of at least so long in all; lunch counts.',
  overnightOverlap: 'A shift past midnight does not run into one of the next day.',
  skillGap: 'As many people with a skill are there as the cover below asks.',
  languageGap: 'As many people with a language are there as the cover below asks.',
  holiday: 'Nobody is planned on a holiday of the calendar without you knowing.',
};
const source: Partial<Words> = {
  rest: 'Directive 2003/88/EC, article 3: 11 consecutive hours a day',
  missingBreak: 'Directive 2003/88/EC, article 4: a break in days over 6 hours',
  daysInRow: 'Directive 2003/88/EC, article 5: 24 hours of rest in each 7 days',
};

const several = (n: number, one: string, more: string): string => `${number(n)} ${n === 1 ? one : more}`;
const findings = (n: number): string => several(n, 'finding', 'findings');

/** The rules of the roster, and what they find. */
export const rulesWords = {
  label: 'Rules of the roster',
  rule,
  ruleHow,
  source,
  switch: (name: string): string => `Look for: ${name}`,
  off: 'off',
  figure: {
    minRestMinutes: 'At least',
    maxDaysInRow: 'At most, days',
    minShiftMinutes: 'At least',
    maxShiftMinutes: 'At most',
    breakAfterMinutes: 'Shifts over',
    minBreakMinutes: 'Breaks of at least',
    overContractMinutes: 'Over it at most',
  },
  cover: 'Cover',
  coverHow: 'How many people with a skill or a language have to be there, and when.',
  coverNone: 'No cover is asked for. Skills and languages are not looked at until it is.',
  addCover: 'Add cover',
  removeCover: (name: string): string => `Remove the cover of ${name}`,
  coverOf: (name: string): string => (name.trim() === '' ? 'New cover' : `Cover of ${name}`),
  coverKind: 'Skill or language',
  kinds: { skill: 'Skill', language: 'Language' },
  coverName: 'Which',
  coverLevel: 'From level',
  coverPeople: 'People',
  coverHours: 'Hours',
  badTime: (least: string, most: string): string => `A time such as 11h or 30m, from ${least} to ${most}.`,
  badDays: 'A whole number of days, from 1 to 31.',
  badPeople: 'A whole number from 1.',
  needName: 'Name a skill or a language.',
  needHours: 'Type the hours of at least one weekday.',
  saved: 'Rules of the roster saved.',
  week: 'The coming week',
  weekOf: (from: string, to: string): string => `${from} to ${to}`,
  findingsNow: (n: number): string => (n === 0 ? 'No findings' : findings(n)),
  ofRule: (n: number): string => (n === 0 ? 'none' : findings(n)),
  before: (n: number): string => `${findings(n)} before the rules were last changed`,
  clean: 'No rule is broken in the plan of the coming week.',
  noShifts: 'Findings come with shifts: plan some on the screen Day, or put a pattern on days.',
  severity: { error: 'Error', warning: 'Warning' },
  list: 'Findings of the coming week',
  more: (n: number): string => `and ${number(n)} more`,
};
