import type { GroupKey, TicketRow } from '../../contract/index.ts';
import type { OpenWork } from '../../domain/reports/reconciliation.ts';
import { readByCategory, readClosed, type ClosedTicket, type SolvedOfCategory } from './closed-tickets.ts';
import { readByIds, readCounts, type Counts, type WindowQuery } from './boards.ts';
import type { Where } from './condition-sql.ts';
import {
  readContacts,
  readHandled,
  readOutlook,
  type ContactCount,
  type ContactsQuery,
  type OutlookQuery,
  type OutlookRead,
} from './contacts.ts';
import { column, connect, type ReadDb, type WriteDb } from './db.ts';
import { readLate, type LateClock, type LateQuery } from './late-clocks.ts';
import { readMorning, readOpenWork, type MorningQuery, type MorningRead } from './morning.ts';
import { readPauseAudit, type AuditQuery, type AuditRead } from './pause-audit.ts';
import { simulate, type SimulateQuery, type SimulateRead } from './simulate.ts';
import { searchTickets, type Hit, type SearchQuery } from './search.ts';
import {
  readPolicyReplay,
  readPreview,
  type PreviewQuery,
  type PreviewRead,
  type ReplayQuery,
  type ReplayRead,
} from './sla-what-if.ts';

/** Reads that may take longer than a frame, on a thread and a connection of their own. */
export type ReadTask =
  | { readonly kind: 'window'; readonly query: WindowQuery; readonly offset: number; readonly limit: number }
  | { readonly kind: 'counts'; readonly where: Where; readonly groupBy: GroupKey | undefined }
  | { readonly kind: 'search'; readonly query: SearchQuery }
  | { readonly kind: 'late'; readonly query: LateQuery }
  | { readonly kind: 'morning'; readonly query: MorningQuery }
  | { readonly kind: 'policyReplay'; readonly query: ReplayQuery }
  | { readonly kind: 'preview'; readonly query: PreviewQuery }
  | { readonly kind: 'pauseAudit'; readonly query: AuditQuery }
  | { readonly kind: 'openWork'; readonly query: { readonly waitBefore: number; readonly limit: number } }
  | { readonly kind: 'simulate'; readonly query: SimulateQuery }
  | { readonly kind: 'contacts'; readonly query: ContactsQuery }
  | { readonly kind: 'outlook'; readonly query: OutlookQuery }
  | { readonly kind: 'closed'; readonly query: { readonly startAt: number; readonly endAt: number } }
  | { readonly kind: 'byCategory'; readonly query: { readonly startAt: number; readonly endAt: number } }
  | { readonly kind: 'handled'; readonly query: { readonly startAt: number; readonly endAt: number } };
export type ReadAnswers = {
  simulate: SimulateRead;
  window: TicketRow[];
  counts: Counts;
  search: Hit[];
  late: LateClock[];
  morning: MorningRead;
  openWork: OpenWork;
  policyReplay: ReplayRead;
  preview: PreviewRead;
  pauseAudit: AuditRead;
  contacts: ContactCount[];
  outlook: OutlookRead;
  closed: ClosedTicket[];
  byCategory: SolvedOfCategory[];
  handled: Map<string, number>;
};
export type ReadRequest = {
  readonly file: string;
  readonly nativeBinding: string | undefined;
  readonly task: ReadTask;
};

let open: { readonly file: string; readonly db: WriteDb } | undefined;

function connection(file: string, nativeBinding: string | undefined): ReadDb {
  if (open?.file !== file) {
    open?.db.close();
    open = { file, db: connect(file, { readonly: true, nativeBinding }) };
  }
  return open.db;
}

/** The order of a board, as row ids: worked out once, then any window of it costs what it shows. */
type Positions = { readonly ids: Int32Array; readonly version: number; readonly at: number };
const positionsByQuery = new Map<string, Positions>();
const keptOrders = 4;

/** A long order is not worked out anew for every reply elsewhere: rows are always fresh, their places for this long. */
const stalenessMs = 2000;
const longOrder = 50_000;

function positions(db: WriteDb, { text, params }: WindowQuery): Int32Array {
  const key = JSON.stringify([text, params], (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value));
  const version = db.pragma('data_version', { simple: true }) as number;
  const known = positionsByQuery.get(key);
  const age = performance.now() - (known?.at ?? 0);
  if (known !== undefined && (known.version === version || (known.ids.length > longOrder && age < stalenessMs)))
    return known.ids;
  const ids = Int32Array.from(column<number>(db, text, ...params));
  positionsByQuery.delete(key);
  positionsByQuery.set(key, { ids, version, at: performance.now() });
  for (const oldest of [...positionsByQuery.keys()].slice(0, -keptOrders)) positionsByQuery.delete(oldest);
  return ids;
}

function answer(db: ReadDb, task: ReadTask): ReadAnswers[keyof ReadAnswers] {
  switch (task.kind) {
    case 'window':
      return readByIds(db, [...positions(db as WriteDb, task.query).subarray(task.offset, task.offset + task.limit)]);
    case 'counts':
      return readCounts(db, task.where, task.groupBy);
    case 'simulate':
      return simulate(db, task.query);
    case 'search':
      return searchTickets(db, task.query);
    case 'late':
      return readLate(db, task.query);
    case 'morning':
      return readMorning(db, task.query);
    case 'policyReplay':
      return readPolicyReplay(db, task.query);
    case 'preview':
      return readPreview(db, task.query);
    case 'pauseAudit':
      return readPauseAudit(db, task.query);
    case 'contacts':
      return readContacts(db, task.query);
    case 'outlook':
      return readOutlook(db, task.query);
    case 'closed':
      return readClosed(db, task.query);
    case 'byCategory':
      return readByCategory(db, task.query);
    case 'handled':
      return readHandled(db, task.query);
    case 'openWork':
      return readOpenWork(db, task.query);
  }
}

/** Entry of every pool thread. */
export default function work({ file, nativeBinding, task }: ReadRequest): ReadAnswers[keyof ReadAnswers] {
  return answer(connection(file, nativeBinding), task);
}
