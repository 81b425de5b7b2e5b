import type { z } from 'zod';
import type { responseFilterSchema, SurveyResponse } from '../../../contract/index.ts';
import { toInstant } from '../../../domain/calendar/instant.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { csvText } from '../../../domain/exchange/csv-write.ts';
import { localIso } from '../../../domain/exchange/zone-clock.ts';
import { isLead } from '../../../domain/people/viewer.ts';
import { suggester, type Hit } from '../../../domain/surveys/suggest.ts';
import { row, rows, type Param } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { viewerOf } from '../viewer.ts';
import { readCodes } from './codes.ts';
import { surveyRow, textsOf } from './read.ts';

type Filter = z.infer<typeof responseFilterSchema>;
type Where = { readonly text: string; readonly params: readonly Param[] };

const only: Readonly<Record<Filter['only'], string>> = {
  all: '1',
  low: 'r.low = 1',
  unread: 'r.has_words = 1 AND r.read_at IS NULL',
  words: 'r.has_words = 1',
  unmatched: 'r.ticket_id IS NULL',
};

const like = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Who leads sees all; an agent those on tickets that are theirs, nobody else any. SPEC SUR-50. */
function seen(core: Core): Where {
  const viewer = viewerOf(core);
  if (isLead(viewer)) return { text: '1', params: [] };
  const mine = 't.assignee_id = (SELECT id FROM person WHERE uid = ?)';
  return { text: mine, params: [viewer.id === null ? null : uuidBytes(viewer.id)] };
}

function whereOf(core: Core, filter: Filter): Where {
  const { surveyId, from, to, codeId, text } = filter;
  const parts: Where[] = [seen(core), { text: only[filter.only], params: [] }];
  const survey = surveyRow(core, surveyId);
  if (survey !== null) parts.push({ text: 'r.survey_id = ?', params: [survey] });
  if (from !== null) parts.push({ text: 'r.at >= ?', params: [toInstant(from)] });
  if (to !== null) parts.push({ text: 'r.at < ?', params: [toInstant(to)] });
  if (codeId !== null)
    parts.push({
      text: 'EXISTS (SELECT 1 FROM survey_coded k JOIN survey_code c ON c.id = k.code_id WHERE k.response_id = r.id AND k.is_one = 1 AND c.uid = ?)',
      params: [uuidBytes(codeId)],
    });
  // As it stands in the file: quotes and the like are written otherwise in JSON.
  const typed = JSON.stringify(text.trim()).slice(1, -1);
  if (typed !== '') parts.push({ text: "r.texts LIKE ? ESCAPE '\\'", params: [like(typed)] });
  return { text: parts.map((part) => part.text).join(' AND '), params: parts.flatMap(({ params }) => params) };
}

type ResponseRecord = {
  id: number;
  uid: Uint8Array;
  survey_uid: Uint8Array;
  at: number;
  email: string | null;
  low: number;
  texts: string;
  matched_by: SurveyResponse['matchedBy'];
  read_at: number | null;
  ticket: Uint8Array | null;
  number: number | null;
  subject: string | null;
  agent: Uint8Array | null;
  customer: Uint8Array | null;
  customer_name: string | null;
};

/** Responses that fit, newest first; the index over time gives them in that order. Its parameters end with limit and offset. */
export const responsesText = (
  where: string,
): string => `SELECT r.id, r.uid, s.uid AS survey_uid, r.at, r.email, r.low, r.texts, r.matched_by, r.read_at,
  t.uid AS ticket, t.id AS number, t.subject, p.uid AS agent, c.uid AS customer, c.name AS customer_name
  FROM survey_response r JOIN survey s ON s.id = r.survey_id LEFT JOIN ticket t ON t.id = r.ticket_id
  LEFT JOIN person p ON p.id = t.assignee_id LEFT JOIN customer c ON c.id = r.customer_id
  WHERE ${where} ORDER BY r.at DESC, r.id DESC LIMIT ? OFFSET ?`;

type ScoreRecord = { response_id: number; uid: Uint8Array; title: string; score: number; most: number };
type CodedRecord = { response_id: number; uid: Uint8Array; name: string; is_one: number };

/** What belongs to these responses, read once for all of them. */
function partsOf(core: Core, ids: readonly number[]) {
  const list = JSON.stringify(ids);
  const scores = rows<ScoreRecord>(
    core.db,
    `SELECT a.response_id, q.uid, q.title, a.score, a.most FROM survey_answer a JOIN survey_question q ON q.id = a.question_id
     WHERE a.response_id IN (SELECT value FROM json_each(?)) ORDER BY a.kind != 'nps', a.id`,
    list,
  );
  const coded = rows<CodedRecord>(
    core.db,
    `SELECT k.response_id, c.uid, c.name, k.is_one FROM survey_coded k JOIN survey_code c ON c.id = k.code_id
     WHERE k.response_id IN (SELECT value FROM json_each(?)) ORDER BY c.name COLLATE NOCASE`,
    list,
  );
  return {
    scores: Map.groupBy(scores, (each) => each.response_id),
    coded: Map.groupBy(coded, (each) => each.response_id),
  };
}

function ticketOf({ ticket, number, subject, agent }: ResponseRecord): SurveyResponse['ticket'] {
  if (ticket === null || number === null) return null;
  return { id: uuidText(ticket), number, subject: subject ?? '', agentId: uuidTextOrNull(agent) };
}

/** Suggestions less what is said of them already, with what the codes are called. */
function suggestions(hits: readonly Hit[], coded: readonly CodedRecord[], names: ReadonlyMap<string, string>) {
  const said = new Set(coded.map(({ uid }) => uuidText(uid)));
  return hits
    .filter(({ codeId }) => !said.has(codeId))
    .map(({ codeId, found }) => ({ codeId, name: names.get(codeId) ?? '', found }));
}

function toResponses(core: Core, records: readonly ResponseRecord[]): SurveyResponse[] {
  const leads = isLead(viewerOf(core));
  const codes = leads ? readCodes(core) : [];
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const suggest = suggester(codes);
  const { scores, coded } = partsOf(
    core,
    records.map(({ id }) => id),
  );
  return records.map((record) => {
    const texts = textsOf(record.texts);
    const own = coded.get(record.id) ?? [];
    return {
      id: uuidText(record.uid),
      surveyId: uuidText(record.survey_uid),
      at: record.at,
      email: leads ? record.email : null,
      scores: (scores.get(record.id) ?? []).map(({ uid, title, score, most }) => ({
        questionId: uuidText(uid),
        title,
        score,
        most,
      })),
      low: record.low === 1,
      texts: texts.map(([title, text]) => ({ title, text })),
      ticket: ticketOf(record),
      customerId: uuidTextOrNull(record.customer),
      customer: record.customer_name,
      matchedBy: record.matched_by,
      codes: own.filter(({ is_one: isOne }) => isOne === 1).map(({ uid, name }) => ({ id: uuidText(uid), name })),
      suggested: suggestions(suggest(texts.map(([, text]) => text)), own, names),
      readAt: record.read_at,
    };
  });
}

type Page = { readonly filter: Filter; readonly offset: number; readonly limit: number };

function find(core: Core, { filter, offset, limit }: Page): SurveyResponse[] {
  const { text, params } = whereOf(core, filter);
  return toResponses(core, rows<ResponseRecord>(core.db, responsesText(text), ...params, limit, offset));
}

/** Responses, newest first, and how many there are in all. */
export function responses(core: Core, page: Page): { responses: SurveyResponse[]; total: number } {
  const { text, params } = whereOf(core, page.filter);
  const total = row<{ n: number }>(
    core.db,
    `SELECT count(*) AS n FROM survey_response r LEFT JOIN ticket t ON t.id = r.ticket_id WHERE ${text}`,
    ...params,
  );
  return { responses: find(core, page), total: total?.n ?? 0 };
}

const mostInCsv = 50_000;

/** The responses a filter finds as CSV, one column for each question; formulas defused (SPEC IMP-20). */
export function responsesCsv(core: Core, filter: Filter): { fileName: string; csv: string; rows: number } {
  const found = find(core, { filter, offset: 0, limit: mostInCsv });
  const { timeZone } = core.facts.settings();
  const titles = (of: (each: SurveyResponse) => readonly { readonly title: string }[]): string[] => [
    ...new Set(found.flatMap((each) => of(each).map(({ title }) => title))),
  ];
  const [scored, said] = [titles(({ scores }) => scores), titles(({ texts }) => texts)];
  const lines = found.map((each) => [
    localIso(each.at, timeZone),
    each.email ?? '',
    each.ticket === null ? '' : String(each.ticket.number),
    each.matchedBy ?? '',
    ...scored.map((title) => String(each.scores.find((score) => score.title === title)?.score ?? '')),
    ...said.map((title) => each.texts.find((text) => text.title === title)?.text ?? ''),
    each.codes.map(({ name }) => name).join('; '),
  ]);
  const header = ['At', 'Email', 'Ticket', 'Matched by', ...scored, ...said, 'Codes'];
  return { fileName: 'survey responses.csv', csv: csvText([header, ...lines]), rows: found.length };
}
