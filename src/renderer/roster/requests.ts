import type { DeskShift, ShiftRequest, TimeOff } from '../../contract/index.ts';

/** Something asked for: time off, or about a shift. */
export type Asked =
  | { readonly kind: 'timeOff'; readonly id: string; readonly row: TimeOff }
  | {
      readonly kind: 'shift';
      readonly id: string;
      readonly row: ShiftRequest;
      readonly shift: DeskShift | null;
      readonly other: DeskShift | null;
    };

export type AskedGroups = { readonly open: readonly Asked[]; readonly decided: readonly Asked[] };

/** When it would take effect, epoch ms: what comes first is decided first. */
function startOf(asked: Asked): number {
  if (asked.kind === 'timeOff') return asked.row.startAt;
  return asked.shift?.startAt ?? asked.row.askedAt;
}

/** What is asked for, what begins first on top; below, what was decided, the latest on top. */
export function groupAsked(
  timeOff: readonly TimeOff[],
  requests: readonly ShiftRequest[],
  shifts: readonly DeskShift[],
): AskedGroups {
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  const all: readonly Asked[] = [
    ...timeOff.map((row): Asked => ({ kind: 'timeOff', id: row.id, row })),
    ...requests.map((row): Asked => ({
      kind: 'shift',
      id: row.id,
      row,
      shift: byId.get(row.shiftId) ?? null,
      other: row.otherShiftId === null ? null : (byId.get(row.otherShiftId) ?? null),
    })),
  ];
  const decidedAt = ({ row }: Asked): number => row.decidedAt ?? row.askedAt;
  return {
    open: all.filter(({ row }) => row.state === 'asked').sort((a, b) => startOf(a) - startOf(b)),
    decided: all.filter(({ row }) => row.state !== 'asked').sort((a, b) => decidedAt(b) - decidedAt(a)),
  };
}
