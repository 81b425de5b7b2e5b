import type { Ask, Part } from '../ask.ts';

/** Words of one's own, line by line. */
export function noteSection({ built }: Ask): Part {
  const lines = built.note
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { title: 'Note', lines: lines.length === 0 ? ['Nothing was noted.'] : lines, tables: [] };
}
