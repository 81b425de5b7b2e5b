import type { DeskShift } from '../../../contract/index.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { isFree, withoutTraining, withTraining } from '../../../domain/training/free.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { awayIn, shiftsIn } from '../roster/read.ts';
import { touches, type Span } from '../roster/span.ts';
import { updateShift } from '../roster/write.ts';
import type { Holding, InvitedRecord, RefresherRecord } from './read.ts';

/** Whether what is changed of the plan of a shift counts at once. */
export type Publish = (shift: DeskShift) => boolean;

/** What was published as it stands is published as it stands then; a draft stays one. SPEC TRN-13. */
export const asItWas: Publish = ({ draft }) => !draft;

const plannedIn = (core: Core, span: Span): DeskShift[] => shiftsIn(core.db, span).filter(({ removed }) => !removed);

/** A shift that keeps its note, with other activities. */
function lay(core: Core, write: Writer, shift: DeskShift, activities: DeskShift['activities'], publish: Publish): void {
  const { id, personId, startAt, endAt, work } = shift;
  updateShift(core, write, { id, personId, startAt, endAt, work, activities }, publish(shift));
}

/**
 * Takes the time of a refresher out of the shifts that hold it for some people: exactly that training, where it still is. A
 * shift that was changed meanwhile and has it no more is left as it is, and training that is not this refresher's stays.
 * Gives who holds it then. SPEC TRN-12.
 */
export function takeOut(
  core: Core,
  write: Writer,
  span: Span,
  people: ReadonlySet<string>,
  holding: Holding,
  publish: Publish,
): Holding {
  for (const shift of plannedIn(core, span)) {
    const { personId } = shift;
    if (personId === null || !people.has(personId) || holding.get(personId) !== shift.id) continue;
    const rest = withoutTraining(shift.activities, span);
    if (rest !== null) lay(core, write, shift, rest, publish);
  }
  return new Map([...holding].filter(([personId]) => !people.has(personId)));
}

/** Puts it into the shifts of those who are at queue work for the whole of it and not away; gives which those are. SPEC TRN-11. */
export function putIn(core: Core, write: Writer, span: Span, people: ReadonlySet<string>, publish: Publish): Holding {
  const away = awayIn(core.db, span).filter((each) => touches(each, span));
  const placed = new Map<string, string>();
  for (const shift of plannedIn(core, span)) {
    const { personId } = shift;
    if (personId === null || !people.has(personId) || placed.has(personId) || !isFree(shift, span)) continue;
    if (away.some((each) => each.personId === personId)) continue;
    lay(core, write, shift, withTraining(shift.activities, span), publish);
    placed.set(personId, shift.id);
  }
  return placed;
}

/** Keeps with the refresher which shifts hold its time. */
export function keepHolding(
  write: Writer,
  { id, trainerId }: Pick<RefresherRecord, 'id' | 'trainerId'>,
  invited: readonly InvitedRecord[],
  holding: Holding,
): void {
  const shiftOf = (personId: string | null): string | null =>
    personId === null ? null : (holding.get(personId) ?? null);
  for (const { uid, personId } of invited) write.update('refresher_attendance', uid, { shift: shiftOf(personId) });
  write.update('refresher', uuidBytes(id), { trainer_shift: shiftOf(trainerId) });
}

/** Whether somebody has a shift in a stretch, whatever they do in it. */
export const isOnShift = (core: Core, personId: string, span: Span): boolean =>
  plannedIn(core, span).some((shift) => shift.personId === personId && touches(shift, span));
