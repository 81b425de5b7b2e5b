import type { ContactKind } from '../../contract/index.ts';

/** What two ways to reach somebody are compared by: addresses and handles without case, of a number its digits. SPEC CUS-2. */
export function contactNorm(kind: ContactKind, value: string): string {
  const plain = value.normalize('NFKC').trim().toLowerCase();
  if (kind === 'phone') return phoneDigits(plain);
  return kind === 'social' ? plain.replace(/^@/, '') : plain;
}

/** `+44 (0)20 7946 0000` and `0044 20 7946 0000` are one number. */
function phoneDigits(text: string): string {
  const digits = text.replace(/\(0\)/g, '').replace(/\D/g, '');
  return digits.replace(/^00/, '');
}

const endings = [4, 7, 8, 9, 10];

/** Numbers are found by their beginning, and by their last digits: that is what people read out. */
export function phoneWords(value: string): readonly string[] {
  const digits = phoneDigits(value);
  return [digits, ...endings.filter((length) => length < digits.length).map((length) => digits.slice(-length))];
}
