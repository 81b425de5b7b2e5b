import type { Done, Rotation, ShiftTemplate } from '../../../contract/index.ts';
import { rotationSchema, shiftTemplateSchema } from '../../../contract/index.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { rotate, shiftFromTemplate, type ShiftTemplate as WallTemplate } from '../../../domain/roster/pattern.ts';
import { rows, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { freshId, insertFree, zonesOf } from './shifts.ts';
import { mustPerson } from '../person.ts';
import { mustBeHere } from './write.ts';

type PatternRecord = { uid: Uint8Array; kind: 'template' | 'rotation'; name: string; body: string };

const read = (db: ReadDb, kind: PatternRecord['kind']): object[] =>
  rows<PatternRecord>(
    db,
    'SELECT uid, kind, name, body FROM shift_pattern WHERE kind = ? ORDER BY name COLLATE NOCASE, id',
    kind,
  ).map(({ uid, name, body }) => ({ ...(JSON.parse(body) as object), name, id: uuidText(uid) }));

export const readTemplates = (db: ReadDb): ShiftTemplate[] =>
  read(db, 'template').map((each) => shiftTemplateSchema.parse(each));
export const readRotations = (db: ReadDb): Rotation[] => read(db, 'rotation').map((each) => rotationSchema.parse(each));

/** As the rules of patterns take one; known by its id, since two may share a name. */
const wallTemplate = ({ id, start, minutes, work, activities }: ShiftTemplate): WallTemplate => ({
  name: id,
  start,
  minutes,
  work,
  activities: activities.map(({ kind, offset, minutes: length }) => ({ kind, offsetMinutes: offset, minutes: length })),
});

function save(
  core: Core,
  kind: PatternRecord['kind'],
  { id, name, ...body }: { readonly id?: string | undefined; readonly name: string },
): Done & { id: string } {
  const uid =
    id === undefined
      ? core.newId(core.ports.now())
      : mustBeHere(core, 'shift_pattern', id, 'That is not on this desk any more.');
  const label = `${kind === 'template' ? 'Shift template' : 'Rotation'} “${name}”`;
  const { changeSet } = core.write({ name: `roster.${kind}Save`, label }, (write) => {
    const values = { kind, name, body: JSON.stringify(body) };
    if (id === undefined) write.insert('shift_pattern', uid, values);
    else write.update('shift_pattern', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

export function saveTemplate(core: Core, input: Omit<ShiftTemplate, 'id'> & { readonly id?: string | undefined }) {
  // Laid once, on a day of no consequence: what cannot be a shift is refused as one.
  const trial = wallTemplate({ ...input, id: input.name });
  shiftFromTemplate(trial, '2026-01-05', 'UTC', () => freshId(core));
  return save(core, 'template', input);
}

export function saveRotation(core: Core, input: Omit<Rotation, 'id'> & { readonly id?: string | undefined }) {
  const known = new Set(readTemplates(core.db).map(({ id }) => id));
  const gone = input.weeks.flat().find((id) => id !== null && !known.has(id));
  if (gone !== undefined)
    throw new Fault('INVALID', 'A week names a template that is not here any more. Choose another.', {
      field: 'weeks',
    });
  for (const { personId } of input.people) mustPerson(core, personId, 'people');
  return save(core, 'rotation', input);
}

export function removePattern(core: Core, id: string, kind: PatternRecord['kind']): Done {
  const uid = mustBeHere(core, 'shift_pattern', id, 'That is not on this desk any more.');
  const user = kind === 'template' ? readRotations(core.db).find(({ weeks }) => weeks.flat().includes(id)) : undefined;
  if (user !== undefined)
    throw new Fault('CONFLICT', `The rotation “${user.name}” uses this template. Take it out there first.`);
  const label = kind === 'template' ? 'Shift template removed' : 'Rotation removed';
  const { changeSet } = core.write({ name: `roster.${kind}Remove`, label }, (write) => {
    write.remove('shift_pattern', uid);
  });
  return { changed: 1, label, changeSet };
}

export function applyTemplate(
  core: Core,
  input: { readonly id: string; readonly personIds: readonly (string | null)[]; readonly dates: readonly string[] },
): Done {
  const template = readTemplates(core.db).find(({ id }) => id === input.id);
  if (template === undefined) throw new Fault('NOT_FOUND', 'That template is not on this desk any more.');
  const zones = zonesOf(core);
  const shifts = input.dates.flatMap((date) =>
    input.personIds.map((personId) =>
      shiftFromTemplate(wallTemplate(template), date, zones(personId), () => freshId(core), personId),
    ),
  );
  return insertFree(core, shifts, { name: 'roster.templateApply', verb: `from “${template.name}”` });
}

export function applyRotation(
  core: Core,
  input: { readonly id: string; readonly from: string; readonly days: number },
): Done {
  const rotation = readRotations(core.db).find(({ id }) => id === input.id);
  if (rotation === undefined) throw new Fault('NOT_FOUND', 'That rotation is not on this desk any more.');
  const zones = zonesOf(core);
  const templates = readTemplates(core.db).map(wallTemplate);
  const people = rotation.people.map(({ personId, offset }) => ({ personId, offset, timeZone: zones(personId) }));
  const weeks = { weeks: rotation.weeks, templates, startsOn: rotation.anchor };
  const shifts = rotate(weeks, people, input.from, input.days, () => freshId(core));
  return insertFree(core, shifts, { name: 'roster.rotationApply', verb: `from “${rotation.name}”` });
}
