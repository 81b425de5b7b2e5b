import type { Channel, ImportIssue, Inspection, Mapping, Priority, Status } from '../../contract/index.ts';
import { knownChannel, knownPriority, knownStatus, lookUp, valueKey } from '../../domain/exchange/values.ts';
import { columnNames } from './mapping.ts';

export type ValueKind = keyof Mapping['values'];
export type Meaning = { readonly status: Status; readonly priority: Priority; readonly channel: Channel };

export const valueKinds = ['status', 'priority', 'channel'] as const satisfies readonly ValueKind[];

export type ValueRow<K extends ValueKind> = {
  /** As it is kept in the mapping: without blanks around, in lower case. */
  readonly key: string;
  /** Null where nothing says what it means. */
  readonly meaning: Meaning[K] | null;
};

const sayNothing: ReadonlySet<string> = new Set(['', '-', '?', 'null', '\\n', '__proto__']);

/** What the reader takes a value for without a mapping. */
function knownMeaning(kind: ValueKind, key: string, format: Mapping['format']): Meaning[ValueKind] | null {
  if (kind === 'status') return knownStatus(key, format === 'servicenow');
  return kind === 'priority' ? knownPriority(key) : knownChannel(key);
}

/**
 * Values of the columns that go to a field: from the first rows, what a dry run could not read, and the mapping. What
 * was not known when the file was looked at comes first, and keeps its place when it is given a meaning.
 */
export function valueRows<K extends ValueKind>(
  kind: K,
  mapping: Mapping,
  inspection: Pick<Inspection, 'mapping' | 'sample'>,
  issues: readonly ImportIssue[],
): readonly ValueRow<K>[] {
  const places = mapping.columns.flatMap(({ field }, index) => (field === kind ? [index] : []));
  const names = columnNames(mapping);
  const isOurs = ({ column }: ImportIssue): boolean => places.some((place) => names[place] === column);
  const warned = issues.filter((issue) => isOurs(issue) && issue.reason.includes('not mapped'));
  const keys = new Set([
    ...places.flatMap((place) => inspection.sample.map((row) => valueKey(row[place] ?? ''))),
    ...warned.map(({ value }) => valueKey(value ?? '')),
    ...Object.keys(mapping.values[kind]),
  ]);
  const wasKnown = (key: string): boolean => Object.hasOwn(inspection.mapping.values[kind], key);
  const rowOf = (key: string): ValueRow<K> => {
    const mapped = lookUp<Meaning[ValueKind]>(mapping.values[kind], key);
    return { key, meaning: (mapped ?? knownMeaning(kind, key, mapping.format)) as Meaning[K] | null };
  };
  return [...keys]
    .filter((key) => !sayNothing.has(key))
    .toSorted((a, b) => Number(wasKnown(a)) - Number(wasKnown(b)))
    .map(rowOf);
}

/** Gives a value a meaning. */
export function withValue<K extends ValueKind>(mapping: Mapping, kind: K, text: string, meaning: Meaning[K]): Mapping {
  const key = valueKey(text);
  if (sayNothing.has(key)) return mapping;
  return { ...mapping, values: { ...mapping.values, [kind]: { ...mapping.values[kind], [key]: meaning } } };
}

/** Whether a column goes to the field, so that its values are worth showing. */
export const hasColumn = ({ columns }: Mapping, kind: ValueKind): boolean =>
  columns.some(({ field }) => field === kind);
