import type { Filter } from '../../contract/index.ts';
import type { Names } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { shortDate } from '../ui/format.ts';
import type { FilterField, ListField } from './filter-fields.ts';

type Context = { readonly people: Names; readonly queues: Names; readonly zone: string; readonly now: number };

export const fieldName: Record<FilterField, string> = {
  status: t.column.status,
  priority: t.column.priority,
  queue: t.column.queue,
  assignee: t.column.assignee,
  channel: t.column.channel,
  band: t.bar.band,
  category: t.column.category,
  tag: t.bar.tag,
  created: t.bar.created,
  text: t.bar.text,
  open: t.bar.open,
  solvedToday: t.bar.solvedToday,
  requester: t.bar.requester,
  waitingOverHours: t.bar.waiting,
  level: t.bar.level,
  drill: t.bar.drill,
};

const lower = (words: Readonly<Record<string, string>>, value: string): string => {
  const word = words[value] ?? value;
  return /^P\d$|^API$/.test(word) ? word : word.toLowerCase();
};

function valueWord(field: ListField, value: string | null, { people, queues }: Context): string {
  if (field === 'assignee')
    return value === null
      ? t.bar.nobody
      : value === 'me'
        ? t.bar.me
        : value === 'off'
          ? t.bar.off
          : (people.get(value) ?? '…');
  if (field === 'queue') return value === null ? t.bar.none : (queues.get(value) ?? '…');
  if (value === null) return t.bar.none;
  if (field === 'status') return lower(t.status, value);
  if (field === 'priority') return lower(t.priority, value);
  if (field === 'channel') return lower(t.channel, value);
  if (field === 'band') return lower(t.band, value);
  return value;
}

const instant = (value: number | string): number => (typeof value === 'number' ? value : Date.parse(value));

function createdWords({ createdFrom, createdTo }: Filter, { zone, now }: Context): string {
  const from = createdFrom === undefined ? null : shortDate(instant(createdFrom), zone, now);
  const to = createdTo === undefined ? null : shortDate(instant(createdTo), zone, now);
  if (from !== null && to !== null) return `${from} – ${to}`;
  return from === null ? t.bar.until(to ?? '') : t.bar.since(from);
}

const yesNo = (on: boolean | undefined): string => (on === false ? t.bar.no : t.bar.yes);
const longest = 3;

/** What a filter's chip says after the field's name. */
export function filterWords(filter: Filter, field: FilterField, context: Context): string {
  if (field === 'created') return createdWords(filter, context);
  if (field === 'text') return filter.text ?? '';
  if (field === 'open') return yesNo(filter.open);
  if (field === 'solvedToday') return yesNo(filter.solvedToday);
  if (field === 'waitingOverHours') return t.bar.overHours(filter.waitingOverHours ?? 0);
  if (field === 'level') return (filter.level ?? []).join(', ');
  if (field === 'drill') return yesNo(filter.drill);
  if (field === 'requester') return t.bar.only(filter.requester?.length ?? 0);
  const values: readonly (string | null)[] = filter[field] ?? [];
  const words = values.slice(0, longest).map((value) => valueWord(field, value, context));
  const more = values.length - words.length;
  return more > 0 ? `${words.join(', ')} +${more}` : words.join(', ');
}
