import type { Done, SurveyCode } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { suggester } from '../../../domain/surveys/suggest.ts';
import { row, rows } from '../../store/db.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';
import { surveyRow, textsOf } from './read.ts';

type CodeRecord = { uid: Uint8Array; name: string; theme: string; words: string; uses: number };

/** The codebook, by theme and name. */
export const readCodes = (core: Core): SurveyCode[] =>
  rows<CodeRecord>(
    core.db,
    `SELECT uid, name, theme, words, (SELECT count(*) FROM survey_coded k WHERE k.code_id = survey_code.id AND k.is_one = 1) AS uses
     FROM survey_code ORDER BY theme COLLATE NOCASE, name COLLATE NOCASE, id`,
  ).map(({ uid, words, ...code }) => ({ ...code, id: uuidText(uid), words: JSON.parse(words) as string[] }));

function mustCode(core: Core, id: string): { readonly id: number; readonly name: string } {
  const found = row<{ id: number; name: string }>(
    core.db,
    'SELECT id, name FROM survey_code WHERE uid = ?',
    uuidBytes(id),
  );
  if (found === undefined) throw new Fault('NOT_FOUND', 'That code is not in the codebook any more.');
  return found;
}

/** The row id of a code, or null. */
export const codeRow = (core: Core, id: string | null): number | null => (id === null ? null : mustCode(core, id).id);

type CodeInput = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly theme: string;
  readonly words: readonly string[];
};

/** Keeps a code. Faults CONFLICT where another has its name. */
export function saveCode(core: Core, { id, name, theme, words }: CodeInput): Done & { id: string } {
  mustLead(core);
  if (id !== undefined) mustCode(core, id);
  const twin = readCodes(core).find((code) => code.id !== id && code.name.toLowerCase() === name.toLowerCase());
  if (twin !== undefined)
    throw new Fault('CONFLICT', `There is a code “${twin.name}” already. Give this one another name.`, {
      field: 'name',
    });
  const uid = id === undefined ? core.newId(core.ports.now()) : uuidBytes(id);
  const values = { name, theme, words: JSON.stringify([...new Set(words)]) };
  const label = `Code “${name}”`;
  const { changeSet } = core.write({ name: 'surveys.codeSave', label }, (write) => {
    if (id === undefined) write.insert('survey_code', uid, values);
    else write.update('survey_code', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

/** Takes a code out, off every response and problem, by hand: so that undo knows of it. */
export function removeCode(core: Core, id: string): Done {
  mustLead(core);
  const code = mustCode(core, id);
  const label = `Code “${code.name}” taken away`;
  const uidsOf = (table: string) =>
    rows<{ uid: Uint8Array }>(core.db, `SELECT uid FROM ${table} WHERE code_id = ?`, code.id);
  const { changeSet } = core.write({ name: 'surveys.codeRemove', label }, (write) => {
    for (const { uid } of uidsOf('survey_problem')) write.update('survey_problem', uid, { code_id: null });
    for (const { uid } of uidsOf('survey_coded')) write.remove('survey_coded', uid);
    write.remove('survey_code', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}

type ResponseRow = { readonly id: number; readonly uid: Uint8Array; readonly readAt: number | null };

function mustResponse(core: Core, id: string): ResponseRow {
  const found = row<ResponseRow>(
    core.db,
    'SELECT id, uid, read_at AS readAt FROM survey_response WHERE uid = ?',
    uuidBytes(id),
  );
  if (found === undefined) throw new Fault('NOT_FOUND', 'That response is not here any more.');
  return found;
}

type Coded = { readonly response: number; readonly code: number; readonly isOne: boolean; readonly byRule: boolean };

/** Says of a response that it is of a code, or that it is not. */
function sayCode(core: Core, write: Writer, { response, code, isOne, byRule }: Coded): void {
  const known = row<{ uid: Uint8Array }>(
    core.db,
    'SELECT uid FROM survey_coded WHERE response_id = ? AND code_id = ?',
    response,
    code,
  );
  const values = { is_one: isOne ? 1 : 0, by_rule: byRule ? 1 : 0 };
  if (known !== undefined) write.update('survey_coded', known.uid, values);
  else write.insert('survey_coded', core.newId(core.ports.now()), { response_id: response, code_id: code, ...values });
}

type CodingInput = {
  readonly id: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly unread: boolean;
};

/** Codes of a response; with neither, it was read and is of none. SPEC SUR-31. */
export function codeResponse(core: Core, { id, add, remove, unread }: CodingInput): Done {
  mustLead(core);
  const response = mustResponse(core, id);
  const said = [
    ...add.map((code) => ({ code: mustCode(core, code), isOne: true })),
    ...remove.map((code) => ({ code: mustCode(core, code), isOne: false })),
  ];
  const label = unread
    ? 'Response not read after all'
    : said.length === 0
      ? 'Response read'
      : `Response coded: ${said.map(({ code, isOne }) => (isOne ? code.name : `not ${code.name}`)).join(', ')}`;
  const { changeSet } = core.write({ name: 'surveys.code', label }, (write) => {
    if (unread)
      for (const { uid } of rows<{ uid: Uint8Array }>(
        core.db,
        'SELECT uid FROM survey_coded WHERE response_id = ?',
        response.id,
      ))
        write.remove('survey_coded', uid);
    else
      for (const { code, isOne } of said)
        sayCode(core, write, { response: response.id, code: code.id, isOne, byRule: false });
    write.update('survey_response', response.uid, {
      read_at: unread ? null : (response.readAt ?? core.ports.now()),
    });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

const mostByRules = 20_000;

type Unread = { id: number; uid: Uint8Array; texts: string };

/** Takes what the rules suggest for all responses that nobody has read, and counts them as read. SPEC SUR-31. */
export function codeByRules(core: Core, surveyId: string | null): Done {
  mustLead(core);
  const survey = surveyRow(core, surveyId);
  const codes = readCodes(core);
  const suggest = suggester(codes);
  const rowOf = new Map(codes.map(({ id }) => [id, mustCode(core, id).id]));
  const unread = rows<Unread>(
    core.db,
    `SELECT id, uid, texts FROM survey_response WHERE has_words = 1 AND read_at IS NULL ${survey === null ? '' : 'AND survey_id = ?'}
     ORDER BY at DESC, id DESC LIMIT ${mostByRules}`,
    ...(survey === null ? [] : [survey]),
  );
  const label = `Coded by the rules: ${unread.length === 1 ? '1 response' : `${unread.length} responses`}`;
  const { changeSet } = core.write({ name: 'surveys.codeByRules', label }, (write) => {
    for (const { id, uid, texts } of unread) {
      for (const { codeId } of suggest(textsOf(texts).map(([, text]) => text)))
        sayCode(core, write, { response: id, code: rowOf.get(codeId) ?? 0, isOne: true, byRule: true });
      write.update('survey_response', uid, { read_at: core.ports.now() });
    }
  });
  return { changed: unread.length, label, changeSet };
}
