import type { Criterion } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';

export type Value = number | 'na';
export type ScoreChoice = {
  readonly value: Value;
  /** On its button: a word where words are short, else the number. */
  readonly label: string;
  /** What the level means, where the card says so. */
  readonly title: string;
  readonly key: string;
};

/** Words on buttons take the room of the name beside them; longer ones are said below instead. */
const mostLetters = 24;

const named = (label: string | undefined, other: string): string =>
  label === undefined || label.trim() === '' ? other : label;

const yesNo = ({ levels }: Criterion): ScoreChoice[] => {
  const [no, yes] = [named(levels[0]?.label, qw.score.no), named(levels[1]?.label, qw.score.yes)];
  return [
    { value: 1, label: yes, title: levels[1]?.example ?? '', key: '1' },
    { value: 0, label: no, title: levels[0]?.example ?? '', key: '2' },
  ];
};

const points = (count: number, { levels }: Criterion): ScoreChoice[] => {
  const words = Array.from({ length: count }, (_, at) => levels[at]?.label.trim() ?? '');
  const short = count <= 3 && words.every(Boolean) && words.join('').length <= mostLetters;
  return words.map((word, at) => ({
    value: at + 1,
    label: short ? word : String(at + 1),
    title: word,
    key: String(at + 1),
  }));
};

/** The buttons of a criterion, the least first; yes before no. None for a numeric scale, which is typed, but N/A. */
export function choicesOf(criterion: Criterion): readonly ScoreChoice[] {
  const { scale, mayBeNA } = criterion;
  const own =
    scale.kind === 'yesNo' ? yesNo(criterion) : scale.kind === 'points' ? points(scale.points, criterion) : [];
  return mayBeNA ? [...own, { value: 'na', label: qw.score.na, title: qw.score.naTitle, key: 'n' }] : own;
}

/** What a digit scores; null where it scores nothing. 0 is no, too. */
export function valueForKey(criterion: Criterion, key: string): Value | null {
  if (criterion.scale.kind === 'yesNo' && key === '0') return 0;
  return choicesOf(criterion).find((choice) => choice.key === key)?.value ?? null;
}

/** A number as typed, with a comma or a point; null where it is none or not on the scale. */
export function readNumeric({ scale }: Criterion, typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (scale.kind !== 'numeric' || !/^-?\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value >= scale.min && value <= scale.max ? value : null;
}

/** The level a value stands for, in words; empty where the card does not say. */
export function levelOf({ scale, levels }: Criterion, value: Value | null): { label: string; example: string } | null {
  if (value === null || value === 'na' || scale.kind === 'numeric') return null;
  const level = levels[scale.kind === 'yesNo' ? value : value - 1];
  return level === undefined || (level.label === '' && level.example === '') ? null : level;
}

/** A value in words: `4 of 5`, `Yes`, `N/A`. */
export function valueText(criterion: Criterion, value: Value | null): string {
  if (value === null) return qw.score.open;
  if (value === 'na') return qw.score.na;
  const { scale } = criterion;
  if (scale.kind === 'points') return qw.score.of(value, scale.points, levelOf(criterion, value)?.label ?? '');
  return choicesOf(criterion).find((choice) => choice.value === value)?.label ?? String(value);
}
