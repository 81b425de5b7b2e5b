import { rulePlaceholders } from '../../contract/words.ts';

export type Placeholder = (typeof rulePlaceholders)[number];
/** What stands for each placeholder, asked for only where a text has it. */
export type PlaceholderValues = Readonly<Record<Placeholder, () => string>>;

const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isKnown = (name: string): name is Placeholder => (rulePlaceholders as readonly string[]).includes(name);

/** What is wrong with a text's placeholders, in words; null where every one is known. SPEC AUT-5. */
export function placeholderProblem(text: string): string | null {
  const unknown = [...text.matchAll(pattern)].map(([, name = '']) => name).find((name) => !isKnown(name));
  if (unknown === undefined) return null;
  const known = rulePlaceholders.map((name) => `{{${name}}}`).join(', ');
  return `“{{${unknown}}}” is not known here. Known are ${known}.`;
}

/** Fills a text in, once: what is put in is plain text, also where it looks like a placeholder itself. SPEC AUT-5. */
export const fillIn = (text: string, values: PlaceholderValues): string =>
  text.replace(pattern, (whole, name: string) => (isKnown(name) ? values[name]() : whole));

/** The first word of a name: `Ann` of `Ann Lee`. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? '';
