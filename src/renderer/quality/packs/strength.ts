export type Strength = 'tooShort' | 'weak' | 'fair' | 'good';

/** The least that the desk takes. */
export const fewestLetters = 8;

const pools: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[^A-Za-z0-9]/, 20],
];

/** How many of the letters say something new: not the same again, not the next one in the alphabet or on the row. */
function freshLetters(text: string): number {
  const codes = Array.from(text.toLowerCase(), (letter) => letter.codePointAt(0) ?? 0);
  const fresh = codes.filter((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) > 1).length;
  // A few letters over and over are no better than once and a bit.
  return Math.min(fresh, 3 * new Set(codes).size);
}

/** What one word of a list of 7,776 is worth, as dice pick it: log2(7776). Source: EFF, Dice-Generated Passphrases, 2016. */
const bitsOfWord = 12.9;

/** What it is worth if it is guessed word by word; null where it is more than words. */
function bitsOfWords(passphrase: string): number | null {
  if (!/^\p{L}+([ ._-]+\p{L}+)*$/u.test(passphrase)) return null;
  return new Set(passphrase.toLowerCase().split(/[ ._-]+/)).size * bitsOfWord;
}

/**
 * How hard a passphrase is to guess, in four steps: bits of a guess letter by letter, or word by word where that is
 * easier. A hint, not a promise; NIST SP 800-63B, too, rates length above all.
 */
export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < fewestLetters) return 'tooShort';
  const pool = pools.reduce((sum, [has, size]) => sum + (has.test(passphrase) ? size : 0), 0);
  const letters = freshLetters(passphrase) * Math.log2(Math.max(pool, 2));
  const bits = Math.min(letters, bitsOfWords(passphrase) ?? letters);
  if (bits < 40) return 'weak';
  return bits < 60 ? 'fair' : 'good';
}
