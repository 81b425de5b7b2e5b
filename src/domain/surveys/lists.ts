import { folded } from '../exchange/header-names.ts';

/** Answers in few words, one after the other: `Flat, fizz-less; deflating`. */
export const splitList = (text: string): string[] =>
  text
    .split(/[,;\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Words by how often they were said, without regard to case, accents or punctuation, each as it was written most. Said twice
 * by the same person it counts once. SPEC SUR-33.
 */
export function saidMost(lists: Iterable<readonly string[]>): { word: string; count: number }[] {
  const groups = new Map<string, Map<string, number>>();
  for (const list of lists) {
    const said = new Map(list.map((word) => [folded(word), word]));
    for (const [key, word] of said) {
      if (key === '') continue;
      const spellings = groups.get(key) ?? new Map<string, number>();
      groups.set(key, spellings.set(word, (spellings.get(word) ?? 0) + 1));
    }
  }
  return [...groups.values()]
    .map((spellings) => {
      const [commonest] = [...spellings].toSorted((a, b) => b[1] - a[1]);
      return { word: commonest?.[0] ?? '', count: [...spellings.values()].reduce((sum, each) => sum + each, 0) };
    })
    .toSorted((a, b) => b.count - a.count || a.word.localeCompare(b.word, 'en'));
}
