import type { ReportCell, ReportTable } from '../../../../contract/index.ts';
import { count, date, plainNumber, share, table, text } from '../../../../domain/reports/cells.ts';
import { reading } from '../../../../domain/reports/reading.ts';
import { compare } from '../../../../domain/metrics/compare.ts';
import { compareNpsCounts } from '../../../../domain/metrics/parts.ts';
import { counted, periodWords } from '../../../../domain/reports/words.ts';
import { npsCounts } from '../../surveys/scores.ts';
import { nameOf } from '../../person.ts';
import type { Ask, Part } from '../ask.ts';
import { answeredQuestions, openProblems, type Answered, type AskedQuestion } from '../survey-reads.ts';

const cell = ({ kind }: Answered, value: number | null): ReportCell =>
  kind === 'csat' ? share(value) : plainNumber(value === null ? null : Math.round(value * 10) / 10);

/** By the rule of the figures: an NPS is no share. */
function readingOf({ now, before }: AskedQuestion): string {
  const sides = { a: { n: before.n, successes: before.counts.good }, b: { n: now.n, successes: now.counts.good } };
  const comparison =
    now.kind === 'csat'
      ? compare({ ...sides, measure: 'median' })
      : compareNpsCounts(npsCounts(before.counts), npsCounts(now.counts));
  return reading({ better: 'more' }, comparison);
}

const questionRow = (asked: AskedQuestion): ReportCell[] => [
  text(asked.survey),
  text(asked.title),
  cell(asked.now, asked.now.value),
  count(asked.now.n),
  cell(asked.now, asked.now.low),
  cell(asked.now, asked.now.high),
  cell(asked.before, asked.before.value),
  count(asked.before.n),
  text(readingOf(asked)),
];

/** What customers answered, each with n and its interval, and what is still to be done about it. SPEC REP-28. */
export function surveysSection(ask: Ask): Part {
  const asked = answeredQuestions(ask);
  const problems = openProblems(ask);
  const tables: ReportTable[] = [];
  const columns = ['Survey', 'Question', 'Score', 'n', 'From', 'to', 'Before', 'n', 'Reading'];
  if (asked.length > 0) tables.push(table('surveys', 'Scores', columns, asked.map(questionRow)));
  if (problems.length > 0)
    tables.push(
      table(
        'problems',
        'Open problems',
        ['Problem', 'Action', 'Owner', 'Due'],
        problems.map(({ title, action, ownerId, dueOn }) => [
          text(title),
          text(action === '' ? 'none yet' : action),
          text(ownerId === null ? 'nobody yet' : nameOf(ask.core, ownerId)),
          date(dueOn),
        ]),
      ),
    );
  const lines = [
    asked.length === 0
      ? `No survey was answered: ${periodWords(ask.period)}.`
      : `${counted(asked.length, 'question')} answered: ${periodWords(ask.period)}.`,
    problems.length === 0
      ? 'No problem of surveys is open.'
      : `${counted(problems.length, 'problem')} of surveys open.`,
  ];
  return { title: 'Surveys', lines, tables };
}
