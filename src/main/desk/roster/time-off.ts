import type { Done, InstantIn, TimeOff } from '../../../contract/index.ts';
import { toInstant } from '../../../domain/calendar/instant.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { timeOffWhere } from './read.ts';
import { spanOf, type Span } from './span.ts';
import { mustPerson, nameOf } from '../person.ts';

/** A stretch as it comes in. Faults INVALID where it ends before it begins, or lasts over two years. */
export function stretchIn(input: { readonly startAt: InstantIn; readonly endAt: InstantIn }): Span {
  const span = { startAt: toInstant(input.startAt), endAt: toInstant(input.endAt) };
  if (span.endAt <= span.startAt)
    throw new Fault('INVALID', 'This ends at or before its start. Give it an end after it.', { field: 'endAt' });
  if (span.endAt - span.startAt > 2 * 366 * 86_400_000)
    throw new Fault('INVALID', 'This lasts over two years. Check the dates.', { field: 'endAt' });
  return span;
}

export function askTimeOff(
  core: Core,
  input: {
    readonly personId: string;
    readonly startAt: InstantIn;
    readonly endAt: InstantIn;
    readonly kind: TimeOff['kind'];
    readonly note: string;
    readonly approve: boolean;
  },
): Done & { id: string } {
  const { startAt, endAt } = stretchIn(input);
  const person = mustPerson(core, input.personId);
  const now = core.ports.now();
  const uid = core.newId(now);
  const label = `Time off of ${nameOf(core, input.personId)} ${input.approve ? 'approved' : 'asked for'}`;
  const { changeSet } = core.write({ name: 'roster.timeOffAsk', label }, (write) => {
    write.insert('time_off', uid, {
      person_id: person,
      start_at: startAt,
      end_at: endAt,
      kind: input.kind,
      note: input.note,
      state: input.approve ? 'approved' : 'asked',
      asked_at: now,
      decided_at: input.approve ? now : null,
      decided_by: input.approve ? core.actor() : null,
      reason: '',
    });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

export const decisionWords = { approved: 'approved', declined: 'declined', withdrawn: 'withdrawn' } as const;
export type Decision = keyof typeof decisionWords;

export function decideTimeOff(
  core: Core,
  input: { readonly id: string; readonly state: Decision; readonly reason: string },
): Done {
  const [found] = timeOffWhere(core.db, 'WHERE t.uid = ?', uuidBytes(input.id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That time off is not on this desk any more.');
  const label = `Time off of ${nameOf(core, found.personId)} ${decisionWords[input.state]}`;
  const { changeSet } = core.write({ name: 'roster.timeOffDecide', label }, (write) => {
    write.update('time_off', uuidBytes(found.id), {
      state: input.state,
      decided_at: core.ports.now(),
      decided_by: core.actor(),
      reason: input.reason,
    });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

/** What is asked for first, oldest first; then what is still to come or lasts, then what is over, newest first. */
export function listTimeOff(
  core: Core,
  input: { readonly from?: string | undefined; readonly limit: number },
): TimeOff[] {
  const since = input.from === undefined ? 0 : spanOf(core, { from: input.from, days: 1 }).startAt;
  return timeOffWhere(
    core.db,
    `WHERE t.end_at > ? ORDER BY t.state <> 'asked', CASE t.state WHEN 'asked' THEN t.asked_at ELSE -t.start_at END, t.id LIMIT ?`,
    since,
    input.limit,
  );
}
