import { othersKey } from '../../../contract/words.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { row } from '../../store/db.ts';
import type { Summed } from '../../store/kpi-days.ts';
import type { Core } from '../core.ts';

/** So many customers are told by themselves. */
const most = 50;

/** The customers with most tickets that came in, in that order: by what these days have, whatever is held against them. SPEC KPI-9. */
export function topCustomers(sums: ReadonlyMap<string, Summed>): readonly string[] {
  const counted = [...sums].map(([key, { tally }]) => ({ key, created: tally.created, solved: tally.solved }));
  return counted
    .toSorted((a, b) => b.created - a.created || b.solved - a.solved || (a.key < b.key ? -1 : 1))
    .slice(0, most)
    .map(({ key }) => key);
}

/** A company, somebody of none, or nobody: as figures have them, `o` or `c` and the row. */
function placeOf(core: Core, stored: string): { readonly key: string; readonly label: string } {
  if (stored === '') return { key: '', label: 'No customer' };
  const table = stored.startsWith('o') ? 'organisation' : 'customer';
  const text = `SELECT uid, name FROM ${table} WHERE id = ?`;
  const found = row<{ uid: Uint8Array; name: string }>(core.db, text, Number(stored.slice(1)));
  return found === undefined ? { key: stored, label: '' } : { key: uuidText(found.uid), label: found.name };
}

/** Those with most, each by itself, and all others in one row. */
export function customersShown(core: Core, found: ReadonlySet<string>, top: readonly string[]) {
  const rest = [...found].filter((key) => !top.includes(key));
  return [
    ...top.map((stored) => ({ ...placeOf(core, stored), stored: [stored] })),
    ...(rest.length === 0 ? [] : [{ key: othersKey, label: `All ${rest.length} others`, stored: rest }]),
  ];
}
