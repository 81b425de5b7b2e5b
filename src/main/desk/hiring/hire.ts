import type { Done } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { isRunning } from '../../../domain/hiring/stages.ts';
import { Fault } from '../../../domain/fault.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { startNewcomer } from '../onboarding/start.ts';
import { personValues } from '../people.ts';
import { putInto } from './candidates.ts';
import { mustCandidate, mustSeat, type Held, type HeldSeat } from './read.ts';

type Input = {
  readonly id: string;
  readonly startOn: string;
  readonly programme: string | null;
  readonly trainerId: string | null;
  readonly team?: string | undefined;
};

/** Faults CONFLICT on whoever cannot be hired now, with what to do. */
function mustBeHirable(core: Core, { stage, known }: Held, seat: HeldSeat | null): void {
  if (stage === 'hired') throw new Fault('CONFLICT', 'They are hired already.');
  if (!isRunning(stage))
    throw new Fault('CONFLICT', 'They are not in the running any more. Move them back to a stage first.');
  if (known.name === '') throw new Fault('CONFLICT', 'Nobody is hired without a name. Fill it in first.');
  if (seat !== null && seat.state !== 'open')
    throw new Fault('CONFLICT', 'Their seat is not open any more. Give them an open one, or none.', {
      field: 'seatId',
    });
  if (known.email === '') return;
  const taken = row<{ name: string }>(core.db, 'SELECT name FROM person WHERE email = ? COLLATE NOCASE', known.email);
  if (taken !== undefined)
    throw new Fault('CONFLICT', `${taken.name} has that email on this desk already. Check whose it is.`, {
      field: 'email',
    });
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/**
 * Makes a candidate a person of the desk: they, the seat, the stage and their programme in one change set. From here on they
 * are staff, whose name a label may say. SPEC HIR-30.
 */
export function hire(core: Core, input: Input): Done & { personId: string; newcomerId: string | null } {
  const held = mustCandidate(core, input.id);
  const seat = held.seatId === null ? null : mustSeat(core, held.seatId, 'seatId');
  mustBeHirable(core, held, seat);
  const { known } = held;
  const uid = core.newId(core.ports.now());
  const label = `${known.name} hired, from ${input.startOn}`;
  const { changeSet, result } = core.write({ name: 'hiring.hire', label }, (write) => {
    const person = write.insert('person', uid, {
      active: 1,
      ...personValues({
        name: known.name,
        email: orNull(known.email),
        phone: orNull(known.phone),
        team: orNull(input.team ?? seat?.team ?? ''),
        role: 'Newcomer',
        rampPercent: input.programme === null ? 100 : 0,
      }),
    });
    if (seat !== null) write.update('seat', uuidBytes(seat.id), { state: 'filled', person_id: person });
    putInto(core, write, held, { stage: 'hired', known, person });
    const { programme, startOn, trainerId } = input;
    if (programme === null) return null;
    return startNewcomer(core, write, { person, personId: uuidText(uid), programme, startOn, trainerId });
  });
  return { changed: 1, label, changeSet, personId: uuidText(uid), newcomerId: result };
}
