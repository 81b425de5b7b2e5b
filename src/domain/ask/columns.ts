import type { Value } from './pivot.ts';

export type ResultKind = 'text' | 'number' | 'ticket' | 'ms';
export type ResultColumn = { readonly name: string; readonly kind: ResultKind };

/** No name twice: the second `n` is `n_2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; used.has(free); n += 1) free = `${name}_${n}`;
    used.add(free);
    return free;
  });
}

/** What a column of an answer holds, by its name and all that is in it: `ticket` leads to tickets, `…_ms` are instants. */
export function resultColumns(names: readonly string[], rows: readonly (readonly Value[])[]): ResultColumn[] {
  return names.map((name, place) => {
    const values = rows.map((row) => row[place] ?? null).filter((value) => value !== null);
    const numbers = values.length > 0 && values.every((value) => typeof value === 'number');
    if (!numbers) return { name, kind: 'text' };
    if (/^(ticket|parent|merged_into)$/i.test(name) && values.every(Number.isInteger)) return { name, kind: 'ticket' };
    return { name, kind: /_ms$/i.test(name) ? 'ms' : 'number' };
  });
}
