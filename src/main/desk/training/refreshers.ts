import type { Done, Refresher, TrainingAttendance, TrainingSource } from '../../../contract/index.ts';
import { isLead } from '../../../domain/people/viewer.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { agendaOf, materialsOf, titleOf } from '../../../domain/training/agenda.ts';
import type { Values, Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustPerson } from '../person.ts';
import { mustLead, viewerOf } from '../viewer.ts';
import { wantedAt } from './place.ts';
import {
  checkSources,
  invitedTo,
  mustRefresher,
  readInvited,
  readRefreshers,
  sourceNames,
  stretchOf,
  type InvitedRecord,
  type RefresherRecord,
  holdingOf,
} from './read.ts';
import { asItWas, keepHolding, putIn, takeOut } from './shifts.ts';

const usualMinutes = 75;

const told = ({ personId, state, placed }: InvitedRecord): TrainingAttendance => ({ personId, state, placed });

/** An agent finds those they are asked to, or lead, and of the others who are asked nothing. SPEC TRN-5. */
export function refreshers(core: Core): Refresher[] {
  const viewer = viewerOf(core);
  const leads = isLead(viewer);
  const all = readRefreshers(core.db);
  const invited = readInvited(core.db, all);
  const nameOf = sourceNames(core.db);
  return all.flatMap(({ row, ...refresher }) => {
    const everybody = (invited.get(row) ?? []).map(told);
    const isTrainer = viewer.id !== null && refresher.trainerId === viewer.id;
    const attendance = leads || isTrainer ? everybody : everybody.filter(({ personId }) => personId === viewer.id);
    if (!leads && !isTrainer && attendance.length === 0) return [];
    const sources = refresher.sources.map((source) => ({ ...source, title: nameOf(source).title }));
    return [{ ...refresher, sources, attendance }];
  });
}

type Input = {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly agenda?: string | undefined;
  readonly materials?: string | undefined;
  readonly minutes?: number | undefined;
  readonly trainerId?: string | null | undefined;
  readonly state?: Refresher['state'] | undefined;
  readonly sources?: readonly TrainingSource[] | undefined;
  readonly personIds?: readonly string[] | undefined;
};

/** What is said of a refresher, as it is stored; what is left out stays. */
function valuesOf(core: Core, { title, agenda, materials, minutes, trainerId, state, sources }: Input): Values {
  if (sources !== undefined) checkSources(core, sources);
  return {
    ...(title !== undefined && { title }),
    ...(agenda !== undefined && { agenda }),
    ...(materials !== undefined && { materials }),
    ...(minutes !== undefined && { minutes }),
    ...(trainerId !== undefined && {
      trainer_id: trainerId === null ? null : mustPerson(core, trainerId, 'trainerId'),
    }),
    ...(state !== undefined && { state }),
    ...(sources !== undefined && { sources: JSON.stringify(sources) }),
  };
}

/** What a new one begins with: name, agenda and materials of what it is about, led by whoever makes it. SPEC TRN-4. */
function newInput(core: Core, input: Input): Input {
  const { sources = [] } = input;
  checkSources(core, sources);
  const named = sources.map(sourceNames(core.db));
  return {
    ...input,
    sources,
    title: input.title ?? titleOf(named),
    agenda: input.agenda ?? agendaOf(named),
    materials: input.materials ?? materialsOf(named),
    minutes: input.minutes ?? usualMinutes,
    trainerId: input.trainerId === undefined ? viewerOf(core).id : input.trainerId,
    state: input.state ?? 'planned',
  };
}

/** The rows of people by their ids; each once. Faults NOT_FOUND at its field. */
const peopleRows = (core: Core, ids: readonly string[]): Map<string, number> =>
  new Map(ids.map((id, at) => [id, mustPerson(core, id, `personIds.${at}`)]));

function invite(core: Core, write: Writer, refresher: number, people: ReadonlyMap<string, number>): void {
  for (const person of people.values())
    write.insert('refresher_attendance', core.newId(core.ports.now()), {
      refresher_id: refresher,
      person_id: person,
      state: 'invited',
      shift: null,
    });
}

function makeRefresher(core: Core, given: Input): Done & { id: string } {
  const input = newInput(core, given);
  const values = valuesOf(core, input);
  const people = peopleRows(core, input.personIds ?? []);
  const uid = core.newId(core.ports.now());
  const label = `Refresher “${input.title ?? ''}”`;
  const { changeSet } = core.write({ name: 'training.refresherSave', label }, (write) => {
    invite(core, write, write.insert('refresher', uid, { start_at: null, ...values }), people);
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>) => new Set([...one].filter((id) => other.has(id)));
const less = (one: ReadonlySet<string>, other: ReadonlySet<string>) => new Set([...one].filter((id) => !other.has(id)));

/** Follows in the shifts what was changed of a refresher that has a time and is not over: who, how long, called off. */
function follow(core: Core, write: Writer, known: RefresherRecord, was: readonly InvitedRecord[]): void {
  const now = mustRefresher(core, known.id);
  const invited = invitedTo(core, now);
  const [before, after] = [stretchOf(known), stretchOf(now)];
  if (before === null || after === null || Math.max(before.endAt, after.endAt) <= core.ports.now()) return;
  const [wanted, wants] = [
    known.state === 'cancelled' ? new Set<string>() : wantedAt(known, was),
    now.state === 'cancelled' ? new Set<string>() : wantedAt(now, invited),
  ];
  const kept = before.endAt === after.endAt ? both(wanted, wants) : new Set<string>();
  const held = takeOut(core, write, before, less(wanted, kept), holdingOf(known, was), asItWas);
  const placed = putIn(core, write, after, less(wants, kept), asItWas);
  keepHolding(write, now, invited, new Map([...held, ...placed]));
}

function changeRefresher(core: Core, id: string, input: Input): Done & { id: string } {
  const known = mustRefresher(core, id);
  const was = invitedTo(core, known);
  const values = valuesOf(core, input);
  const people = input.personIds === undefined ? undefined : peopleRows(core, input.personIds);
  const label = `Refresher “${input.title ?? known.title}”`;
  const { changeSet } = core.write({ name: 'training.refresherSave', label }, (write) => {
    write.update('refresher', uuidBytes(id), values);
    if (people !== undefined) {
      for (const { uid, personId } of was) if (!people.has(personId)) write.remove('refresher_attendance', uid);
      const isAsked = new Set(was.map(({ personId }) => personId));
      invite(core, write, known.row, new Map([...people].filter(([personId]) => !isAsked.has(personId))));
    }
    follow(core, write, known, was);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id };
}

export function saveRefresher(core: Core, input: Input): Done & { id: string } {
  mustLead(core);
  return input.id === undefined ? makeRefresher(core, input) : changeRefresher(core, input.id, input);
}

/** It goes, and its time out of the shifts; what is over stays in them, for it was so. */
export function removeRefresher(core: Core, id: string): Done {
  mustLead(core);
  const known = mustRefresher(core, id);
  const invited = invitedTo(core, known);
  const stretch = stretchOf(known);
  const label = `Refresher “${known.title}” taken away`;
  const { changeSet } = core.write({ name: 'training.refresherRemove', label }, (write) => {
    if (stretch !== null && stretch.endAt > core.ports.now())
      takeOut(core, write, stretch, wantedAt(known, invited), holdingOf(known, invited), asItWas);
    // By hand, and not by the table: so that undo knows of it.
    for (const { uid } of invited) write.remove('refresher_attendance', uid);
    write.remove('refresher', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}

/** Who was there. Faults CONFLICT before it was held, INVALID of somebody who is not invited. SPEC TRN-14. */
export function attend(
  core: Core,
  input: { readonly id: string; readonly personIds: readonly string[]; readonly state: TrainingAttendance['state'] },
): Done {
  mustLead(core);
  const refresher = mustRefresher(core, input.id);
  if (refresher.state !== 'held')
    throw new Fault('CONFLICT', 'This refresher was not held yet. Say that it was, then who was there.');
  const invited = new Map(invitedTo(core, refresher).map((each) => [each.personId, each]));
  const rows = input.personIds.map((personId, at) => {
    const found = invited.get(personId);
    if (found === undefined)
      throw new Fault('INVALID', 'One of these is not invited. Invite them first.', { field: `personIds.${at}` });
    return found.uid;
  });
  const label = `Attendance of “${refresher.title}”`;
  const { result: changed, changeSet } = core.write(
    { name: 'training.attend', label },
    (write) => rows.filter((uid) => write.update('refresher_attendance', uid, { state: input.state })).length,
  );
  return { changed, label, changeSet };
}
