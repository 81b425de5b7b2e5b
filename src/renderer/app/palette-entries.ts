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

/** Those that fit, best first; all of them, in their own order, where nothing is typed. */
export function fitting<E extends CommandEntry>(entries: readonly E[], typed: string): readonly E[] {
  return entries
    .map((entry) => ({ entry, score: fit(entry.title, typed) }))
    .filter((found): found is { entry: E; score: number } => found.score !== null)
    .sort((a, b) => a.score - b.score)
    .map(({ entry }) => entry);
}

/** Whether a title begins with what was typed. */
export const isCalled = (title: string, typed: string): boolean =>
  typed.trim() !== '' && title.toLowerCase().startsWith(typed.trim().toLowerCase());

/** Those that pass and those that do not, each in their order. */
export function parted<E>(all: readonly E[], passes: (each: E) => boolean): [passed: E[], rest: E[]] {
  return [all.filter(passes), all.filter((each) => !passes(each))];
}
