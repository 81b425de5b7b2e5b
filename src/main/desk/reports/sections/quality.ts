import type { ReportCell } from '../../../../contract/index.ts';
import { compare } from '../../../../domain/metrics/compare.ts';
import { count, plainNumber, table, text } from '../../../../domain/reports/cells.ts';
import { reading } from '../../../../domain/reports/reading.ts';
import { countWords, counted, periodWords } from '../../../../domain/reports/words.ts';
import { meanOf } from '../../../../domain/statistics/mean.ts';
import { byCriterion, finishedFilter, scoredCriteria, toldRecords } from '../../quality/criteria.ts';
import { readPlan } from '../../quality/plan.ts';
import type { Ask, Part } from '../ask.ts';

const hundredths = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

const recordsOf = ({ core }: Ask, period: Ask['period']) =>
  toldRecords(core, { ...finishedFilter(core, 1, 'random'), ...period });

const fives = (records: ReturnType<typeof recordsOf>): number[] =>
  records.flatMap(({ percent }) => (percent === null ? [] : [percent / 20]));

/** Reviews of the random sample: the mean out of five, and each criterion, lowest first. SPEC REP-29. */
export function qualitySection(ask: Ask): Part {
  const title = 'Quality';
  const records = recordsOf(ask, ask.period);
  if (records.length === 0)
    return { title, lines: [`No review was finished: ${periodWords(ask.period)}.`], tables: [] };
  const [now, before] = [fives(records), fives(recordsOf(ask, ask.against))];
  const { mean, low, high } = meanOf(now);
  const past = meanOf(before);
  const between = low === null || high === null ? '' : `, between ${hundredths(low)} and ${hundredths(high)}`;
  const said = reading({ better: 'more' }, compare({ a: { values: before }, b: { values: now }, measure: 'mean' }));
  const criteria = byCriterion(scoredCriteria(ask.core.db, records))
    .map((all) => ({
      name: all[0]?.name ?? '',
      score: meanOf(all.flatMap(({ share }) => (share === null ? [] : [5 * share]))),
    }))
    .filter(({ score }) => score.n > 0)
    .toSorted((a, b) => (a.score.mean ?? 0) - (b.score.mean ?? 0) || a.name.localeCompare(b.name, 'en'));
  const rows = criteria.map(({ name, score }): ReportCell[] => [
    text(name),
    plainNumber(hundredths(score.mean)),
    count(score.n),
  ]);
  return {
    title,
    lines: [
      `${counted(records.length, 'review')} of the random sample: ${hundredths(mean) ?? 'none'} of 5 (n ${countWords(now.length)}${between}); the target is ${readPlan(ask.core).targetOutOfFive}.`,
      `Before: ${hundredths(past.mean) ?? 'none'} of 5 (n ${countWords(past.n)}). ${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
    ],
    tables: [table('criteria', 'Criteria, lowest first', ['Criterion', 'Mean of 5', 'n'], rows)],
  };
}
