import type { Done, ProgrammeBody } from '../../../contract/index.ts';
import { dayNumber } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall } from '../../../domain/calendar/zone.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row } from '../../store/db.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustPerson, nameOf, personRow } from '../person.ts';
import { mustLead } from '../viewer.ts';
import { deskZone, todayOf } from './days.ts';
import { isRunning } from './read.ts';
import { usedProgramme } from './programmes.ts';

type Start = {
  /** Row and id of the person. */
  readonly person: number;
  readonly personId: string;
  readonly programme: string;
  readonly startOn: string;
  readonly trainerId: string | null;
};

const farthest = 366;

/** Faults INVALID on a day that nobody means, and where somebody would train themselves. */
export function checkStart(core: Core, { startOn, trainerId, personId }: Omit<Start, 'person' | 'programme'>): void {
  if (Math.abs(dayNumber(startOn) - todayOf(core)) > farthest)
    throw new Fault('INVALID', 'That day is over a year away. Check the date.', { field: 'startOn' });
  if (trainerId === personId)
    throw new Fault('INVALID', 'Nobody trains themselves. Choose somebody else.', { field: 'trainerId' });
}

/** When the first stage begins: what counts for its gates counts from here. */
export const begunOn = (core: Core, startOn: string): number => instantOfWall(deskZone(core), dayNumber(startOn), 0);

function insertParts(core: Core, write: Writer, newcomer: number, body: ProgrammeBody, startOn: string): void {
  const now = core.ports.now();
  for (const [at, stage] of body.stages.entries()) {
    write.insert('newcomer_stage', core.newId(now), {
      newcomer_id: newcomer,
      stage: stage.id,
      begun_at: at === 0 ? begunOn(core, startOn) : null,
    });
    for (const task of stage.tasks)
      write.insert('newcomer_task', core.newId(now), { newcomer_id: newcomer, stage: stage.id, task: task.id });
  }
}

/**
 * Puts a person on a programme, within a change set of its own or of somebody else's (a hire); their ramp is that of its first
 * stage from here on. Gives the newcomer's id. Faults NOT_FOUND or CONFLICT on the programme, INVALID on the day, CONFLICT
 * where they are on one already. SPEC ONB-1.
 */
export function startNewcomer(core: Core, write: Writer, start: Start): string {
  const body = usedProgramme(core, start.programme);
  checkStart(core, start);
  if (row(core.db, `SELECT 1 FROM newcomer n WHERE n.person_id = ? AND ${isRunning}`, start.person) !== undefined)
    throw new Fault('CONFLICT', 'They are on a programme already. End that first.', { field: 'personId' });
  const uid = core.newId(core.ports.now());
  const newcomer = write.insert('newcomer', uid, {
    person_id: start.person,
    trainer_id: personRow(core, start.trainerId, 'trainerId'),
    programme: start.programme,
    body: JSON.stringify(body),
    start_on: start.startOn,
    pauses: '[]',
    done_at: null,
    ended_at: null,
    end_reason: '',
  });
  insertParts(core, write, newcomer, body, start.startOn);
  write.update('person', uuidBytes(start.personId), { ramp: body.stages[0]?.rampPercent ?? 100 });
  return uuidText(uid);
}

export function start(core: Core, input: Omit<Start, 'person'>): Done & { id: string } {
  mustLead(core);
  const person = mustPerson(core, input.personId);
  const label = `${nameOf(core, input.personId)} begins “${usedProgramme(core, input.programme).name}”`;
  const { changeSet, result } = core.write({ name: 'onboarding.start', label }, (write) =>
    startNewcomer(core, write, { ...input, person }),
  );
  return { changed: 1, label, changeSet, id: result };
}
