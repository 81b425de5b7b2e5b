import type { Problem } from '../../../contract/index.ts';
import { csatOf, npsOf } from '../../../domain/surveys/scores.ts';
import { row, rows } from '../../store/db.ts';
import { spanOf } from '../roster/span.ts';
import { causes } from '../surveys/causes.ts';
import { countsOf, npsCounts, type Counts } from '../surveys/scores.ts';
import type { Ask } from './ask.ts';

type Question = { id: number; survey: string; title: string; kind: 'nps' | 'csat' };

/** What a question came to in some days: a score from -100 to 100, or a share. */
export type Answered = {
  readonly kind: 'nps' | 'csat';
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly counts: Counts;
};

function answered({ core }: Ask, { id, kind }: Question, period: Ask['period']): Answered {
  const { startAt, endAt } = spanOf(core, period);
  const counts = countsOf(core, id, { from: startAt, to: endAt });
  const { n, good } = counts;
  if (kind === 'nps') {
    const { score, interval } = npsOf(npsCounts(counts));
    return { kind, n, value: score, low: interval?.low ?? null, high: interval?.high ?? null, counts };
  }
  const { share, interval } = csatOf({ satisfied: good, n });
  return { kind, n, value: share, low: interval?.low ?? null, high: interval?.high ?? null, counts };
}

export type AskedQuestion = {
  readonly survey: string;
  readonly title: string;
  readonly now: Answered;
  readonly before: Answered;
};

/** Questions that were answered in the days of a report. */
export function answeredQuestions(ask: Ask): AskedQuestion[] {
  const questions = rows<Question>(
    ask.core.db,
    `SELECT q.id, s.name AS survey, q.title, q.kind FROM survey_question q JOIN survey s ON s.id = q.survey_id
     WHERE q.kind IN ('nps', 'csat') ORDER BY s.name COLLATE NOCASE, q.id`,
  );
  return questions.flatMap((question) => {
    const now = answered(ask, question, ask.period);
    if (now.n === 0) return [];
    const before = answered(ask, question, ask.against);
    return [{ survey: question.survey, title: question.title, now, before }];
  });
}

const unhappy = 'r.has_words = 1 AND r.read_at IS NOT NULL AND r.low = 1 AND r.at >= ? AND r.at < ?';

/** What unhappy responses of the days mention, of those that were read. */
export function unhappyCodes({ core, period }: Ask) {
  const { startAt, endAt } = spanOf(core, period);
  const codes = rows<{ name: string; count: number }>(
    core.db,
    `SELECT c.name, count(*) AS count FROM survey_coded k JOIN survey_response r ON r.id = k.response_id
     JOIN survey_code c ON c.id = k.code_id WHERE k.is_one = 1 AND ${unhappy} GROUP BY c.id`,
    startAt,
    endAt,
  );
  const all = row<{ n: number }>(
    core.db,
    `SELECT count(*) AS n FROM survey_response r WHERE ${unhappy}`,
    startAt,
    endAt,
  );
  return { codes, responses: all?.n ?? 0 };
}

/** Problems of surveys of which something is still to be done, the earliest due first. */
export const openProblems = ({ core }: Ask): Problem[] =>
  causes(core, { surveyId: null, days: 7, of: 'low' }).problems.filter(({ doneAt }) => doneAt === null);
