import { cardsIn, phonesIn } from './numbers.ts';

/** What to hide. */
export type RedactRules = {
  readonly emails: boolean;
  readonly phones: boolean;
  readonly cards: boolean;
  readonly ibans: boolean;
  /** Names, as they are written; none: no names are hidden. */
  readonly names: readonly string[];
};

export type Label = '[e-mail]' | '[phone]' | '[card]' | '[IBAN]' | '[name]';
/** A passage to be hidden, by characters of the text as it was. */
export type Found = { readonly from: number; readonly to: number; readonly label: Label };

/** Letters and digits on either side would make it part of something else. */
const alone = (pattern: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, `gu${flags}`);

const all = (text: string, pattern: RegExp, label: Label, keep: (found: string) => number): Found[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const length = keep(match[0]);
    return length === 0 ? [] : [{ from: match.index, to: match.index + length, label }];
  });

/** Every part is bounded, so that a long text takes no longer than its length. */
const email = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** Whether the check digits of an IBAN are right. Source: ISO 13616, by ISO 7064 modulo 97. */
export function ibanHolds(compact: string): boolean {
  const turned = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const letter of turned.toUpperCase()) {
    const value = parseInt(letter, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}

/** 15 characters (Norway) to 34, in groups or not. */
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/giu;

/** A word after it looks like one more group: the longest beginning that holds is taken. */
const ibanLength = (found: string): number => {
  for (let length = found.length; length > 0; length -= 1) {
    const compact = found.slice(0, length).replaceAll(' ', '');
    if (compact.length < 15) return 0;
    if (found[length - 1] !== ' ' && ibanHolds(compact)) return length;
  }
  return 0;
};

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whole names however they are spaced or in capitals; their parts of three letters or more as written, or in capitals. */
const namesIn = (text: string, names: readonly string[]): Found[] => {
  const whole = names.map((name) => name.trim()).filter((name) => name.length > 1);
  if (whole.length === 0) return [];
  const parts = whole.flatMap((name) => name.split(/\s+/u)).filter((part) => part.length > 2);
  const either = (words: readonly string[]) =>
    [...new Set(words)]
      .sort((a, b) => b.length - a.length)
      .map((word) => escaped(word).replaceAll(/\s+/gu, '\\s+'))
      .join('|');
  const some = [...parts, ...parts.map((part) => part.toUpperCase())];
  return [
    ...all(text, alone(either(whole), 'i'), '[name]', ({ length }) => length),
    ...(some.length === 0 ? [] : all(text, alone(either(some), ''), '[name]', ({ length }) => length)),
  ];
};

/** What is to be hidden, the surest first: what is two things is the earlier one. SPEC QAL-11. */
export const findAll = (text: string, rules: RedactRules): Found[] => [
  ...(rules.emails ? all(text, email, '[e-mail]', ({ length }) => length) : []),
  ...(rules.ibans ? all(text, iban, '[IBAN]', ibanLength) : []),
  ...(rules.cards ? cardsIn(text).map((one) => ({ ...one, label: '[card]' as const })) : []),
  ...(rules.phones ? phonesIn(text).map((one) => ({ ...one, label: '[phone]' as const })) : []),
  ...namesIn(text, rules.names),
];
