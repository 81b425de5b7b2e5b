import type { Theme } from '../../../contract/index.ts';
import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { saidMost, splitList } from '../../../domain/surveys/lists.ts';
import { rankThemes } from '../../../domain/surveys/themes.ts';
import { column, row, rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';
import { readCodes } from './codes.ts';
import { surveyRow } from './read.ts';

type Asked = { readonly surveyId: string | null; readonly days: number; readonly kind: 'nps' | 'csat' };
type Part = { readonly text: string; readonly params: readonly number[] };

const mostWords = 30;

/** Responses of the last so many days, of one survey or all. */
export function inSpan(core: Core, { surveyId, days }: Pick<Asked, 'surveyId' | 'days'>): Part {
  const survey = surveyRow(core, surveyId);
  const from = core.ports.now() - days * dayMs;
  return survey === null
    ? { text: 'r.at >= ?', params: [from] }
    : { text: 'r.at >= ? AND r.survey_id = ?', params: [from, survey] };
}

/** Out of ten for NPS, out of five for CSAT, whatever the scale. */
const scoreText = { nps: 'avg(a.score)', csat: 'avg(a.score * 5 / a.most)' } as const;

function readSpan(core: Core, asked: Asked, { text, params }: Part) {
  const idOf = new Map(
    rows<{ id: number; uid: Uint8Array }>(core.db, 'SELECT id, uid FROM survey_code').map(({ id, uid }) => [
      id,
      uuidText(uid),
    ]),
  );
  const codes = new Map<number, string[]>();
  const coded = rows<{ response_id: number; code_id: number }>(
    core.db,
    `SELECT k.response_id, k.code_id FROM survey_coded k JOIN survey_response r ON r.id = k.response_id
     WHERE k.is_one = 1 AND r.read_at IS NOT NULL AND ${text}`,
    ...params,
  );
  for (const { response_id: response, code_id: code } of coded) {
    const known = codes.get(response);
    const id = idOf.get(code) ?? '';
    if (known === undefined) codes.set(response, [id]);
    else known.push(id);
  }
  return rows<{ id: number; score: number | null }>(
    core.db,
    `SELECT r.id, (SELECT ${scoreText[asked.kind]} FROM survey_answer a WHERE a.response_id = r.id AND a.kind = ?) AS score
     FROM survey_response r WHERE r.has_words = 1 AND r.read_at IS NOT NULL AND ${text}`,
    asked.kind,
    ...params,
  ).map(({ id, score }) => ({ score, codes: codes.get(id) ?? [] }));
}

/** Answers in few words of questions that ask for them; texts without one are passed over unread. */
const lists = (core: Core, { text, params }: Part): string[] =>
  column<string>(
    core.db,
    `SELECT json_extract(j.value, '$[1]') FROM survey_response r, json_each(r.texts) j
     WHERE r.has_words = 1 AND ${text} AND instr(r.texts, ',true]') > 0 AND json_extract(j.value, '$[2]')`,
    ...params,
  );

/** Codes by what they cost the score, of responses that were read; how many were not is told. SPEC SUR-32, SUR-33. */
export function themes(core: Core, asked: Asked) {
  mustLead(core);
  const span = inSpan(core, asked);
  const read = readSpan(core, asked, span);
  const found: Theme[] = rankThemes(readCodes(core), read);
  const all = row<{ n: number }>(
    core.db,
    `SELECT count(*) AS n FROM survey_response r WHERE r.has_words = 1 AND ${span.text}`,
    ...span.params,
  );
  const words = saidMost(lists(core, span).map(splitList)).slice(0, mostWords);
  return { themes: found, withWords: all?.n ?? 0, read: read.length, words };
}
