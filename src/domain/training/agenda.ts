import type { TrainingSource } from '../../contract/training.ts';

/** What a refresher is about, with its name and, of a topic, where to read it. */
export type NamedSource = Pick<TrainingSource, 'kind'> & { readonly title: string; readonly material?: string };

const mostTitle = 200;
const nothing = 'Weekly refresher';

/** One line of what may be several, cut where it is too long for a title. */
function lineOf(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** What a refresher is called that was given no name. */
export function titleOf(sources: readonly NamedSource[]): string {
  const [first, ...more] = sources;
  if (first === undefined) return nothing;
  const rest = more.length === 0 ? '' : ` and ${more.length} more`;
  return `${lineOf(first.title, mostTitle - rest.length)}${rest}`;
}

const begins = { criterion: 'Review', category: 'Hard cases', topic: 'New' } as const;

/** A checklist in Markdown of what is to be gone through. No names: everybody who is asked reads it. */
export const agendaOf = (sources: readonly NamedSource[]): string =>
  sources.map(({ kind, title }) => `- [ ] ${begins[kind]}: ${lineOf(title, 500)}`).join('\n');

/** What there is to read of the topics, a line each. */
export const materialsOf = (sources: readonly NamedSource[]): string =>
  [...new Set(sources.flatMap(({ material = '' }) => (material.trim() === '' ? [] : [material.trim()])))]
    .join('\n')
    .slice(0, 4000);
