/** A passage of a text, by characters. */
type Stretch = { readonly from: number; readonly to: number };

/** Whether a card number can be one. Source: H. P. Luhn, US patent 2,950,048, 1960. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

type Group = Stretch & { readonly digits: string };

/** Groups of digits a blank or a hyphen apart, with no letter or digit on either side. */
const grouped = /(?<![\p{L}\p{N}])\d+(?:[ \u00a0-]\d+)*(?![\p{L}\p{N}])/gu;
const groupsOf = (run: string, from: number): Group[] =>
  [...run.matchAll(/\d+/g)].map((match) => ({
    from: from + match.index,
    to: from + match.index + match[0].length,
    digits: match[0],
  }));

/** The longest card number that begins with a group; an expiry or a code after it is not part of it. */
const cardAt = (groups: readonly Group[], first: number): number | null => {
  let digits = '';
  let found: number | null = null;
  for (let last = first; last < groups.length && digits.length <= 19; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (digits.length >= 13 && digits.length <= 19 && luhn(digits)) found = last;
  }
  return found;
};

/** Card numbers: 13 to 19 digits with a right check digit, in whole groups. SPEC QAL-11. */
export const cardsIn = (text: string): Stretch[] =>
  [...text.matchAll(grouped)].flatMap((match) => {
    const groups = groupsOf(match[0], match.index);
    const found: Stretch[] = [];
    for (let first = 0; first < groups.length; first += 1) {
      const last = cardAt(groups, first);
      const [begin, end] = [groups[first], last === null ? undefined : groups[last]];
      if (last === null || begin === undefined || end === undefined) continue;
      found.push({ from: begin.from, to: end.to });
      first = last;
    }
    return found;
  });

/** Digits with what stands between those of a phone number, as far as they go. */
const run = /(?<![\p{L}\p{N}])(?:\+|\(\+?)?\d(?:[ \u00a0.\-/()]{0,3}\d)*(?![\p{L}\p{N}])/gu;
const date = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?!\d)/u;

/** Seven digits at least that begin as a phone number does, or stand in groups; or ten to fifteen (ITU-T E.164). */
const isPhone = (number: string): boolean => {
  const count = number.replaceAll(/\D/g, '').length;
  if (count < 7) return false;
  return /^[+(0]/u.test(number) || /\d[^\d]+\d/u.test(number) || (count >= 10 && count <= 15);
};

/**
 * Phone numbers; several that follow each other with nothing between are one passage. A date is none, and what follows it
 * is looked at by itself. In doubt it is one. SPEC QAL-11.
 */
export function phonesIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  const pattern = new RegExp(run);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [number] = match;
    const day = date.exec(number)?.[0];
    if (day !== undefined) pattern.lastIndex = match.index + day.length;
    else if (isPhone(number)) found.push({ from: match.index, to: match.index + number.length });
  }
  return found;
}
