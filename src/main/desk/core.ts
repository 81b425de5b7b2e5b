import type { Settings } from '../../contract/index.ts';
import type { UuidMaker } from '../../domain/desk/uuid.ts';
import type { SearchContext } from '../../domain/tickets/search/query.ts';
import type { ChangeLog, Command, Committed } from '../store/change-log.ts';
import type { WriteDb } from '../store/db.ts';
import type { ReadPool } from '../store/read-pool.ts';
import type { Touched, Writer } from '../store/writer.ts';
import type { JobBoard } from './jobs/job-board.ts';
import type { LiveHub } from './live.ts';
import type { RuleCache } from './rule-cache.ts';
import type { Recount, SlaCache } from './sla-types.ts';
import type { Uploads } from './uploads.ts';

export type DeskPorts = {
  /** Epoch ms. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Runs once after a delay; gives what cancels it. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void;
  /** How many tickets one commit carries where rules change; 20,000 if not given. SPEC SLA-43. */
  readonly mostInOneCommit?: number | undefined;
  /** Reports that are due are made here: where a desk is kept open, and not for one call. SPEC REP-10. */
  readonly makesReports?: boolean | undefined;
  /** better-sqlite3's option of that name: the test runtime brings its own build. */
  readonly nativeBinding?: string | undefined;
};

/** Small tables that every call needs, read once and again when they change. */
export type Facts = {
  readonly settings: () => Settings;
  readonly context: () => SearchContext;
  readonly forget: () => void;
};

/** What the services of a desk share. */
export type Core = {
  readonly file: string;
  readonly db: WriteDb;
  readonly log: ChangeLog;
  /** The same, without clocks having their say first: for what the alarm itself runs. */
  readonly alarmLog: ChangeLog;
  readonly pool: ReadPool;
  readonly hub: LiveHub;
  readonly ports: DeskPorts;
  readonly newId: UuidMaker;
  readonly facts: Facts;
  readonly sla: SlaCache;
  readonly rules: RuleCache;
  readonly jobs: JobBoard;
  readonly recount: Recount;
  /** The name the change log gives to whoever sits here. */
  readonly actor: () => string;
  /** Commits, then announces what was touched and sets the timer anew. */
  readonly write: <T>(command: Omit<Command, 'actor'>, work: (write: Writer) => T) => Committed<T>;
  readonly announce: (touched: Touched) => void;
  /** After what touched too much to list: an import, its removal, a new zone. */
  readonly changedWholesale: () => void;
  readonly uploads: Uploads;
};
