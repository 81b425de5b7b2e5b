import type { Filter, Status } from '../../contract/index.ts';
import { toInstant } from '../calendar/instant.ts';
import { parseQuery } from './search/parse.ts';
import type { Condition, SearchContext } from './search/query.ts';

export type Conditions = {
  readonly conditions: readonly Condition[];
  /** FTS5 expression, or null. */ readonly match: string | null;
};

export const openStatuses: readonly Status[] = ['new', 'open', 'pending', 'hold'];

/** A board's filter in the terms of a search: one language, one way to SQL. `me` with nobody set finds nothing. */
export function conditionsOf(filter: Filter, context: SearchContext): Conditions {
  const typed = filter.text === undefined || filter.text.trim() === '' ? null : parseQuery(filter.text, context);
  const today = filter.solvedToday === true ? parseQuery('solved:today', context).filter : [];
  return {
    conditions: [
      ...listed(filter, context),
      ...created(filter),
      ...waiting(filter, context.now),
      ...today,
      ...(typed?.filter ?? []),
    ],
    match: typed?.match ?? null,
  };
}

function listed(filter: Filter, context: SearchContext): Condition[] {
  const found: Condition[] = [];
  const base = { op: 'is', negated: false } as const;
  if (filter.open === true) found.push({ field: 'status', values: openStatuses, ...base });
  if (filter.status !== undefined) found.push({ field: 'status', values: filter.status, ...base });
  if (filter.priority !== undefined) found.push({ field: 'priority', values: filter.priority, ...base });
  if (filter.channel !== undefined) found.push({ field: 'channel', values: filter.channel, ...base });
  if (filter.band !== undefined) found.push({ field: 'band', values: filter.band, ...base });
  if (filter.queue !== undefined) found.push({ field: 'queue', values: filter.queue, ...base });
  if (filter.assignee !== undefined) {
    const values = filter.assignee.flatMap((who) => owners(who, context));
    found.push({ field: 'assignee', values, ...base });
  }
  if (filter.category !== undefined) found.push({ field: 'category', values: filter.category, ...base });
  if (filter.level !== undefined) found.push({ field: 'level', values: filter.level, ...base });
  if (filter.drill !== undefined) found.push({ field: 'drill', values: [filter.drill], ...base });
  if (filter.tag !== undefined) found.push({ field: 'tag', values: filter.tag, ...base });
  return found;
}

/** Whom a filter means: `me` with nobody set is nobody at all; `off` is everybody who is not here. */
function owners(who: string | null, { me, off }: SearchContext): readonly (string | null)[] {
  if (who === 'off') return off;
  if (who !== 'me') return [who];
  return me === null ? [] : [me];
}

function created(filter: Filter): Condition[] {
  const instant = (at: number | string | undefined): number | null => (at === undefined ? null : toInstant(at));
  const range = { from: instant(filter.createdFrom), to: instant(filter.createdTo) };
  return range.from === null && range.to === null
    ? []
    : [{ field: 'created', op: 'within', values: [range], negated: false }];
}

const hourMs = 3_600_000;

/** Half-open ranges end before their end: a wait of just so many hours counts. */
function waiting({ waitingOverHours }: Filter, now: number): Condition[] {
  if (waitingOverHours === undefined) return [];
  const range = { from: null, to: now - waitingOverHours * hourMs + 1 };
  return [{ field: 'waiting', op: 'within', values: [range], negated: false }];
}
