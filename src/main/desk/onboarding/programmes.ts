import { programmeBodySchema, type Done, type Programme, type ProgrammeBody } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { checkProgramme } from '../../../domain/onboarding/check.ts';
import { withoutAnswers } from '../../../domain/onboarding/quiz.ts';
import { isLead } from '../../../domain/people/viewer.ts';
import { column, row, rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustLead, viewerOf } from '../viewer.ts';
import { templates } from './templates.ts';

type ProgrammeRecord = { uid: Uint8Array; body: string; archived: number };

const toBody = ({ body }: ProgrammeRecord): ProgrammeBody => programmeBodySchema.parse(JSON.parse(body));

function readProgrammes(core: Core): Programme[] {
  const used = column<string>(core.db, 'SELECT programme FROM newcomer');
  const newcomers = (key: string): number => used.filter((each) => each === key).length;
  const own = rows<ProgrammeRecord>(core.db, 'SELECT uid, body, archived FROM programme ORDER BY archived, id');
  return [
    ...own.map((record) => {
      const key = uuidText(record.uid);
      const archived = record.archived === 1;
      return { ...toBody(record), key, template: false, archived, newcomers: newcomers(key) };
    }),
    ...Object.entries(templates).map(([key, body]) => ({
      ...body,
      key,
      template: true,
      archived: false,
      newcomers: newcomers(key),
    })),
  ];
}

/** What is right in a quiz is for whoever leads. SPEC ONB-41. */
export function shownProgrammes(core: Core): Programme[] {
  const all = readProgrammes(core);
  return isLead(viewerOf(core)) ? all : all.map((each) => ({ ...each, ...withoutAnswers(each) }));
}

/** A programme that somebody can be put on. Faults NOT_FOUND, and CONFLICT on one that is not in use any more. */
export function usedProgramme(core: Core, key: string): ProgrammeBody {
  const found = readProgrammes(core).find((each) => each.key === key);
  const field = { field: 'programme' };
  if (found === undefined)
    throw new Fault('NOT_FOUND', 'That programme is not on this desk. Choose one of those here.', field);
  if (found.archived) throw new Fault('CONFLICT', 'That programme is not in use any more. Choose another.', field);
  return programmeBodySchema.parse(found);
}

export function saveProgramme(
  core: Core,
  input: { readonly id?: string | undefined; readonly programme: ProgrammeBody; readonly archived: boolean },
): Done & { id: string } {
  mustLead(core);
  checkProgramme(input.programme);
  const known = input.id === undefined ? null : uuidBytes(input.id);
  if (known !== null && row(core.db, 'SELECT 1 FROM programme WHERE uid = ?', known) === undefined)
    throw new Fault('NOT_FOUND', 'That programme is not on this desk any more.', { field: 'id' });
  const uid = known ?? core.newId(core.ports.now());
  const values = { body: JSON.stringify(input.programme), archived: input.archived ? 1 : 0 };
  const label = `Programme “${input.programme.name}”${input.archived ? ' archived' : ''}`;
  const { changeSet } = core.write({ name: 'onboarding.programmeSave', label }, (write) => {
    if (known === null) write.insert('programme', uid, values);
    else write.update('programme', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}
