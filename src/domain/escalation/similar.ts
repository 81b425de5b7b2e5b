const plain = new Set(
  'a an and are at be by can cannot for from has have i in is it my no not of on or our re that the this to was we what when where with you your fwd fw'.split(
    ' ',
  ),
);

/** The words of a subject that say something, folded. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !plain.has(word)).map(stem));
}

/** Good enough for likeness: `payments` and `payment`, `failing` and `fail`. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word);

export type Likeness = { readonly subject: string; readonly category: string | null };

/** How much a ticket looks like those of an incident, and why in words; null where it does not. SPEC ESC-53. */
export function likeness(
  ticket: Likeness,
  known: readonly Likeness[],
): { readonly score: number; readonly why: string } | null {
  const own = tellingWords(ticket.subject);
  let shared: string[] = [];
  for (const { subject } of known) {
    const both = [...tellingWords(subject)].filter((word) => own.has(word));
    if (both.length > shared.length) shared = both;
  }
  const category =
    ticket.category !== null && known.some((each) => each.category?.toLowerCase() === ticket.category?.toLowerCase());
  const score = shared.length * 2 + (category ? 3 : 0);
  if (score < 3) return null;
  const why = [
    shared.length > 0 ? `same words: ${shared.slice(0, 4).join(', ')}` : '',
    category && ticket.category !== null ? `category ${ticket.category}` : '',
  ];
  return { score, why: why.filter((each) => each !== '').join('; ') };
}
