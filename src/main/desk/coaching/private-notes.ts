import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { row, run } from '../../store/db.ts';
import type { Core } from '../core.ts';

/** Notes are found by who wrote them: whoever the desk does not know is one author. */
const authorOf = (core: Core): string => core.facts.settings().me ?? '';

/** What whoever uses the desk wrote of a session for themselves; nobody else's is ever read. SPEC COA-3. */
export const readPrivate = (core: Core, sessionId: string): string =>
  row<{ body: string }>(
    core.db,
    'SELECT body FROM coaching_private WHERE session_uid = ? AND author = ?',
    uuidBytes(sessionId),
    authorOf(core),
  )?.body ?? '';

/** Kept outside of the change log, which anybody may read. True if it changed. */
export function writePrivate(core: Core, sessionId: string, body: string): boolean {
  if (readPrivate(core, sessionId) === body) return false;
  run(
    core.db,
    `INSERT INTO coaching_private (session_uid, author, body, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (session_uid, author) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
    uuidBytes(sessionId),
    authorOf(core),
    body,
    core.ports.now(),
  );
  core.hub.changed('coaching', []);
  return true;
}
