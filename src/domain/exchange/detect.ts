import type { Derived, Format, Mapping, Question, TicketField } from '../../contract/index.ts';
import { createDeriver, fileHeaders } from './derive.ts';
import { folded } from './header-names.ts';
import { refuseOtherTables } from './other-tables.ts';
import { alignColumns, isLogOf } from './plan.ts';
import { detectColumns, formatOfHeaders } from './presets.ts';
import { createProfile, joined, looksSwapped, orderOf } from './profile.ts';
import type { DateEvidence, Profile } from './profile.ts';
import { dateOrderQuestion, settleOrder, timeZoneQuestion, yearOrderQuestion } from './questions.ts';
import { knownChannel, knownPriority, knownStatus, lookUp, valueKey, zendeskDeleted } from './values.ts';

export type SavedMapping = { readonly name: string; readonly mapping: Mapping };

/** What a header says, before the rows are looked at. */
export type HeaderFound = {
  readonly format: Format;
  readonly columns: Mapping['columns'];
  readonly saved: SavedMapping | null;
  /** What columns are made of others; they stand behind those of the file. */
  readonly derived: readonly Derived[];
};

export type Detected = {
  readonly mapping: Mapping;
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
};

/** One whose patterns cannot be read fits no file. */
function headersOf(mapping: Mapping): readonly string[] {
  try {
    return fileHeaders(mapping);
  } catch {
    return [];
  }
}

/** The saved mapping with exactly these headers, in any order; of several the last saved. */
export function savedFor(
  header: readonly string[],
  saved: readonly SavedMapping[],
  format: Format | undefined,
): SavedMapping | null {
  const key = (texts: readonly string[]) => texts.map(folded).toSorted().join('\n');
  const wanted = key(header);
  const fits = ({ mapping }: SavedMapping) =>
    (format === undefined || mapping.format === format) && key(headersOf(mapping)) === wanted;
  return saved.findLast(fits) ?? null;
}

/**
 * Which importer and which fields a header asks for; a saved mapping that fits goes first (SPEC IMP-3, IMP-8). Faults INVALID
 * for tables of something else (SPEC IMP-22).
 */
export function detectHeader(
  header: readonly string[],
  savedMappings: readonly SavedMapping[],
  asked: Exclude<Format, 'zendeskJson'> | undefined,
  given?: readonly Derived[],
): HeaderFound {
  const saved = given === undefined ? savedFor(header, savedMappings, asked) : null;
  if (saved !== null) {
    const { format, columns, derived = [] } = saved.mapping;
    return { format, columns: alignColumns(columns, createDeriver(derived, header).header), saved, derived };
  }
  // Who asks for the generic importer by name knows what the rows are.
  if (asked !== 'generic') refuseOtherTables(header);
  const format = asked ?? formatOfHeaders(header);
  const derived = given ?? [];
  return { format, columns: detectColumns(format, createDeriver(derived, header).header), saved: null, derived };
}

const dateFields: ReadonlySet<TicketField> = new Set([
  'createdAt',
  'updatedAt',
  'firstResponseAt',
  'solvedAt',
  'closedAt',
]);
const valueFields: ReadonlySet<TicketField> = new Set(['status', 'priority', 'channel']);

const placesOf = (columns: Mapping['columns'], fields: ReadonlySet<TicketField>) =>
  columns.flatMap((column, place) => (fields.has(column.field) ? [place] : []));

/** What to look at in the rows of a file with this header. */
export function profileFor(found: HeaderFound): Profile {
  const header = found.columns.map((column) => column.header);
  return createProfile(header, placesOf(found.columns, dateFields), placesOf(found.columns, valueFields));
}

/** The zone that a preset's source is in, whoever reads it. */
const presetZone: Readonly<Partial<Record<Format, string>>> = { boston311: 'America/New_York' };

/** Of the columns that are dates; of all where none is known to be. */
function evidenceOf(columns: Mapping['columns'], profile: Profile): DateEvidence {
  const mapped = placesOf(columns, dateFields);
  const places = mapped.length > 0 ? mapped : columns.map((_, place) => place);
  return joined(places.map((place) => profile.dates(place)));
}

/** The whole mapping, what must be asked, and what a person should know, from the header and the whole columns. */
export function detectMapping(found: HeaderFound, profile: Profile, deskTimeZone: string): Detected {
  const { columns, format, saved, derived } = found;
  const evidence = evidenceOf(columns, profile);
  const order = orderOf(evidence);
  const dateOrder = settleOrder(order, saved?.mapping.dateOrder ?? (format === 'boston311' ? 'mdy' : null));
  const zone = saved?.mapping.timeZone ?? presetZone[format] ?? null;
  const yearOrder = looksSwapped(evidence) ? (saved?.mapping.yearOrder ?? null) : undefined;
  const timeZone = evidence.zoneless === 0 ? 'UTC' : zone;
  const values = detectValues(found, profile);
  const questions = [
    ...(dateOrder === null ? [dateOrderQuestion(order, evidence)] : []),
    ...(yearOrder === null ? [yearOrderQuestion(evidence)] : []),
    ...(timeZone === null ? [timeZoneQuestion(deskTimeZone, deskTimeZone)] : []),
  ];
  const mapping = {
    format,
    columns,
    ...(derived.length > 0 && { derived: [...derived] }),
    dateOrder,
    ...(yearOrder !== undefined && { yearOrder }),
    timeZone,
    values: values.known,
  };
  return { mapping, questions, notes: [...notesOn(found, evidence.zoneless > 0), ...values.notes] };
}

function notesOn(found: HeaderFound, hasZoneless: boolean): readonly string[] {
  const { columns, format, saved } = found;
  const has = (field: TicketField) => columns.some((column) => column.field === field);
  const preset = hasZoneless && saved === null ? presetZone[format] : undefined;
  return [
    ...(preset === undefined
      ? []
      : [`Times are read in ${preset}, the zone of this data; change it in the mapping if that is wrong.`]),
    ...(has('externalId') ? [] : ["No column looks like the ticket's id. Choose it before importing."]),
    ...(has('createdAt') ? [] : ['No column looks like the time of creation. Choose it before importing.']),
  ];
}

type Values = Mapping['values'];
type ValuesFound = { readonly known: Values; readonly notes: readonly string[] };

function detectValues(found: HeaderFound, profile: Profile): ValuesFound {
  const { columns, format, saved } = found;
  const isServiceNow = format === 'servicenow';
  const valuesOf = (field: TicketField) =>
    columns.flatMap((column, place) => (column.field === field ? profile.values(place) : []));
  const status = match(valuesOf('status'), (text) => knownStatus(text, isServiceNow), saved?.mapping.values.status);
  const priority = match(valuesOf('priority'), knownPriority, saved?.mapping.values.priority);
  const channel = match(valuesOf('channel'), knownChannel, saved?.mapping.values.channel);
  const isLog = isLogOf(
    format,
    columns.map(({ header }) => header),
    columns.some(({ field }) => field === 'updatedAt'),
  );
  const asked = status.unknown.filter((text) => format !== 'zendeskCsv' || valueKey(text) !== zendeskDeleted);
  const note = (what: string, unknown: readonly string[], otherwise: string) =>
    unknown.length === 0 ? [] : [`${what} not known: ${unknown.slice(0, 8).join(', ')}. ${otherwise}`];
  return {
    known: { status: status.known, priority: priority.known, channel: channel.known },
    notes: [
      ...note('Status', asked, `Map them, or they ${isLog ? 'change nothing' : 'are read as open'}.`),
      ...note('Priority', priority.unknown, 'Map them, or they are read as P3.'),
      ...note('Channel', channel.unknown, 'Map them, or they are read as other.'),
    ],
  };
}

const sayNothing: ReadonlySet<string> = new Set(['', '-', '?', 'null', '\\n']);

function match<T>(
  texts: readonly string[],
  known: (text: string) => T | null,
  saved: Readonly<Record<string, T>> = {},
) {
  const result: Record<string, T> = {};
  const unknown: string[] = [];
  for (const text of texts) {
    const key = valueKey(text);
    if (sayNothing.has(key) || key === '__proto__') continue;
    const value = lookUp(saved, key) ?? known(text);
    if (value === null) unknown.push(text.slice(0, 60));
    else result[key] = value;
  }
  return { known: { ...saved, ...result }, unknown };
}
