import type { Done, InstantIn } from '../../../contract/index.ts';
import { instantIn } from '../../../domain/calendar/instant.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';
import { holdingOf, invitedTo, mustRefresher, stretchOf, type RefresherRecord } from './read.ts';
import { isOnShift, keepHolding, putIn, takeOut } from './shifts.ts';

type Input = { readonly id: string; readonly startAt: InstantIn | null; readonly publish: boolean };
type Placed = Done & { placed: string[]; notPlaced: string[] };

/** Whose shifts keep the time of a refresher free: those invited, and whoever leads it. */
export const wantedAt = (
  { trainerId }: Pick<RefresherRecord, 'trainerId'>,
  invited: readonly { readonly personId: string }[],
): ReadonlySet<string> =>
  new Set([...invited.map(({ personId }) => personId), ...(trainerId === null ? [] : [trainerId])]);

/**
 * Puts a refresher at a time, out of the shifts it was in and into those of who can come; null takes it out of them. All of
 * it is one change set. Faults CONFLICT on one that was called off. SPEC TRN-11 to TRN-13.
 */
export function place(core: Core, { id, startAt, publish }: Input): Placed {
  mustLead(core);
  const refresher = mustRefresher(core, id);
  const at = startAt === null ? null : instantIn(startAt, 'startAt');
  if (at !== null && refresher.state === 'cancelled')
    throw new Fault('CONFLICT', 'This refresher was called off. Plan it again first.');
  const label = at === null ? `“${refresher.title}” without a time` : `“${refresher.title}” placed`;
  const invited = invitedTo(core, refresher);
  const people = wantedAt(refresher, invited);
  const [before, after] = [stretchOf(refresher), stretchOf({ ...refresher, startAt: at })];
  const { result, changeSet } = core.write({ name: 'training.place', label }, (write) => {
    const held = holdingOf(refresher, invited);
    if (before !== null) takeOut(core, write, before, people, held, () => publish);
    write.update('refresher', uuidBytes(id), { start_at: at });
    const placed = after === null ? new Map<string, string>() : putIn(core, write, after, people, () => publish);
    keepHolding(write, refresher, invited, placed);
    return placed;
  });
  // Who leads it and is not on the roster then has no time to be kept free.
  const isMissed = (personId: string): boolean =>
    invited.some((each) => each.personId === personId) || (after !== null && isOnShift(core, personId, after));
  const notPlaced = after === null ? [] : [...people].filter((each) => !result.has(each) && isMissed(each));
  return { changed: changeSet === null ? 0 : 1, label, changeSet, placed: [...result.keys()], notPlaced };
}
