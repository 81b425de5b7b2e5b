import type { DeskShift, Done, Finding, RosterShift, ShiftRequest } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row } from '../../store/db.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { requestsWhere, shiftsById } from './read.ts';
import { findingsIn } from './rules.ts';
import { decisionWords, type Decision } from './time-off.ts';
import { mustPerson, nameOf, personRow } from '../person.ts';
import { updateShift } from './write.ts';

type Wanted = Pick<ShiftRequest, 'kind' | 'shiftId' | 'personId' | 'toPersonId' | 'otherShiftId'>;

function mustShift(core: Core, id: string, field: string): DeskShift {
  const [found] = shiftsById(core.db, [id]);
  if (found === undefined || found.removed)
    throw new Fault('NOT_FOUND', 'That shift is not on the roster any more.', { field });
  return found;
}

/** Who gets which shift once the request is granted. Faults CONFLICT where the shifts are no longer whose they were. */
function handOvers(core: Core, wanted: Wanted): RosterShift[] {
  const shift = mustShift(core, wanted.shiftId, 'shiftId');
  if (wanted.kind === 'claim') {
    if (shift.personId !== null)
      throw new Fault('CONFLICT', `${nameOf(core, shift.personId)} has that shift by now. Choose another open one.`);
    return [{ ...shift, personId: wanted.personId }];
  }
  if (shift.personId !== wanted.personId)
    throw new Fault('CONFLICT', `That shift is not ${nameOf(core, wanted.personId)}'s any more.`, { field: 'shiftId' });
  if (wanted.kind === 'give') {
    if (wanted.toPersonId === wanted.personId)
      throw new Fault('INVALID', 'Choose somebody else to give the shift to.', { field: 'toPersonId' });
    return [{ ...shift, personId: wanted.toPersonId }];
  }
  if (wanted.otherShiftId === null || wanted.toPersonId === null)
    throw new Fault('INVALID', 'Choose with whom to swap, and for which shift.', { field: 'otherShiftId' });
  const other = mustShift(core, wanted.otherShiftId, 'otherShiftId');
  if (other.personId !== wanted.toPersonId)
    throw new Fault('CONFLICT', `That shift is not ${nameOf(core, wanted.toPersonId)}'s.`, { field: 'otherShiftId' });
  return [
    { ...shift, personId: other.personId },
    { ...other, personId: shift.personId },
  ];
}

const bare = ({ id, personId, startAt, endAt, work, activities }: RosterShift): RosterShift => ({
  id,
  personId,
  startAt,
  endAt,
  work,
  activities,
});

/** What the lint finds of the people concerned once the shifts have changed hands. */
function effect(core: Core, wanted: Wanted): Finding[] {
  const moved = handOvers(core, wanted).map(bare);
  const ids = new Map(moved.map((shift) => [shift.id, shift]));
  const concerned = new Set(moved.flatMap(({ personId }) => personId ?? []));
  const span = {
    startAt: Math.min(...moved.map(({ startAt }) => startAt)) - 86_400_000,
    endAt: Math.max(...moved.map(({ endAt }) => endAt)) + 86_400_000,
  };
  return findingsIn(core, span, (shifts) => shifts.map((shift) => ids.get(shift.id) ?? shift)).filter(
    ({ personId, shiftIds }) => (personId !== null && concerned.has(personId)) || shiftIds.some((id) => ids.has(id)),
  );
}

/** The shifts change hands, in the plan and in what counts: what was agreed holds at once. */
function grant(core: Core, write: Writer, wanted: Wanted): void {
  for (const shift of handOvers(core, wanted)) {
    const [before] = shiftsById(core.db, [shift.id]);
    updateShift(core, write, bare(shift), before?.published !== null);
  }
}

const shiftRow = (core: Core, id: string | null): number | null =>
  id === null ? null : (row<{ id: number }>(core.db, 'SELECT id FROM shift WHERE uid = ?', uuidBytes(id))?.id ?? null);

const kindWords = { give: 'Shift given away', swap: 'Swap', claim: 'Open shift' } as const;

export function makeRequest(
  core: Core,
  input: Wanted & { readonly note: string; readonly approve: boolean },
): Done & { id: string; findings: Finding[] } {
  const found = effect(core, input);
  const now = core.ports.now();
  const uid = core.newId(now);
  const label = `${kindWords[input.kind]}: ${nameOf(core, input.personId)}${input.approve ? '' : ' asks'}`;
  const { changeSet } = core.write({ name: 'roster.requestMake', label }, (write) => {
    write.insert('shift_request', uid, {
      kind: input.kind,
      shift_id: shiftRow(core, input.shiftId),
      person_id: mustPerson(core, input.personId),
      to_person_id: personRow(core, input.toPersonId, 'toPersonId'),
      other_shift_id: shiftRow(core, input.otherShiftId),
      state: input.approve ? 'approved' : 'asked',
      note: input.note,
      asked_at: now,
      decided_at: input.approve ? now : null,
      decided_by: input.approve ? core.actor() : null,
      reason: '',
    });
    if (input.approve) grant(core, write, input);
  });
  return { changed: 1, label, changeSet, id: uuidText(uid), findings: found };
}

function openRequest(core: Core, id: string): ShiftRequest {
  const [found] = requestsWhere(core.db, 'WHERE r.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That request is not on this desk any more.');
  if (found.state !== 'asked')
    throw new Fault(
      'CONFLICT',
      `That request was ${decisionWords[found.state]} already. Undo that, or make a new one.`,
    );
  return found;
}

export function decideRequest(
  core: Core,
  input: { readonly id: string; readonly state: Decision; readonly reason: string },
): Done {
  const request = openRequest(core, input.id);
  const label = `${kindWords[request.kind]} of ${nameOf(core, request.personId)} ${decisionWords[input.state]}`;
  const { changeSet } = core.write({ name: 'roster.requestDecide', label }, (write) => {
    if (input.state === 'approved') grant(core, write, request);
    write.update('shift_request', uuidBytes(request.id), {
      state: input.state,
      decided_at: core.ports.now(),
      decided_by: core.actor(),
      reason: input.reason,
    });
  });
  return { changed: 1, label, changeSet };
}

export const requestEffect = (core: Core, id: string): Finding[] => effect(core, openRequest(core, id));

/** Open requests oldest first, then decided ones newest first, with the shifts they are about. */
export function listRequests(core: Core, limit: number): { requests: ShiftRequest[]; shifts: DeskShift[] } {
  const requests = requestsWhere(
    core.db,
    `ORDER BY r.state <> 'asked', CASE r.state WHEN 'asked' THEN r.asked_at ELSE -r.decided_at END, r.id LIMIT ?`,
    limit,
  );
  const ids = new Set(
    requests.flatMap(({ shiftId, otherShiftId }) => (otherShiftId === null ? [shiftId] : [shiftId, otherShiftId])),
  );
  return { requests, shifts: shiftsById(core.db, [...ids]) };
}
