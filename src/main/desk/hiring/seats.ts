import type { CandidateRow, Done, Pipeline, Seat } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { pipelineOf } from '../../../domain/hiring/pipeline.ts';
import { isRunning } from '../../../domain/hiring/stages.ts';
import type { Core } from '../core.ts';
import { dateBack } from '../roster/span.ts';
import { candidateRows, mustSeat, readSeats } from './read.ts';
import { retentionDaysOf } from './settings.ts';

type Input = {
  readonly id?: string | undefined;
  readonly title: string;
  readonly team: string;
  readonly neededOn: string | null;
  readonly state: Seat['state'];
};

/** Opens a seat, or changes one. One that is open again is nobody's. */
export function saveSeat(core: Core, input: Input): Done & { id: string } {
  const known = input.id === undefined ? null : mustSeat(core, input.id);
  const uid = known === null ? core.newId(core.ports.now()) : uuidBytes(known.id);
  const label = `Seat “${input.title}”`;
  const values = {
    title: input.title,
    team: input.team,
    needed_on: input.neededOn,
    state: input.state,
    ...(input.state === 'open' && { person_id: null }),
  };
  const { changeSet } = core.write({ name: 'hiring.seatSave', label }, (write) => {
    if (known === null) write.insert('seat', uid, { opened_on: dateBack(core, 0), ...values });
    else write.update('seat', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

type Overview = {
  readonly seats: Seat[];
  readonly candidates: CandidateRow[];
  readonly pipeline: Pipeline;
  readonly retentionDays: number;
};

export function overview(core: Core, withClosed: boolean): Overview {
  const candidates = candidateRows(core, withClosed);
  const running = Map.groupBy(
    candidates.filter(({ stage }) => isRunning(stage)),
    ({ seatId }) => seatId,
  );
  const seats = readSeats(core, '1').map(({ row: _, ...seat }) => ({
    ...seat,
    running: running.get(seat.id)?.length ?? 0,
  }));
  return { seats, candidates, pipeline: pipelineOf(seats, candidates), retentionDays: retentionDaysOf(core.db) };
}
