import type { KpiDimension, Narrow } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { channelCodes, priorityCodes } from '../../store/codes.ts';
import { row, rows } from '../../store/db.ts';
import type { Dim } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';

/** A value of a dimension: as the file has it, as the contract has it, and as people call it. */
export type Place = { readonly stored: string; readonly key: string; readonly label: string };

const none = '';

type Named = { id: number; uid: Uint8Array; name: string; team: string | null };

const people = (core: Core): Named[] => rows<Named>(core.db, 'SELECT id, uid, name, team FROM person');

function queuePlaces(core: Core): Place[] {
  const known = rows<Named>(core.db, 'SELECT id, uid, name, NULL AS team FROM queue ORDER BY name COLLATE NOCASE');
  return [
    ...known.map(({ id, uid, name }) => ({ stored: String(id), key: uuidText(uid), label: name })),
    { stored: '0', key: none, label: 'No queue' },
  ];
}

function agentPlaces(core: Core): Place[] {
  const known = people(core).sort((a, b) => a.name.localeCompare(b.name));
  return [
    ...known.map(({ id, uid, name }) => ({ stored: String(id), key: uuidText(uid), label: name })),
    { stored: '0', key: none, label: 'No owner' },
  ];
}

const channelLabels = {
  email: 'Email',
  phone: 'Phone',
  chat: 'Chat',
  social: 'Social',
  web: 'Web',
  walkIn: 'Walk-in',
  api: 'API',
  other: 'Other',
} as const;

const hours = Array.from({ length: 24 }, (_, hour): Place => {
  const text = String(hour);
  return { stored: text, key: text, label: `${text.padStart(2, '0')}:00` };
});

const words = {
  channel: channelCodes.words.map((word): Place => ({
    stored: String(channelCodes.code(word)),
    key: word,
    label: channelLabels[word],
  })),
  priority: [
    ...priorityCodes.words.map((word): Place => ({
      stored: String(priorityCodes.code(word)),
      key: word,
      label: word.toUpperCase(),
    })),
    { stored: none, key: none, label: 'No priority' },
  ],
  hour: hours,
} as const;

/** All values that a dimension of the file may have, in the order in which they are told; categories are as they are found. */
export function placesOf(core: Core, dim: Exclude<Dim, 'all' | 'category' | 'customer'>): readonly Place[] {
  if (dim === 'queue') return queuePlaces(core);
  return dim === 'agent' ? agentPlaces(core) : words[dim];
}

export const categoryPlace = (stored: string): Place => ({
  stored,
  key: stored,
  label: stored === none ? 'No category' : stored,
});

/** Row ids of the people of each team, as text; those of none under an empty name, with what nobody owns. */
export function teams(core: Core): ReadonlyMap<string, readonly string[]> {
  const by = Map.groupBy(people(core), ({ team }) => team ?? none);
  const known = new Map([...by].map(([team, members]) => [team, members.map(({ id }) => String(id))]));
  return known.set(none, [...(known.get(none) ?? []), '0']);
}

export const teamLabel = (team: string): string => (team === none ? 'No team' : team);

/** The dimension of the file, and which keys of it: what something is narrowed to. Faults NOT_FOUND on one that is not here. */
export function narrowed(core: Core, within: Narrow): { readonly dim: Dim; readonly keys: readonly string[] } {
  const { by, key } = within;
  const gone = (): never => {
    throw new Fault('NOT_FOUND', `That ${by} is not on this desk.`, { field: 'within.key' });
  };
  if (by === 'team') return { dim: 'agent', keys: teams(core).get(key) ?? gone() };
  if (by === 'category') return { dim: by, keys: [key] };
  if (by === 'customer') return { dim: by, keys: [key === none ? none : (customerRow(core, key) ?? gone())] };
  if ((by === 'queue' || by === 'agent') && key !== none) {
    const found = uidRow(core, by, key);
    return { dim: by, keys: [found ?? gone()] };
  }
  const place = placesOf(core, by).find((each) => each.key === key);
  return { dim: by, keys: [place?.stored ?? gone()] };
}

/** A company, or somebody of none. */
function customerRow(core: Core, key: string): string | undefined {
  if (!isUuid(key)) return undefined;
  const idIn = (text: string): number | undefined => row<{ id: number }>(core.db, text, uuidBytes(key))?.id;
  const company = idIn('SELECT id FROM organisation WHERE uid = ?');
  if (company !== undefined) return `o${company}`;
  const one = idIn('SELECT id FROM customer WHERE uid = ? AND organisation_id IS NULL');
  return one === undefined ? undefined : `c${one}`;
}

const isUuid = (key: string): boolean => /^[0-9a-f-]{36}$/i.test(key);

function uidRow(core: Core, by: 'queue' | 'agent', key: string): string | undefined {
  if (!isUuid(key)) return undefined;
  const table = by === 'queue' ? 'queue' : 'person';
  const found = row<{ id: number }>(core.db, `SELECT id FROM ${table} WHERE uid = ?`, uuidBytes(key));
  return found === undefined ? undefined : String(found.id);
}

export const dimOf = (by: KpiDimension): Exclude<Dim, 'all'> => (by === 'team' ? 'agent' : by);
