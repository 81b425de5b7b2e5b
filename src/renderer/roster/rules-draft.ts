import type { CoverRule, LintRule, RosterRules } from '../../contract/index.ts';
import { readWeek, weekTextsOf, type WeekTexts } from '../calendar/week-hours.ts';
import { durationText, parseDuration } from '../sla/duration-text.ts';
import { rw } from '../strings/en-roster.ts';

/** A figure of the rules that is a stretch of time, with the least and most the desk takes, in minutes. */
const timeFigures = {
  minRestMinutes: [0, 2880],
  maxShiftMinutes: [15, 1440],
  minShiftMinutes: [15, 1440],
  breakAfterMinutes: [0, 1440],
  minBreakMinutes: [0, 240],
  overContractMinutes: [0, 6000],
} as const satisfies Partial<Record<keyof RosterRules, readonly [number, number]>>;
type TimeFigure = keyof typeof timeFigures;
export type Figure = TimeFigure | 'maxDaysInRow';

export type CoverDraft = {
  readonly key: string;
  readonly kind: CoverRule['kind'];
  readonly name: string;
  readonly minLevel: number;
  readonly people: string;
  readonly hours: WeekTexts;
};

/** The rules as a form holds them: figures as typed. */
export type RulesDraft = {
  readonly off: readonly LintRule[];
  readonly figures: Readonly<Record<Figure, string>>;
  readonly cover: readonly CoverDraft[];
};

let counted = 0;

const officeWeek: CoverRule['hours'] = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
);

export const newCover = (): CoverDraft => ({
  key: `new-${(counted += 1)}`,
  kind: 'skill',
  name: '',
  minLevel: 1,
  people: '1',
  hours: weekTextsOf(officeWeek),
});

const text = (minutes: number): string => durationText(minutes, 'business');

export const rulesDraftOf = (rules: RosterRules): RulesDraft => ({
  off: rules.off,
  figures: {
    minRestMinutes: text(rules.minRestMinutes),
    maxShiftMinutes: text(rules.maxShiftMinutes),
    minShiftMinutes: text(rules.minShiftMinutes),
    breakAfterMinutes: text(rules.breakAfterMinutes),
    minBreakMinutes: text(rules.minBreakMinutes),
    overContractMinutes: text(rules.overContractMinutes),
    maxDaysInRow: String(rules.maxDaysInRow),
  },
  cover: rules.cover.map((rule, index) => ({
    key: `kept-${index}`,
    kind: rule.kind,
    name: rule.name,
    minLevel: rule.minLevel,
    people: String(rule.people),
    hours: weekTextsOf(rule.hours),
  })),
});

export const switched = (draft: RulesDraft, rule: LintRule, on: boolean): RulesDraft => ({
  ...draft,
  off: on ? draft.off.filter((each) => each !== rule) : [...draft.off, rule],
});

const whole = (typed: string, least: number, most: number): number | null => {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

const mostMinutes = (figure: TimeFigure, typed: string): number | null => {
  const minutes = parseDuration(typed);
  const [least, most] = timeFigures[figure];
  return minutes === null || minutes < least || minutes > most ? null : minutes;
};

const isTime = (figure: Figure): figure is TimeFigure => figure in timeFigures;

/** A figure as the desk takes it; null where what is typed is none. */
const figureOf = (figure: Figure, typed: string): number | null =>
  isTime(figure) ? mostMinutes(figure, typed) : whole(typed, 1, 31);

function coverErrors({ key, name, people, hours }: CoverDraft): Readonly<Record<string, string>> {
  const read = readWeek(hours);
  const days = Object.entries(read.errors);
  const none = days.length === 0 && Object.keys(read.hours).length === 0;
  return {
    ...(name.trim() === '' && { [`cover.${key}.name`]: rw.rules.needName }),
    ...(whole(people, 1, 1000) === null && { [`cover.${key}.people`]: rw.rules.badPeople }),
    ...(none && { [`cover.${key}.hours`]: rw.rules.needHours }),
    ...Object.fromEntries(days.map(([day, error]) => [`cover.${key}.${day}`, error])),
  };
}

/** What is wrong with the rules, by field; nothing where they can be saved. */
export function rulesErrors({ figures, cover }: RulesDraft): Readonly<Record<string, string>> {
  const bad = Object.entries(figures).filter(([figure, typed]) => figureOf(figure as Figure, typed) === null);
  return Object.assign(
    Object.fromEntries(
      bad.map(([figure]) => [figure, figure === 'maxDaysInRow' ? rw.rules.badDays : badTime(figure as TimeFigure)]),
    ),
    ...cover.map(coverErrors),
  ) as Readonly<Record<string, string>>;
}

const badTime = (figure: TimeFigure): string => {
  const [least, most] = timeFigures[figure];
  return rw.rules.badTime(text(least), text(most));
};

/** What the desk takes for rules without errors. */
export function rulesOf({ off, figures, cover }: RulesDraft): RosterRules {
  const figure = (name: Figure): number => figureOf(name, figures[name]) ?? 0;
  return {
    off: [...off],
    minRestMinutes: figure('minRestMinutes'),
    maxDaysInRow: figure('maxDaysInRow'),
    maxShiftMinutes: figure('maxShiftMinutes'),
    minShiftMinutes: figure('minShiftMinutes'),
    breakAfterMinutes: figure('breakAfterMinutes'),
    minBreakMinutes: figure('minBreakMinutes'),
    overContractMinutes: figure('overContractMinutes'),
    cover: cover.map(({ kind, name, minLevel, people, hours }) => ({
      kind,
      name: name.trim(),
      minLevel: kind === 'skill' ? minLevel : 1,
      people: Number(people.trim()),
      hours: readWeek(hours).hours,
    })),
  };
}
