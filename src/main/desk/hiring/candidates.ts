import type { CandidateStage, Done, Screening } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { isRunning } from '../../../domain/hiring/stages.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Values, Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustCandidate, mustSeat, type Held, type Known } from './read.ts';
import { newSeal } from './seal.ts';

type Input = {
  readonly id?: string | undefined;
  readonly seatId?: string | null | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly source?: string | undefined;
  readonly notes?: string | undefined;
  readonly screenings?: Screening[] | undefined;
};

const nobody: Known = { name: '', email: '', phone: '', source: '', notes: '', reason: '', screenings: [] };

/** What is said anew of a candidate; what is left out stays. */
const said = ({ id: _, seatId: __, ...set }: Input): Partial<Known> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));

/** The row of an open seat, or of the one they have. Faults CONFLICT on one that nobody is looked for any more. */
function seatRow(core: Core, seatId: string | null, held: Held | null): number | null {
  if (held?.stage === 'hired' && seatId !== held.seatId)
    throw new Fault('CONFLICT', 'They were hired for their seat. Undo the hire first.', { field: 'seatId' });
  if (seatId === null) return null;
  const seat = mustSeat(core, seatId, 'seatId');
  if (seat.state !== 'open' && seatId !== held?.seatId)
    throw new Fault('CONFLICT', 'That seat is not open. Choose an open one, or open it again.', { field: 'seatId' });
  return seat.row;
}

/**
 * What of a row changes where a candidate becomes `next`. Sealing the same words gives other bytes, so that only what
 * differs is sealed anew.
 */
const sealedIn = ({ known, seal }: Held, next: Known): Values =>
  JSON.stringify(known) === JSON.stringify(next) ? {} : { sealed: seal.close(next) };

function addCandidate(core: Core, input: Input): Done & { id: string } {
  const known = { ...nobody, ...said(input) };
  if (known.name === '') throw new Fault('INVALID', 'Say who it is: a candidate has a name.', { field: 'name' });
  const seat = seatRow(core, input.seatId ?? null, null);
  const now = core.ports.now();
  const uid = core.newId(now);
  const label = 'Candidate added';
  const { changeSet } = core.write({ name: 'hiring.candidateSave', label }, (write) => {
    const sealed = newSeal(core, uid).close(known);
    write.insert('candidate', uid, {
      seat_id: seat,
      stage: 'applied',
      stage_at: now,
      applied_at: now,
      person_id: null,
      sealed,
    });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

/** Somebody new, or changed. The log and its labels have nothing of them that can be read without their key. SPEC HIR-20. */
export function saveCandidate(core: Core, input: Input): Done & { id: string } {
  if (input.id === undefined) return addCandidate(core, input);
  const held = mustCandidate(core, input.id);
  const values = {
    ...(input.seatId !== undefined && { seat_id: seatRow(core, input.seatId, held) }),
    ...sealedIn(held, { ...held.known, ...said(input) }),
  };
  const label = 'Candidate changed';
  const { changeSet } = core.write({ name: 'hiring.candidateSave', label }, (write) => {
    write.update('candidate', uuidBytes(held.id), values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: held.id };
}

/** Puts a candidate into a stage since now, with what is known of them then. */
export function putInto(
  core: Core,
  write: Writer,
  held: Held,
  next: { readonly stage: CandidateStage; readonly known: Known; readonly person?: number },
): void {
  const { stage, known, person } = next;
  write.update('candidate', uuidBytes(held.id), {
    ...(person !== undefined && { person_id: person }),
    ...(stage !== held.stage && { stage, stage_at: core.ports.now() }),
    ...sealedIn(held, known),
  });
}

/** Moves a candidate on or out; why they went is theirs as all else, and goes once they are back in. SPEC HIR-3. */
export function moveCandidate(
  core: Core,
  input: { readonly id: string; readonly stage: Exclude<CandidateStage, 'hired'>; readonly reason: string },
): Done {
  const held = mustCandidate(core, input.id);
  if (held.stage === 'hired')
    throw new Fault('CONFLICT', 'They were hired, and are a person of this desk. Undo the hire to move them.');
  const { stage } = input;
  const reason = isRunning(stage) ? '' : input.reason;
  const label = stageLabels[stage];
  const { changeSet } = core.write({ name: 'hiring.candidateMove', label }, (write) => {
    putInto(core, write, held, { stage, known: { ...held.known, reason } });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

const stageLabels: Readonly<Record<Exclude<CandidateStage, 'hired'>, string>> = {
  applied: 'Candidate moved to applied',
  screening: 'Candidate moved to screening',
  interview: 'Candidate moved to interview',
  offer: 'Candidate moved to offer',
  rejected: 'Candidate rejected',
  withdrawn: 'Candidate withdrawn',
};
