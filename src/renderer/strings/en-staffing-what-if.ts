import type { Compared, FigureKey, Verdict } from '../staffing/compare.ts';
import type { ChangeField } from '../staffing/what-if-draft.ts';
import { decimal, percent, signed, wait } from './en-staffing-parts.ts';
import { number } from './en-words.ts';

const figure: Readonly<Record<FigureKey, string>> = {
  contacts: 'Contacts',
  serviceLevel: 'Service level',
  asa: 'ASA',
  occupancy: 'Occupancy',
  short: 'Short hours',
  over: 'Over hours',
  worst: 'Worst interval',
};
const about: Readonly<Record<FigureKey, string>> = {
  contacts: 'What comes on the day.',
  serviceLevel: 'Share answered within the promised time.',
  asa: 'Average speed of answer: the mean wait.',
  occupancy: 'Share of their time on the queue in which people are busy.',
  short: 'Hours of work that are required and not planned.',
  over: 'Hours of work that are planned and not required.',
  worst: 'Where most people are short.',
};
const verdict: Readonly<Record<Verdict, string>> = { better: 'better', worse: 'worse', same: 'same', none: '' };

function said(key: FigureKey, value: number | null): string {
  if (value === null) return '–';
  if (key === 'serviceLevel' || key === 'occupancy') return percent(value);
  if (key === 'asa') return wait(value);
  if (key === 'short' || key === 'over') return `${decimal(value)} h`;
  return decimal(value);
}

function differs({ key, by, verdict: judged }: Compared): string {
  if (by === null) return 'not known';
  if (judged === 'same') return 'same';
  const words = {
    serviceLevel: `${signed(Math.round(by * 1000) / 10)} points`,
    occupancy: `${signed(Math.round(by * 1000) / 10)} points`,
    asa: `${by > 0 ? '+' : '−'}${wait(Math.abs(by))}`,
    short: `${signed(by)} h`,
    over: `${signed(by)} h`,
    contacts: signed(by),
    worst: `${signed(by)} short`,
  }[key];
  return judged === 'none' ? words : `${words}, ${verdict[judged]}`;
}

const field: Readonly<Record<ChangeField, string>> = {
  agents: 'Agents on every stream',
  aht: 'Handle time, %',
  volume: 'Volume, %',
  later: 'Opening later, min',
  spikeFrom: 'from',
  spikeTo: 'to',
  spike: 'Spike, %',
};
const wrong: Readonly<Record<ChangeField, string>> = {
  agents: 'A whole number from -50 to +50.',
  aht: 'A number from -90 to +500.',
  volume: 'A number from -100 to +1000.',
  later: 'Whole minutes from -720 (earlier) to +720.',
  spikeFrom: 'Say from when.',
  spikeTo: 'Say until when, after its start.',
  spike: 'A number from -100 to +2000.',
};

const play = {
  title: 'Simulate the day',
  how: (runs: number): string =>
    `Plays the planned day ${number(runs)} times, contact by contact, with the forecast and who is scheduled less shrinkage. Changes above are not in it.`,
  run: 'Simulate',
  again: 'Another seed',
  seed: (seed: number): string => `Seed ${number(seed)}: the same seed plays the same days.`,
  stream: 'Stream to simulate',
  fan: 'Service level of the day',
  low: 'p10',
  middle: 'p50',
  high: 'p90',
  formula: 'formula',
  target: 'target',
  reads: (low: number, middle: number, high: number, formula: number | null): string =>
    `In 8 of 10 days between ${percent(low)} and ${percent(high)}, in the middle ${percent(middle)}. ` +
    (formula === null ? 'The formula has no figure.' : `The formula says ${percent(formula)}.`),
  byClock: 'By the clock: the band holds 8 of 10 days, the line is the middle one, ink the formula.',
  figure: 'Figure',
  level: 'Service level',
  asa: 'ASA',
  occupancy: 'Occupancy',
  abandoned: 'Gave up',
  calls: 'Contacts',
  mean: 'Mean',
  table: 'Outcomes of the simulated days',
  running: 'Playing the days',
  onlyMail:
    'Nothing to play yet. It takes a stream of calls or chat with a forecast; mail waits in a pile and is answered in order.',
  nothing: 'Nothing is expected on this stream that day, so there is nothing to play.',
};

export const whatIfWords = {
  label: 'What if',
  change: 'Changes',
  field,
  wrong,
  agentsHint: 'More or fewer all day, wherever somebody is or is needed.',
  laterHint: 'What would have come before comes at the opening. Less than 0 opens earlier.',
  spike: 'A spike between two times',
  absent: 'Absent all day',
  addAbsent: 'Add somebody',
  removeAbsent: (name: string): string => `${name} is there after all`,
  clear: 'Back to the plan',
  less: (what: string): string => `Less: ${what}`,
  more: (what: string): string => `More: ${what}`,
  result: 'The day as planned, and as it would be',
  nothing: 'Nothing is changed yet: both sides show the plan. Change something at the left.',
  changed: 'Nothing is written; the plan stays as it is.',
  figure,
  about,
  said,
  differs,
  planned: 'Planned',
  would: 'Would be',
  difference: 'Difference',
  at: (time: string, n: number): string => `${time}, ${decimal(n)} short`,
  noneShort: 'none short',
  noForecast: (why: string): string => `no forecast: ${why}`,
  levelSaid: (before: number | null, after: number | null, target: number): string => {
    if (before === null || after === null) return 'nothing comes';
    const now = percent(before) === percent(after) ? percent(after) : `${percent(before)} → ${percent(after)}`;
    return `${now} of ${percent(target)} promised`;
  },
  hints: {
    day: 'day before, after',
    change: 'change',
    step: 'step in a field',
    absent: 'who is absent',
    clear: 'back to the plan',
  },
  play,
};
