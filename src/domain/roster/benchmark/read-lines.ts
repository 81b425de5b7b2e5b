import { Fault } from '../../fault.ts';

/** A line of an instance that says something: its number in the text, and its parts between commas. */
export type Line = { readonly number: number; readonly parts: readonly string[] };

export const sectionNames = [
  'SECTION_HORIZON',
  'SECTION_SHIFTS',
  'SECTION_STAFF',
  'SECTION_DAYS_OFF',
  'SECTION_SHIFT_ON_REQUESTS',
  'SECTION_SHIFT_OFF_REQUESTS',
  'SECTION_COVER',
] as const;
export type SectionName = (typeof sectionNames)[number];
const needed: readonly SectionName[] = ['SECTION_HORIZON', 'SECTION_SHIFTS', 'SECTION_STAFF'];

const isSection = (text: string): text is SectionName => (sectionNames as readonly string[]).includes(text);

/** The refusal of a line, by its number. */
export const badLine = (number: number, what: string): Fault =>
  new Fault('INVALID', `Line ${number} of the instance: ${what}`, { field: 'instance' });

/** The lines of each section, without comments and empty lines. Faults INVALID on what belongs to no section. */
export function sectionLines(text: string): Readonly<Record<SectionName, readonly Line[]>> {
  const found = Object.fromEntries(sectionNames.map((name) => [name, [] as Line[]])) as Record<SectionName, Line[]>;
  const seen = new Set<SectionName>();
  let current: Line[] | null = null;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SECTION_')) {
      if (!isSection(line)) throw badLine(index + 1, `"${clipped(line)}" is not a section known here.`);
      if (seen.has(line)) throw badLine(index + 1, `${line} stands here a second time.`);
      seen.add(line);
      current = found[line];
      continue;
    }
    if (current === null) throw badLine(index + 1, 'it stands before the first section. Begin with SECTION_HORIZON.');
    current.push({ number: index + 1, parts: line.split(',').map((part) => part.trim()) });
  }
  for (const name of needed) {
    if (found[name].length === 0) {
      throw new Fault('INVALID', `The instance has no ${name}, or nothing in it.`, { field: 'instance' });
    }
  }
  return found;
}

/** A whole number, 0 or more, at a place of a line. */
export function wholeAt(line: Line, place: number, what: string, most = 1_000_000): number {
  const text = line.parts[place] ?? '';
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value > most) {
    throw badLine(line.number, `${what} is "${clipped(text)}"; write a whole number from 0 to ${most}.`);
  }
  return value;
}

/** What a line has between two commas, which may not be empty. */
export function textAt(line: Line, place: number, what: string): string {
  const text = line.parts[place] ?? '';
  if (text === '') throw badLine(line.number, `${what} is missing.`);
  return text;
}

/** Enough of a text to find it by. */
export const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
