import type { QualityReview, ReviewFilter } from '../../../contract/index.ts';
import { csvText } from '../../../domain/exchange/csv-write.ts';
import { localIso } from '../../../domain/exchange/zone-clock.ts';
import { reviewPage } from '../../../domain/quality/page.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import type { Core } from '../core.ts';
import { writeRosterXlsx } from '../import/roster-file.ts';
import { nameOf } from '../roster/write.ts';
import { findRecords } from './find.ts';
import { isBlind, readReview, showReview } from './read.ts';

const most = 5000;
const fixed = [
  'Ticket',
  'Subject',
  'Agent',
  'Reviewer',
  'Scorecard',
  'Version',
  'Sample',
  'State',
  'Score percent',
  'Out of five',
  'Auto-fail',
  'Done',
  'Minutes',
];

const rowOf = (core: Core, review: QualityReview, criteria: readonly string[]): (string | number)[] => {
  const { timeZone } = core.facts.settings();
  const names = new Map(review.card.sections.flatMap((section) => section.criteria.map(({ id, name }) => [name, id])));
  return [
    review.ticketNumber,
    review.subject,
    nameOf(core, review.agentId),
    nameOf(core, review.reviewerId),
    review.scorecardName,
    review.version,
    review.kind,
    review.state,
    review.percent ?? '',
    review.percent === null ? '' : review.percent / 20,
    review.autoFailed ? 'yes' : 'no',
    review.finishedAt === null ? '' : localIso(review.finishedAt, timeZone),
    Math.round(review.seconds / 6) / 10,
    ...criteria.map((name) => {
      const value = review.answers[names.get(name) ?? '']?.value;
      return value === undefined || value === null ? '' : value === 'na' ? 'N/A' : value;
    }),
  ];
};

/** Reviews as a table, a column per criterion by its name; none that is scored blind still. Formulas are defused (IMP-20). */
export async function exportReviews(
  core: Core,
  input: { readonly filter: ReviewFilter; readonly format: 'csv' | 'xlsx' },
) {
  const reviews = findRecords(core, input.filter, most)
    .filter((record) => !isBlind(record))
    .map(({ uid }) => readReview(core.db, uuidText(uid)));
  const criteria = [
    ...new Set(
      reviews.flatMap(({ card }) => card.sections.flatMap((section) => section.criteria.map(({ name }) => name))),
    ),
  ];
  const header = [...fixed, ...criteria];
  const rows = reviews.map((review) => rowOf(core, review, criteria));
  if (input.format === 'csv') {
    const text = csvText([header, ...rows.map((cells) => cells.map(String))]);
    return { fileName: 'reviews.csv', type: 'text/csv;charset=utf-8', base64: Buffer.from(text).toString('base64') };
  }
  const bytes = await writeRosterXlsx([{ title: 'Reviews', header, rows }]);
  return {
    fileName: 'reviews.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    base64: bytes.toString('base64'),
  };
}

/** One review as a page of its own: text alone, nothing that runs or is fetched. */
export function reviewFile(core: Core, id: string): { fileName: string; html: string } {
  const review = showReview(core.db, id, core.facts.settings().me);
  const html = reviewPage(review, {
    agent: nameOf(core, review.agentId),
    reviewer: nameOf(core, review.reviewerId),
    desk: core.facts.settings().name,
    timeZone: core.facts.settings().timeZone,
  });
  return { fileName: `review ${review.ticketNumber}.html`, html };
}
