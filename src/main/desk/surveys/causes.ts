import type { Done, Problem } from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { pareto } from '../../../domain/surveys/pareto.ts';
import { recurrence, recurrenceWindow, type Rate } from '../../../domain/surveys/recurrence.ts';
import { row, rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { personRow } from '../person.ts';
import { mustLead } from '../viewer.ts';
import { codeRow } from './codes.ts';
import { inSpan } from './themes.ts';

type ProblemRecord = {
  uid: Uint8Array;
  title: string;
  code_id: number | null;
  code: Uint8Array | null;
  category: string | null;
  whys: string;
  action: string;
  owner: Uint8Array | null;
  due_on: string | null;
  done_at: number | null;
  made_at: number;
};

const none: Rate = { n: 0, successes: 0 };

/** Of responses that were read, those with the code. */
const ofResponses = (core: Core, code: number, from: number, to: number): Rate =>
  row<Rate>(
    core.db,
    `SELECT count(*) AS n, ifnull(sum(EXISTS (SELECT 1 FROM survey_coded k WHERE k.response_id = r.id AND k.code_id = ? AND k.is_one = 1)), 0) AS successes
     FROM survey_response r WHERE r.has_words = 1 AND r.read_at IS NOT NULL AND r.at >= ? AND r.at < ?`,
    code,
    from,
    to,
  ) ?? none;

/** Of tickets that came in, those of the category; drills and merged copies are none. */
const ofTickets = (core: Core, category: string, from: number, to: number): Rate =>
  row<Rate>(
    core.db,
    `SELECT count(*) AS n, ifnull(sum(category IS ?), 0) AS successes FROM ticket INDEXED BY ticket_created
     WHERE created_at >= ? AND created_at < ? AND drill = 0 AND merged_into IS NULL`,
    category,
    from,
    to,
  ) ?? none;

function cameBack(core: Core, { done_at: doneAt, code_id: code, category }: ProblemRecord): Problem['recurrence'] {
  if (doneAt === null || (code === null && category === null)) return null;
  const { from, split, to } = recurrenceWindow(doneAt, core.ports.now());
  return {
    from,
    to,
    responses:
      code === null ? null : recurrence(ofResponses(core, code, from, split), ofResponses(core, code, split, to)),
    tickets:
      category === null
        ? null
        : recurrence(ofTickets(core, category, from, split), ofTickets(core, category, split, to)),
  };
}

/** Problems, those with something still to do first, then by when it is due. */
const readProblems = (core: Core): Problem[] =>
  rows<ProblemRecord>(
    core.db,
    `SELECT x.uid, x.title, x.code_id, c.uid AS code, x.category, x.whys, x.action, p.uid AS owner, x.due_on, x.done_at, x.made_at
     FROM survey_problem x LEFT JOIN survey_code c ON c.id = x.code_id LEFT JOIN person p ON p.id = x.owner_id
     ORDER BY x.done_at IS NOT NULL, ifnull(x.due_on, '9999'), x.made_at DESC, x.id DESC`,
  ).map((record) => ({
    id: uuidText(record.uid),
    title: record.title,
    codeId: uuidTextOrNull(record.code),
    category: record.category,
    whys: JSON.parse(record.whys) as string[],
    action: record.action,
    ownerId: uuidTextOrNull(record.owner),
    dueOn: record.due_on,
    doneAt: record.done_at,
    madeAt: record.made_at,
    recurrence: cameBack(core, record),
  }));

type Asked = { readonly surveyId: string | null; readonly days: number; readonly of: 'low' | 'all' };

/** What is mentioned most, of unhappy responses or of all that were read, and the problems. SPEC SUR-40 to SUR-42. */
export function causes(core: Core, asked: Asked) {
  mustLead(core);
  const span = inSpan(core, asked);
  const where = `r.has_words = 1 AND r.read_at IS NOT NULL AND ${span.text} ${asked.of === 'low' ? 'AND r.low = 1' : ''}`;
  const counted = rows<{ uid: Uint8Array; name: string; count: number }>(
    core.db,
    `SELECT c.uid, c.name, count(*) AS count FROM survey_coded k JOIN survey_response r ON r.id = k.response_id
     JOIN survey_code c ON c.id = k.code_id WHERE k.is_one = 1 AND ${where} GROUP BY c.id`,
    ...span.params,
  );
  const all = row<{ n: number }>(core.db, `SELECT count(*) AS n FROM survey_response r WHERE ${where}`, ...span.params);
  return {
    pareto: pareto(counted.map(({ uid, name, count }) => ({ codeId: uuidText(uid), name, count }))),
    responses: all?.n ?? 0,
    problems: readProblems(core),
  };
}

type ProblemInput = {
  readonly id?: string | undefined;
  readonly title: string;
  readonly codeId: string | null;
  readonly category: string | null;
  readonly whys: readonly string[];
  readonly action: string;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
  readonly done: boolean;
};

function mustProblem(core: Core, id: string): { readonly doneAt: number | null } {
  const found = row<{ doneAt: number | null }>(
    core.db,
    'SELECT done_at AS doneAt FROM survey_problem WHERE uid = ?',
    uuidBytes(id),
  );
  if (found === undefined) throw new Fault('NOT_FOUND', 'That problem is not here any more.');
  return found;
}

/** Keeps a problem. Faults INVALID where its action is said to be done and there is none. */
export function saveProblem(core: Core, input: ProblemInput): Done & { id: string } {
  mustLead(core);
  const known = input.id === undefined ? null : mustProblem(core, input.id);
  if (input.done && input.action === '') throw new Fault('INVALID', 'Say what was done first.', { field: 'action' });
  const now = core.ports.now();
  const uid = input.id === undefined ? core.newId(now) : uuidBytes(input.id);
  const label = `Problem: ${input.title.slice(0, 60)}`;
  const values = {
    title: input.title,
    code_id: codeRow(core, input.codeId),
    category: input.category === '' ? null : input.category,
    whys: JSON.stringify(input.whys.filter((why) => why !== '')),
    action: input.action,
    owner_id: personRow(core, input.ownerId, 'ownerId'),
    due_on: input.dueOn,
    done_at: input.done ? (known?.doneAt ?? now) : null,
  };
  const { changeSet } = core.write({ name: 'surveys.problemSave', label }, (write) => {
    if (known === null) write.insert('survey_problem', uid, { ...values, made_at: now });
    else write.update('survey_problem', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

export function removeProblem(core: Core, id: string): Done {
  mustLead(core);
  mustProblem(core, id);
  const label = 'Problem taken away';
  const { changeSet } = core.write({ name: 'surveys.problemRemove', label }, (write) => {
    write.remove('survey_problem', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}
