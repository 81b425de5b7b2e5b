import type { AgentState, ImportSource, Person, RosterImport } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import type { DateOrder } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';
import { planRosterImport, type RosterPlan } from '../../../domain/roster/exchange/plan.ts';
import type { PersonDraft } from '../../../domain/roster/exchange/read-people.ts';
import type { ShiftDraft } from '../../../domain/roster/exchange/read-shifts.ts';
import type { StateDraft } from '../../../domain/roster/exchange/read-states.ts';
import { missingShifts, missingStates } from '../../../domain/roster/exchange/same.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { readRosterTable } from '../import/roster-file.ts';
import { personValues, readPeople } from '../people.ts';
import type { Session } from '../router-base.ts';
import { planned, shiftsById, shiftsIn } from './read.ts';
import { findingsIn } from './rules.ts';
import { freshId } from './shifts.ts';
import type { Span } from './span.ts';
import { statesIn } from './states.ts';
import { mustPerson } from '../person.ts';
import { insertShift, updateShift } from './write.ts';

type Input = {
  readonly source: ImportSource;
  readonly timeZone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly durationUnit?: 'seconds' | 'minutes' | undefined;
  readonly states?: Readonly<Record<string, AgentState>> | undefined;
  readonly matches?: Readonly<Record<string, string>> | undefined;
  readonly createPeople: boolean;
  readonly dryRun: boolean;
};

/** What of a plan is not there yet: the same file twice brings nothing. SPEC RIO-11. */
type Fresh = {
  readonly people: readonly PersonDraft[];
  readonly shifts: readonly ShiftDraft[];
  readonly states: readonly StateDraft[];
  readonly same: number;
};

const mostRows = 20_000;

/** From the first start to the last end. In a loop: a log has more rows than a call takes arguments. */
function spanOfAll(all: readonly { readonly startAt: number; readonly endAt: number | null }[]): Span {
  let [first, last] = [Infinity, -Infinity];
  for (const { startAt, endAt } of all) {
    first = Math.min(first, startAt);
    last = Math.max(last, endAt ?? startAt + 1);
  }
  return { startAt: first, endAt: last };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function fresh(core: Core, plan: RosterPlan): Fresh {
  const there = plan.shifts.length === 0 ? [] : planned(shiftsIn(core.db, spanOfAll(plan.shifts)));
  const said = plan.states.length === 0 ? [] : statesIn(core.db, spanOfAll(plan.states));
  const shifts = missingShifts(plan.shifts, there);
  const states = missingStates(plan.states, said);
  const known = new Map(readPeople(core.db).map((person) => [person.id, person]));
  const people = plan.people.filter((draft) => {
    const person = draft.personId === null ? undefined : known.get(draft.personId);
    return (
      person === undefined ||
      Object.entries(setOf(draft, person)).some(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(person[key as keyof typeof person]),
      )
    );
  });
  const all = plan.people.length + plan.shifts.length + plan.states.length;
  return { people, shifts, states, same: all - people.length - shifts.length - states.length };
}

/** What a file says of a person, as the desk takes it; what it does not say stays. */
function setOf(draft: PersonDraft, known?: Person) {
  const { name, email, phone, team, role, timeZone, languages, contractMinutes, active, skills } = draft;
  return {
    name,
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    ...(team !== null && { team }),
    ...(role !== null && { role }),
    ...(timeZone !== null && { timeZone }),
    ...(languages !== null && { languages: [...languages] }),
    ...(contractMinutes !== null && { contractMinutes }),
    ...(active !== null && { active }),
    ...(skills !== null && {
      skills: skills.map(({ name: skill }) => skill),
      // A file that names skills alone says nothing of how well.
      skillLevels: Object.fromEntries(
        skills.flatMap(({ name: skill, level }) => {
          const said = level ?? known?.skillLevels[skill];
          return said === undefined ? [] : [[skill, said]];
        }),
      ),
    }),
  };
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const shifts = (count: number): string => (count === 1 ? '1 shift' : `${count} shifts`);

function labelOf({ people: who, shifts: what, states }: Fresh): string {
  const parts = [
    ...(who.length > 0 ? [people(who.length)] : []),
    ...(what.length > 0 ? [shifts(what.length)] : []),
    ...(states.length > 0 ? [`${states.length} states`] : []),
  ];
  return `Roster import: ${parts.join(', ')}`;
}

/** Writes what is new as one change set; shifts come as a draft, for somebody to publish. */
function bring(core: Core, bringing: Fresh): RosterImport['done'] {
  const label = labelOf(bringing);
  const { changeSet } = core.write({ name: 'roster.importFile', label }, (write) => {
    const ids = writePeople(core, write, bringing.people);
    const whose = ({ personId, newPerson }: { personId: string | null; newPerson: string | null }): string | null =>
      personId ?? (newPerson === null ? null : (ids.get(newPerson) ?? null));
    for (const draft of bringing.shifts) {
      const shift = { ...draft, personId: whose(draft), activities: [...draft.activities] };
      // An id is text of a file: only one that is an id is taken for one.
      const id = draft.id !== null && uuid.test(draft.id) ? draft.id : null;
      const [known] = id === null ? [] : shiftsById(core.db, [id]);
      if (known === undefined) insertShift(core, write, uuidBytes(id ?? freshId(core)), shift, false);
      else updateShift(core, write, { ...shift, id: known.id }, false);
    }
    for (const draft of bringing.states) {
      const personId = whose(draft);
      if (personId === null) continue;
      write.insert('agent_state', core.newId(core.ports.now()), {
        person_id: mustPerson(core, personId),
        state: draft.state,
        start_at: draft.startAt,
        end_at: draft.endAt,
      });
    }
  });
  const changed = bringing.people.length + bringing.shifts.length + bringing.states.length;
  return { changed: changeSet === null ? 0 : changed, label, changeSet };
}

/** New people, and what the file says of known ones; gives the ids of the new ones by their key in the file. */
function writePeople(core: Core, write: Writer, drafts: readonly PersonDraft[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const known = new Map(readPeople(core.db).map((person) => [person.id, person]));
  for (const draft of drafts) {
    const values = personValues(setOf(draft, known.get(draft.personId ?? '')));
    if (draft.personId !== null) write.update('person', uuidBytes(draft.personId), values);
    else {
      const uid = core.newId(core.ports.now());
      write.insert('person', uid, { active: 1, ...values });
      ids.set(draft.key, uuidText(uid));
    }
  }
  return ids;
}

/**
 * Reads a file of people, shifts or states: first as a dry run that says what it is, what is dropped, what would come in
 * and what cannot, with the line of each; then for good, as one change set. SPEC RIO-1 to RIO-12.
 */
export async function importRoster(core: Core, input: Input, session: Session): Promise<RosterImport> {
  const { path, fileName } = await core.uploads.resolve(input.source, session);
  const table = await readRosterTable(path, fileName);
  const plan = planRosterImport({
    ...table,
    people: readPeople(core.db).map(({ id, name, email }) => ({ id, name, email, employeeId: null })),
    timeZone: input.timeZone ?? core.facts.settings().timeZone,
    dateOrder: input.dateOrder,
    durationUnit: input.durationUnit,
    states: input.states,
    matches: input.matches,
    createUnknown: input.createPeople,
  });
  const rows = plan.people.length + plan.shifts.length + plan.states.length;
  if (rows > mostRows)
    throw new Fault('INVALID', `This file has ${rows} rows; at most ${mostRows} come in at once. Split it by days.`);
  const bringing = fresh(core, plan);
  const open = plan.questions.length > 0;
  if (!input.dryRun && open)
    throw new Fault('INVALID', plan.questions[0]?.text ?? 'Something has to be answered first.');
  const total = bringing.people.length + bringing.shifts.length + bringing.states.length;
  const findings = open ? [] : found(core, bringing);
  return {
    kind: plan.kind ?? 'unknown',
    dropped: [...plan.dropped],
    counts: {
      people: bringing.people.length,
      shifts: bringing.shifts.length,
      states: bringing.states.length,
      same: bringing.same,
      rejected: new Set(plan.issues.filter(({ severity }) => severity === 'reject').map(({ line }) => line)).size,
    },
    issues: plan.issues.slice(0, 1000).map(({ line, reason, column }) => ({
      line,
      reason,
      ...(column !== null && { column }),
    })),
    questions: plan.questions.map((each) => ({ ...each, options: [...each.options] })),
    unknown: plan.unknown.map(({ key, name }) => ({ key, name })),
    notes: [...table.notes, ...plan.notes],
    findings,
    done: input.dryRun || total === 0 ? null : bring(core, bringing),
  };
}

/** What would be wrong with the roster with these shifts on it: those of people who are here. */
function found(core: Core, { shifts: drafts }: Fresh): RosterImport['findings'] {
  const known = drafts.filter(({ newPerson }) => newPerson === null);
  if (known.length === 0) return [];
  const added = known.map((draft, index) => ({ ...draft, id: `new ${index + 1}`, activities: [...draft.activities] }));
  const ids = new Set(added.map(({ id }) => id));
  return findingsIn(core, spanOfAll(known), (there) => [...there, ...added])
    .filter(({ shiftIds }) => shiftIds.some((id) => ids.has(id)))
    .slice(0, 500);
}
