import type { DeskShift } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { useDay } from './day-store.ts';
import { patchOf, type Plan } from './shift-draft.ts';

/** How long keys may pause before what they moved is saved as one change. */
const pauseMs = 700;

const unsent = new Map<string, DeskShift>();
let timer: number | undefined;

const sameParts = (one: Plan, other: Plan): boolean =>
  one.personId === other.personId &&
  one.startAt === other.startAt &&
  one.endAt === other.endAt &&
  one.work === other.work &&
  JSON.stringify(one.activities) === JSON.stringify(other.activities);

/** A shift as it would be after the change: a draft where it is not what was published. */
export const changed = (shift: DeskShift, plan: Partial<Plan> & { readonly note?: string }): DeskShift => {
  const next = { ...shift, ...plan };
  return { ...next, draft: next.removed || next.published === null || !sameParts(next, next.published) };
};

/** Shows a shift as changed, until the desk has answered. */
function show(shifts: readonly DeskShift[]): void {
  useDay.setState(({ pending }) => ({
    pending: new Map([...pending, ...shifts.map((one) => [one.id, one] as const)]),
  }));
}

function unshow(shifts: readonly DeskShift[]): void {
  useDay.setState(({ pending }) => ({
    pending: new Map([...pending].filter(([, held]) => !shifts.includes(held))),
  }));
}

async function send(shifts: readonly DeskShift[], publish: boolean): Promise<boolean> {
  const done = await command(client.roster.save({ shifts: shifts.map(patchOf), publish }));
  if (done !== null) await queryClient.invalidateQueries({ queryKey: orpc.roster.range.key() });
  unshow(shifts);
  return done !== null;
}

/** Sends what keys have moved since the last save. */
export function flush(): void {
  window.clearTimeout(timer);
  if (unsent.size === 0) return;
  const shifts = [...unsent.values()];
  unsent.clear();
  void send(shifts, false);
}

/** Shows a change at once and saves it when the keys pause, so that four steps are one change to undo. */
export function hold(shift: DeskShift): void {
  show([shift]);
  unsent.set(shift.id, shift);
  window.clearTimeout(timer);
  timer = window.setTimeout(flush, pauseMs);
}

/** Shows changes at once and saves them. False where the desk refused; it has said why. */
export function save(shifts: readonly DeskShift[], publish = false): Promise<boolean> {
  flush();
  show(shifts);
  return send(shifts, publish);
}

/** Makes new shifts; their ids, or null where the desk refused. */
export async function create(plans: readonly (Plan & { readonly note: string })[]): Promise<readonly string[] | null> {
  flush();
  const done = await command(client.roster.save({ shifts: plans.map(patchOf) }));
  if (done === null) return null;
  await queryClient.invalidateQueries({ queryKey: orpc.roster.range.key() });
  return done.ids;
}
