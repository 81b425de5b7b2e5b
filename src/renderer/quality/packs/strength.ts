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

/**
 * How hard a passphrase is to guess, in four steps, from how long it is and how varied: bits of a guess letter by letter,
 * halved for words, which are guessed as words. A hint, not a promise; NIST SP 800-63B rates length above all.
 */
export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < fewestLetters) return 'tooShort';
  const pool = pools.reduce((sum, [has, size]) => sum + (has.test(passphrase) ? size : 0), 0);
  const words = /^[\p{L}]+([ -][\p{L}]+)*$/u.test(passphrase);
  const bits = freshLetters(passphrase) * Math.log2(Math.max(pool, 2)) * (words ? 0.5 : 1);
  if (bits < 40) return 'weak';
  return bits < 60 ? 'fair' : 'good';
}
