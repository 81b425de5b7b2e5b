import type { Done } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall } from '../../../domain/calendar/zone.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { nameOf, personRow } from '../person.ts';
import { askTimeOff } from '../roster/time-off.ts';
import { mustLead } from '../viewer.ts';
import { deskZone, todayOf } from './days.ts';
import { stateOf } from './newcomer.ts';
import { mustNewcomer, type NewcomerRecord, type Pause } from './read.ts';
import { begunOn, checkStart } from './start.ts';

/** Faults CONFLICT on a programme that is over. */
function mustRun(core: Core, id: string): NewcomerRecord {
  mustLead(core);
  const newcomer = mustNewcomer(core.db, id);
  const state = stateOf(core, newcomer);
  if (state === 'done' || state === 'ended')
    throw new Fault('CONFLICT', state === 'done' ? 'This programme is done.' : 'This programme was ended.');
  return newcomer;
}

type NewcomerSet = {
  readonly id: string;
  readonly trainerId?: string | null | undefined;
  readonly startOn?: string | undefined;
};

export function saveNewcomer(core: Core, { id, trainerId, startOn }: NewcomerSet): Done {
  const newcomer = mustRun(core, id);
  const isMoved = startOn !== undefined && startOn !== newcomer.startOn;
  if (isMoved && newcomer.stages.some(({ passed_at: at }) => at !== null))
    throw new Fault('CONFLICT', 'A stage of this is passed already: the day it began on stands.', { field: 'startOn' });
  checkStart(core, {
    personId: newcomer.personId,
    startOn: startOn ?? newcomer.startOn,
    trainerId: trainerId ?? null,
  });
  const label = isMoved
    ? `${nameOf(core, newcomer.personId)} begins on ${startOn}`
    : `Trainer of ${nameOf(core, newcomer.personId)}: ${nameOf(core, trainerId ?? null)}`;
  const { changeSet } = core.write({ name: 'onboarding.newcomerSave', label }, (write) => {
    write.update('newcomer', newcomer.uid, {
      ...(trainerId !== undefined && { trainer_id: personRow(core, trainerId, 'trainerId') }),
      ...(startOn !== undefined && { start_on: startOn }),
    });
    const first = newcomer.stages[0];
    if (isMoved && first !== undefined) write.update('newcomer_stage', first.uid, { begun_at: begunOn(core, startOn) });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

/** A pause that ends on the day it began was none. */
const goneOn = (pauses: readonly Pause[], yesterday: string): Pause[] =>
  pauses.flatMap((pause) =>
    pause.to !== null ? [pause] : pause.from > yesterday ? [] : [{ ...pause, to: yesterday }],
  );

/** Days from today on do not count until it is gone on with; the day that happens counts again. SPEC ONB-4. */
export function pause(
  core: Core,
  input: { readonly id: string; readonly paused: boolean; readonly reason: string },
): Done {
  const newcomer = mustRun(core, input.id);
  const isPaused = newcomer.pauses.some(({ to }) => to === null);
  const label = `${nameOf(core, newcomer.personId)}: programme ${input.paused ? 'paused' : 'gone on with'}`;
  if (isPaused === input.paused) return { changed: 0, label, changeSet: null };
  const today = todayOf(core);
  const pauses = input.paused
    ? [...newcomer.pauses, { from: dateOf(today), to: null, reason: input.reason }]
    : goneOn(newcomer.pauses, dateOf(today - 1));
  const { changeSet } = core.write({ name: 'onboarding.pause', label }, (write) => {
    write.update('newcomer', newcomer.uid, { pauses: JSON.stringify(pauses) });
  });
  return { changed: 1, label, changeSet };
}

/** Off by the roster, so that the schedule knows it as well; the programme moves by itself. SPEC ONB-4. */
export function away(
  core: Core,
  input: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly kind: 'sick' | 'holiday' | 'other';
    readonly note: string;
  },
): Done {
  const { personId } = mustRun(core, input.id);
  if (input.to < input.from)
    throw new Fault('INVALID', 'This ends before it begins. Give it a last day that is not before the first.', {
      field: 'to',
    });
  const at = (day: number): number => instantOfWall(deskZone(core), day, 0);
  const { changed, label, changeSet } = askTimeOff(core, {
    personId,
    startAt: at(dayNumber(input.from)),
    endAt: at(dayNumber(input.to) + 1),
    kind: input.kind,
    note: input.note,
    approve: true,
  });
  return { changed, label, changeSet };
}

/** More days for the current stage, or fewer of those it was given: never fewer than its own. */
export function extend(
  core: Core,
  input: { readonly id: string; readonly stage: string; readonly workDays: number; readonly reason: string },
): Done {
  const newcomer = mustRun(core, input.id);
  const place = newcomer.stages.findIndex(({ passed_at: at }) => at === null);
  const [stage, known] = [newcomer.body.stages[place], newcomer.stages[place]];
  if (stage === undefined || known === undefined || stage.id !== input.stage)
    throw new Fault('CONFLICT', `They are in “${stage?.name ?? 'no stage'}” now.`, { field: 'stage' });
  const extra = known.extra_days + input.workDays;
  if (extra < 0)
    throw new Fault('INVALID', `It was given ${known.extra_days} more; so many can be taken back.`, {
      field: 'workDays',
    });
  const days = Math.abs(input.workDays) === 1 ? '1 day' : `${Math.abs(input.workDays)} days`;
  const why = input.reason === '' ? '' : `: ${input.reason}`;
  const label = `${nameOf(core, newcomer.personId)}: ${stage.name} ${input.workDays < 0 ? 'shorter' : 'longer'} by ${days}${why}`;
  const { changeSet } = core.write({ name: 'onboarding.extend', label }, (write) => {
    write.update('newcomer_stage', known.uid, { extra_days: extra });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

/** Their ramp stays as it is: whoever ends a programme says on the person what they do from now on. */
export function end(core: Core, { id, reason }: { readonly id: string; readonly reason: string }): Done {
  const newcomer = mustRun(core, id);
  const label = `${nameOf(core, newcomer.personId)}: programme ended`;
  const { changeSet } = core.write({ name: 'onboarding.end', label }, (write) => {
    write.update('newcomer', newcomer.uid, { ended_at: core.ports.now(), end_reason: reason });
  });
  return { changed: 1, label, changeSet };
}
