import type { Format, Mapping, TicketField } from '../../contract/index.ts';
import { Fault } from '../fault.ts';
import { createDeriver, type Deriver } from './derive.ts';
import { folded } from './header-names.ts';

/** Which cells of a row hold what: a mapping laid over the header of a file. */
export type Plan = {
  readonly mapping: Mapping;
  /** The file's headers and those of columns made of them, repeated ones told apart: `Comment`, `Comment (2)`. */
  readonly header: readonly string[];
  readonly deriver: Deriver;
  /** Places of the cells of a field, in the file's order; the first that is not blank counts. */
  readonly places: (field: TicketField) => readonly number[];
};

/** Headers made distinct by their place, blank ones named after it. */
export function distinctHeaders(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return header.map((text, index) => {
    const name = text.trim() === '' ? `Column ${index + 1}` : text.trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/**
 * Lays a mapping over a file's header: columns are found by their header and, where it repeats, by its turn. A column
 * the mapping does not know is kept as a custom field; one that the mapping needs and the file lacks is refused.
 */
export function alignColumns(columns: Mapping['columns'], header: readonly string[]): Mapping['columns'] {
  const wanted = new Map(distinctHeaders(columns.map((column) => column.header)).map((name, i) => [folded(name), i]));
  const aligned = distinctHeaders(header).map((name, index) => {
    const place = wanted.get(folded(name));
    wanted.delete(folded(name));
    const known = place === undefined ? undefined : columns[place];
    return { header: header[index] ?? '', field: known?.field ?? ('custom' as const) };
  });
  const lost = [...wanted.values()]
    .map((i) => columns[i])
    .find((column) => column !== undefined && isNeeded(column.field));
  if (lost === undefined) return aligned;
  throw new Fault(
    'INVALID',
    `This file has no column "${lost.header}", which the mapping expects. Choose another mapping or another file.`,
  );
}

const isNeeded = (field: TicketField) => field !== 'custom' && field !== 'ignore';

/** A plan for a file with this header. Throws Fault INVALID, with what to do, where no ticket could come of it. */
export function compilePlan(mapping: Mapping, header: readonly string[]): Plan {
  const deriver = createDeriver(mapping.derived, header);
  const columns = alignColumns(mapping.columns, deriver.header);
  const places = new Map<TicketField, number[]>();
  columns.forEach((column, index) => {
    places.set(column.field, [...(places.get(column.field) ?? []), index]);
  });
  if (!places.has('externalId')) throw unmapped("each ticket's number or id", 'externalId');
  if (!places.has('createdAt')) throw unmapped('when each ticket was created', 'createdAt');
  requireAnswers(mapping);
  const plan: Plan = {
    mapping,
    header: distinctHeaders(deriver.header),
    deriver,
    places: (field) => places.get(field) ?? [],
  };
  if (deriver.header.length > header.length && isEventLog(plan))
    throw new Fault('INVALID', 'Of an audit log no columns can be made. Leave them out of the mapping.', {
      field: 'mapping.derived',
    });
  return plan;
}

const unmapped = (what: string, field: string) =>
  new Fault('INVALID', `No column is mapped to ${what}. Choose the column in the mapping, then import again.`, {
    field,
  });

function requireAnswers(mapping: Mapping): void {
  if (mapping.dateOrder === null) {
    throw new Fault(
      'INVALID',
      'The dates of this file can be read as day/month or as month/day. Say which it is, then import again.',
      { field: 'dateOrder' },
    );
  }
  if (mapping.yearOrder === null) {
    throw new Fault(
      'INVALID',
      'A spreadsheet seems to have swapped day and month of some dates. Say how those with the year first are read, then import again.',
      { field: 'yearOrder' },
    );
  }
  if (mapping.timeZone === null) {
    throw new Fault('INVALID', 'The times of this file name no time zone. Say which it is, then import again.', {
      field: 'timeZone',
    });
  }
}

/** Whether a table is an audit log (one row per update) rather than a list (one row per ticket). SPEC IMP-12. */
export const isLogOf = (format: Format, header: readonly string[], hasUpdatedAt: boolean): boolean =>
  format === 'servicenow' && hasUpdatedAt && header.some((text) => folded(text) === 'sys mod count');

export const isEventLog = ({ mapping, header, places }: Plan): boolean =>
  isLogOf(mapping.format, header, places('updatedAt').length > 0);
