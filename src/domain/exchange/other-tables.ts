import { Fault } from '../fault.ts';
import { folded } from './header-names.ts';

/** A table of a help desk that holds something else than tickets, known by its headers. */
type OtherTable = {
  readonly what: string;
  /** All of these, and so many of those. */
  readonly needs: readonly string[];
  readonly some?: { readonly least: number; readonly of: readonly string[] };
  readonly instead: string;
};

const exportTickets = 'Export the tickets instead';
const alongside = `${exportTickets}; as JSON they bring these along`;

const others: readonly OtherTable[] = [
  {
    what: 'users',
    needs: ['id', 'role'],
    some: {
      least: 2,
      of: ['name', 'email', 'locale', 'time zone', 'suspended', 'moderator', 'last login at', 'ticket restriction'],
    },
    instead: alongside,
  },
  {
    what: 'organizations',
    needs: ['id', 'name'],
    some: { least: 1, of: ['shared tickets', 'shared comments', 'domain names'] },
    instead: alongside,
  },
  {
    what: 'comments of tickets',
    needs: ['ticket id', 'body'],
    some: { least: 1, of: ['public', 'user id', 'author id', 'voice comment'] },
    instead: alongside,
  },
  {
    what: 'entries of the audit log of an account',
    needs: ['action', 'source type'],
    some: { least: 1, of: ['change description', 'actor id', 'source label'] },
    instead: `${exportTickets}; the history of tickets is in their audits, as JSON`,
  },
  {
    what: 'changes of ticket fields',
    needs: ['field name', 'ticket id', 'value'],
    instead: `${exportTickets}; their history is in their audits, as JSON`,
  },
  { what: 'tags of tickets', needs: ['ticket id', 'tag'], instead: exportTickets },
  { what: 'schedules', needs: ['id', 'start time', 'end time', 'time zone'], instead: exportTickets },
  { what: 'schedules of tickets', needs: ['ticket id', 'schedule id'], instead: exportTickets },
  { what: 'ticket forms', needs: ['id', 'display name', 'end user visible'], instead: exportTickets },
  { what: 'groups', needs: ['id', 'name', 'url', 'created at', 'updated at'], instead: alongside },
];

/** What only a table of tickets has. */
const ofTickets = [
  'subject',
  'ticket subject',
  'short description',
  'status',
  'ticket status',
  'priority',
  'requester',
];

const isThat = (names: ReadonlySet<string>, { needs, some }: OtherTable): boolean =>
  needs.every((name) => names.has(name)) &&
  (some === undefined || some.of.filter((name) => names.has(name)).length >= some.least);

/** Faults INVALID for a table that is known to hold something else, which would come in as tickets without a word. SPEC IMP-22. */
export function refuseOtherTables(header: readonly string[]): void {
  const names = new Set(header.map(folded));
  if (ofTickets.some((name) => names.has(name))) return;
  const found = others.find((other) => isThat(names, other));
  if (found === undefined) return;
  throw new Fault('INVALID', `These are ${found.what}, not tickets. ${found.instead}.`, { field: 'source' });
}
