import type { CommandEntry } from './palette-types.ts';

/** How well words typed fit a title: null for not at all; less is better. Every word must be found, in any order. */
export function fit(title: string, typed: string): number | null {
  const name = title.toLowerCase();
  let score = 0;
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = name.indexOf(word);
    if (at === -1) return null;
    const starts = at === 0 || /\s/.test(name[at - 1] ?? '');
    score += (starts ? 0 : 100) + at;
  }
  return score;
}

/** What fits by its title comes before what is only known by other words too. */
const alsoBehind = 10_000;

function fitOf({ title, also }: CommandEntry, typed: string): number | null {
  const own = fit(title, typed);
  if (own !== null || also === undefined) return own;
  const other = fit(`${title} ${also}`, typed);
  return other === null ? null : other + alsoBehind;
}

/** Those that fit, best first; all of them, in their own order, where nothing is typed. */
export function fitting<E extends CommandEntry>(entries: readonly E[], typed: string): readonly E[] {
  return entries
    .map((entry) => ({ entry, score: fitOf(entry, typed) }))
    .filter((found): found is { entry: E; score: number } => found.score !== null)
    .sort((a, b) => a.score - b.score)
    .map(({ entry }) => entry);
}

export type Part = { readonly text: string; readonly hit: boolean };

/** As much as may stand before the first word found, so that the line does not end before it. */
const mostBefore = 36;

/** An excerpt from shortly before the first word that was found, from a whole word on. */
export function fromHit(parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts;
  if (first === undefined || first.hit || first.text.length <= mostBefore || rest.length === 0) return parts;
  const kept = first.text.slice(-mostBefore).replace(/^\S*\s+/u, '');
  return [{ text: `…${kept}`, hit: false }, ...rest];
}

/** Whether a title begins with what was typed. */
export const isCalled = (title: string, typed: string): boolean =>
  typed.trim() !== '' && title.toLowerCase().startsWith(typed.trim().toLowerCase());

/** Those that pass and those that do not, each in their order. */
export function parted<E>(all: readonly E[], passes: (each: E) => boolean): [passed: E[], rest: E[]] {
  return [all.filter(passes), all.filter((each) => !passes(each))];
}
