import { localClock } from '../../../domain/ask/local-time.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { connect, type WriteDb } from '../db.ts';
import { shadowStatements, viewStatements } from './view-sql.ts';

/** A connection that answers questions, and the one that knows only the names of what may be asked. */
export type AskDb = {
  readonly db: WriteDb;
  readonly shadow: WriteDb;
  /** The zone and the time, epoch ms, in which the next question is answered. */
  readonly set: (timeZone: string, now: number) => void;
  readonly close: () => void;
};

type Clock = { local: (at: number) => string; now: number };

function addFunctions(db: WriteDb, clock: Clock): void {
  const safe = { deterministic: true, directOnly: false } as const;
  db.function('local', safe, (at: unknown) =>
    typeof at === 'number' && Number.isFinite(at) ? localOf(clock, at) : null,
  );
  db.function('now_ms', safe, () => clock.now);
  db.function('uuid_text', safe, (uid: unknown) => (uid instanceof Uint8Array ? uuidText(uid) : null));
}

/** Beyond the dates there are, nothing. */
const mostMs = 8_639_000_000_000_000;
const localOf = (clock: Clock, at: number): string | null => (Math.abs(at) > mostMs ? null : clock.local(at));

/** Opens a desk file for questions: read only, with the views and their few functions. */
export function openAsk(file: string, nativeBinding: string | undefined): AskDb {
  const clock: Clock = { local: localClock('UTC'), now: 0 };
  let zone = 'UTC';
  const db = connect(file, { readonly: true, nativeBinding });
  const shadow = connect(':memory:', { nativeBinding });
  for (const each of [db, shadow]) addFunctions(each, clock);
  // The views come before the connection refuses to make anything.
  db.pragma('query_only = OFF');
  for (const text of viewStatements()) db.exec(text);
  db.pragma('query_only = ON');
  db.pragma('trusted_schema = OFF');
  // Read pages are not to count as memory of the question.
  db.pragma('mmap_size = 0');
  for (const text of shadowStatements()) shadow.exec(text);
  shadow.pragma('query_only = ON');
  return {
    db,
    shadow,
    set(timeZone, now) {
      if (timeZone !== zone) clock.local = localClock(timeZone);
      zone = timeZone;
      clock.now = now;
    },
    close() {
      shadow.close();
      db.close();
    },
  };
}
