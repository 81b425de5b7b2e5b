import { folded } from '../exchange/header-names.ts';

/** Answers in words from bad to good, one scale a line; what stands in one place counts the same. */
type Scale = { readonly least: number; readonly top: number; readonly steps: readonly string[] };

const of5 = (...steps: readonly string[]): Scale => ({ least: 1, top: 4, steps });
const yesNo: Scale = {
  least: 0,
  top: 1,
  steps: ['no|nein|non|nao|nee', 'yes|ja|oui|si|sim'],
};

const scales: readonly Scale[] = [
  of5(
    'very dissatisfied|extremely dissatisfied|very unsatisfied|completely dissatisfied',
    'dissatisfied|somewhat dissatisfied|unsatisfied',
    'neutral|neither satisfied nor dissatisfied|ok|okay',
    'satisfied|somewhat satisfied',
    'very satisfied|extremely satisfied|completely satisfied',
  ),
  of5('very poor|terrible|awful', 'poor|bad', 'fair|average|ok|okay|neutral', 'good', 'very good|excellent|great'),
  of5('poor', 'fair', 'good', 'very good', 'excellent'),
  of5(
    'strongly disagree',
    'disagree|somewhat disagree',
    'neutral|neither agree nor disagree|undecided',
    'agree|somewhat agree',
    'strongly agree',
  ),
  of5(
    'very difficult',
    'difficult|somewhat difficult',
    'neutral|neither easy nor difficult',
    'easy|somewhat easy',
    'very easy',
  ),
  of5(
    'sehr unzufrieden',
    'unzufrieden|eher unzufrieden',
    'neutral|weder noch|teils teils',
    'zufrieden|eher zufrieden',
    'sehr zufrieden',
  ),
  of5(
    'tres insatisfait|tres insatisfaite',
    'insatisfait|insatisfaite|plutot insatisfait',
    'neutre',
    'satisfait|satisfaite|plutot satisfait',
    'tres satisfait|tres satisfaite',
  ),
  of5(
    'muy insatisfecho|muy insatisfecha',
    'insatisfecho|insatisfecha',
    'neutral|neutro',
    'satisfecho|satisfecha',
    'muy satisfecho|muy satisfecha',
  ),
  of5(
    'muito insatisfeito|muito insatisfeita',
    'insatisfeito|insatisfeita',
    'neutro|neutra',
    'satisfeito|satisfeita',
    'muito satisfeito|muito satisfeita',
  ),
  of5(
    'molto insoddisfatto|molto insoddisfatta',
    'insoddisfatto|insoddisfatta',
    'neutrale|neutro',
    'soddisfatto|soddisfatta',
    'molto soddisfatto|molto soddisfatta',
  ),
  of5('zeer ontevreden', 'ontevreden', 'neutraal', 'tevreden', 'zeer tevreden'),
  yesNo,
];

export type WordScale = { readonly words: Record<string, number>; readonly most: number; readonly top: number };

/** By what a word is looked up: as it stands, without regard to case and the blanks around it. */
export const wordKey = (text: string): string => text.trim().toLowerCase();

function scoreIn({ least, steps }: Scale, answer: string): number | null {
  const at = steps.findIndex((step) => step.split('|').includes(folded(answer)));
  return at < 0 ? null : at + least;
}

function readBy(scale: Scale, answers: readonly string[]): WordScale | null {
  const found = answers.map((answer) => [wordKey(answer), scoreIn(scale, answer)] as const);
  const known = found.flatMap(([key, score]) => (score === null ? [] : [[key, score] as const]));
  if (known.length < found.length) return null;
  return { words: Object.fromEntries(known), most: scale.least + scale.steps.length - 1, top: scale.top };
}

/** Answers of one scale differ: where “very good” and “excellent” would be one step, it is another scale. */
const isApart = ({ words }: WordScale): boolean => {
  const scores = Object.values(words);
  return new Set(scores).size === scores.length;
};

/** What answers in words count, where all of them are of one scale that is known; else null. SPEC SUR-11. */
export function knownScale(answers: readonly string[]): WordScale | null {
  if (answers.length === 0) return null;
  const fitting = scales.flatMap((scale) => readBy(scale, answers) ?? []);
  return fitting.find(isApart) ?? fitting[0] ?? null;
}

const leading = /^\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:$|[-–—:=(/★]|stars?\b|points?\b)/i;

/** The number an answer is or begins with: `9`, `10 - Extremely likely`, `4/5`; null where it does not. */
export function leadingNumber(text: string): number | null {
  const [, digits] = leading.exec(text) ?? [];
  return digits === undefined ? null : Number(digits.replace(',', '.'));
}

/** A scale up to 10 or more, and yes or no, begin at 0; the others at 1. */
export const leastOf = (most: number): number => (most >= 10 || most <= 1 ? 0 : 1);
