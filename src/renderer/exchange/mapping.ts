import type { DateOrder, Inspection, Mapping, Question, TicketField, YearOrder } from '../../contract/index.ts';
import { createDateReader } from '../../domain/exchange/date-reader.ts';
import { createDeriver, fileHeaders } from '../../domain/exchange/derive.ts';
import { alignColumns, distinctHeaders } from '../../domain/exchange/plan.ts';
import { createProfile, joined, looksSwapped, orderOf, type DateEvidence } from '../../domain/exchange/profile.ts';
import { dateOrderQuestion, timeZoneQuestion, yearOrderQuestion } from '../../domain/exchange/questions.ts';

/** What is edited on screen: the mapping, and what must be confirmed before it may be used. */
export type Draft = { readonly mapping: Mapping; readonly questions: readonly Question[] };

type DateField = 'createdAt' | 'updatedAt' | 'firstResponseAt' | 'solvedAt' | 'closedAt';
const dateFields: readonly TicketField[] = [
  'createdAt',
  'updatedAt',
  'firstResponseAt',
  'solvedAt',
  'closedAt',
] satisfies readonly DateField[];
const isDate = (field: TicketField | undefined): boolean => field !== undefined && dateFields.includes(field);

const needed: readonly TicketField[] = ['externalId', 'createdAt'];

/** The fields without which no ticket can be made, and to which no column goes. Zendesk JSON brings its own. */
export const missingFields = ({ format, columns }: Mapping): readonly TicketField[] =>
  format === 'zendeskJson' ? [] : needed.filter((field) => !columns.some((column) => column.field === field));

/** Which questions still stand open. SPEC IMP-6: they are answered by a person, never silently. */
export const openQuestions = ({ mapping, questions }: Draft): readonly Question[] =>
  questions.filter(({ kind }) => mapping[kind] === null);

export const draftOf = ({ mapping, questions }: Inspection): Draft => ({ mapping, questions });

/** Answers a question, or changes an answer. */
export function answer(draft: Draft, kind: Question['kind'], value: string): Draft {
  const answers = {
    timeZone: () => ({ timeZone: value }),
    dateOrder: () => ({ dateOrder: value as DateOrder }),
    yearOrder: () => ({ yearOrder: value as YearOrder }),
  } as const;
  return { ...draft, mapping: { ...draft.mapping, ...answers[kind]() } };
}

/**
 * Sends a column to another field. A column that becomes a date now, and was no date when the file was looked at, may
 * be written in another order or without a zone: what its examples leave open is asked.
 */
export function sendTo(
  draft: Draft,
  inspection: Inspection,
  index: number,
  field: TicketField,
  deskZone: string,
): Draft {
  const columns = draft.mapping.columns.map((column, at) => (at === index ? { ...column, field } : column));
  const changed = { ...draft, mapping: { ...draft.mapping, columns } };
  const wasLookedAt = isDate(inspection.mapping.columns[index]?.field);
  return isDate(field) && !wasLookedAt ? askAgain(changed, inspection, index, deskZone) : changed;
}

/** What the first rows show of the dates in one column. */
function evidenceOf(inspection: Inspection, index: number): DateEvidence {
  const header = inspection.mapping.columns.map((column) => column.header);
  const profile = createProfile(header, [index], []);
  for (const row of inspection.sample) profile.add(row);
  return joined([profile.dates(index)]);
}

function askAgain(draft: Draft, inspection: Inspection, index: number, deskZone: string): Draft {
  const evidence = evidenceOf(inspection, index);
  const found = orderOf(evidence);
  const asked = (kind: Question['kind']): boolean => draft.questions.some((question) => question.kind === kind);
  const { dateOrder, timeZone } = inspection.mapping;
  const orderFits =
    evidence.numeric === 0 || (dateOrder !== 'ymd' && (found.order === null || found.order === dateOrder));
  // Where no date of the file lacked a zone, nobody has said yet which one the others are in.
  const zoneKnown = evidence.zoneless === 0 || timeZone !== 'UTC' || asked('timeZone');
  const order = orderFits || asked('dateOrder') ? [] : [dateOrderQuestion(found, evidence)];
  const zone = zoneKnown ? [] : [timeZoneQuestion(deskZone, deskZone)];
  const year = looksSwapped(evidence) && !asked('yearOrder') ? [yearOrderQuestion(evidence)] : [];
  return {
    questions: [...draft.questions, ...order, ...year, ...zone],
    mapping: {
      ...draft.mapping,
      ...(order.length > 0 && { dateOrder: null }),
      ...(year.length > 0 && { yearOrder: null }),
      ...(zone.length > 0 && { timeZone: null }),
    },
  };
}

/**
 * A saved mapping laid over this file. What the file itself proves of its dates stands; what it left open takes the
 * saved answer. Throws Fault INVALID where the file lacks a column that the mapping needs.
 */
export function withSaved(inspection: Inspection, saved: Mapping): Draft {
  const { mapping, questions } = inspection;
  const isOpen = (kind: Question['kind']): boolean => questions.some((question) => question.kind === kind);
  const order = saved.dateOrder === 'ymd' ? null : saved.dateOrder;
  return {
    questions,
    mapping: {
      format: saved.format,
      columns: alignColumns(saved.columns, createDeriver(saved.derived, fileHeaders(mapping)).header),
      ...(saved.derived !== undefined && { derived: saved.derived }),
      dateOrder: isOpen('dateOrder') ? order : mapping.dateOrder,
      ...(mapping.yearOrder !== undefined && {
        yearOrder: isOpen('yearOrder') ? (saved.yearOrder ?? null) : mapping.yearOrder,
      }),
      timeZone: saved.timeZone ?? mapping.timeZone,
      values: {
        status: { ...mapping.values.status, ...saved.values.status },
        priority: { ...mapping.values.priority, ...saved.values.priority },
        channel: { ...mapping.values.channel, ...saved.values.channel },
      },
    },
  };
}

/** Up to three different values of a column that say something. */
export function examplesOf(sample: Inspection['sample'], index: number, most = 3): readonly string[] {
  const texts = sample.map((row) => (row[index] ?? '').trim()).filter((text) => text !== '');
  return [...new Set(texts)].slice(0, most);
}

/** Names of the columns, all different: blank ones by their place, repeated ones by their turn. */
export const columnNames = (mapping: Mapping): readonly string[] =>
  distinctHeaders(mapping.columns.map((column) => column.header));

/** How many columns go to fields of a ticket, to custom fields, and nowhere. */
export function tally({ columns }: Mapping): { mapped: number; custom: number; ignored: number } {
  const custom = columns.filter(({ field }) => field === 'custom').length;
  const ignored = columns.filter(({ field }) => field === 'ignore').length;
  return { mapped: columns.length - custom - ignored, custom, ignored };
}

/** A date of the file to show how it would be read: one that reads differently by order, where there is one. */
export function dateExample({ mapping, sample }: Pick<Inspection, 'sample'> & { mapping: Mapping }): string | null {
  const places = mapping.columns.flatMap(({ field }, index) => (isDate(field) ? [index] : []));
  const texts = places.flatMap((place) => sample.map((row) => (row[place] ?? '').trim())).filter((text) => text !== '');
  const differs = (text: string): boolean => {
    const [day, month] = [readIn(text, 'dmy', 'UTC'), readIn(text, 'mdy', 'UTC')];
    return day !== null && day !== month;
  };
  return texts.find(differs) ?? texts.find((text) => readIn(text, 'ymd', 'UTC') !== null) ?? null;
}

/** Epoch milliseconds of a date as the file writes it; null where it is none, or the zone is not known. */
export function readIn(text: string, order: DateOrder, zone: string): number | null {
  try {
    return createDateReader(order, zone)(text).at;
  } catch {
    return null;
  }
}
