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
  const shared = mostShared(tellingWords(ticket.subject), known);
  const category = sharedCategory(ticket, known);
  const score = shared.length * 2 + (category === null ? 0 : 3);
  if (score < 3) return null;
  const why = [
    shared.length > 0 ? `same words: ${shared.slice(0, 4).join(', ')}` : '',
    category === null ? '' : `category ${category}`,
  ];
  return { score, why: why.filter((each) => each !== '').join('; ') };
}

/** The telling words in common with the known subject that has most of them. */
function mostShared(own: ReadonlySet<string>, known: readonly Likeness[]): readonly string[] {
  let most: readonly string[] = [];
  for (const { subject } of known) {
    const both = [...tellingWords(subject)].filter((word) => own.has(word));
    if (both.length > most.length) most = both;
  }
  return most;
}

/** The ticket's category where one of the known has it too, in whatever case. */
function sharedCategory({ category }: Likeness, known: readonly Likeness[]): string | null {
  const folded = category?.toLowerCase();
  return folded !== undefined && known.some((each) => each.category?.toLowerCase() === folded) ? category : null;
}
