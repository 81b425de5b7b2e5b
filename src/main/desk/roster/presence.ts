import type { Attendance, Done, InstantIn, RosterShift } from '../../../contract/index.ts';
import { toInstant } from '../../../domain/calendar/instant.ts';
import { dayMs, minuteMs } from '../../../domain/calendar/wall-time.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { segments } from '../../../domain/roster/shift.ts';
import type { Core } from '../core.ts';
import { awayIn, published, shiftsIn } from './read.ts';
import type { Span } from './span.ts';
import { mustPerson, nameOf } from '../person.ts';
import { mustBeHere } from './write.ts';

/** Published shifts of a person around an instant: the one that runs, or the next within half a day. */
function shiftAround(core: Core, personId: string, at: number): RosterShift | undefined {
  const span = { startAt: at - dayMs / 2, endAt: at + dayMs / 2 };
  const theirs = published(shiftsIn(core.db, span)).filter((shift) => shift.personId === personId);
  const byStart = theirs.toSorted((a, b) => a.startAt - b.startAt);
  return (
    byStart.find(({ startAt, endAt }) => startAt <= at && at < endAt) ?? byStart.find(({ startAt }) => startAt > at)
  );
}

const lateMinutes = 15;

/** The stretch that two keys mean: late until now or for a quarter, absent for the shift, gone from now on. SPEC ROS-10. */
function stretchOf(
  core: Core,
  input: {
    readonly personId: string;
    readonly kind: Attendance['kind'];
    readonly startAt?: InstantIn | undefined;
    readonly endAt?: InstantIn | undefined;
  },
): Span {
  const now = core.ports.now();
  const given = input.startAt === undefined ? undefined : toInstant(input.startAt);
  const shift = shiftAround(core, input.personId, given ?? now);
  if (shift === undefined && (given === undefined || input.endAt === undefined))
    throw new Fault(
      'INVALID',
      `${nameOf(core, input.personId)} has no published shift now. Publish it, or say from when to when.`,
      {
        field: 'startAt',
      },
    );
  const whole = shift ?? { startAt: given ?? now, endAt: now };
  const late = Math.max(now, whole.startAt + lateMinutes * minuteMs);
  const usual = {
    late: { startAt: whole.startAt, endAt: Math.min(late, whole.endAt) },
    absent: { startAt: whole.startAt, endAt: whole.endAt },
    left: { startAt: Math.max(now, whole.startAt), endAt: whole.endAt },
  }[input.kind];
  const span = {
    startAt: given ?? usual.startAt,
    endAt: input.endAt === undefined ? usual.endAt : toInstant(input.endAt),
  };
  if (span.endAt <= span.startAt)
    throw new Fault('INVALID', 'This ends at or before its start. Give it an end after it.', { field: 'endAt' });
  return span;
}

const attendanceWords = { late: 'late', absent: 'absent', left: 'left early' } as const;

export function attend(
  core: Core,
  input: {
    readonly personId: string;
    readonly kind: Attendance['kind'];
    readonly startAt?: InstantIn | undefined;
    readonly endAt?: InstantIn | undefined;
    readonly reason: string;
  },
): Done & { id: string } {
  const person = mustPerson(core, input.personId);
  const { startAt, endAt } = stretchOf(core, input);
  const at = core.ports.now();
  const uid = core.newId(at);
  const label = `${nameOf(core, input.personId)} ${attendanceWords[input.kind]}`;
  const { changeSet } = core.write({ name: 'roster.attend', label }, (write) => {
    write.insert('attendance', uid, {
      person_id: person,
      kind: input.kind,
      start_at: startAt,
      end_at: endAt,
      reason: input.reason,
      at,
      by: core.actor(),
    });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

export function removeAttendance(core: Core, id: string): Done {
  const uid = mustBeHere(core, 'attendance', id, 'That entry is not on this desk any more.');
  const label = 'Attendance taken back';
  const { changeSet } = core.write({ name: 'roster.attendRemove', label }, (write) => {
    write.remove('attendance', uid);
  });
  return { changed: 1, label, changeSet };
}

export type OnShift = {
  readonly personId: string;
  readonly shiftId: string;
  readonly kind: ReturnType<typeof segments>[number]['kind'];
  readonly untilAt: number;
};

/** Who is on shift at an instant by what was published, and is there, with what they should be doing. SPEC ROS-11. */
export function onShiftAt(core: Core, at: number): OnShift[] {
  const span = { startAt: at, endAt: at + 1 };
  const away = new Set(awayIn(core.db, span).map(({ personId }) => personId));
  return published(shiftsIn(core.db, span)).flatMap((shift) => {
    if (shift.personId === null || away.has(shift.personId) || shift.startAt > at || shift.endAt <= at) return [];
    const now = segments(shift).find(({ startAt, endAt }) => startAt <= at && at < endAt);
    if (now === undefined) return [];
    return [{ personId: shift.personId, shiftId: shift.id, kind: now.kind, untilAt: now.endAt }];
  });
}
