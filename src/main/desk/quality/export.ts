import type { Answers, ReviewFilter, ReviewRow } from '../../../contract/index.ts';
import { csvText } from '../../../domain/exchange/csv-write.ts';
import { localIso } from '../../../domain/exchange/zone-clock.ts';
import { Fault } from '../../../domain/fault.ts';
import { paperHtml } from '../../../domain/paper/html.ts';
import { answersOf } from '../../../domain/quality/registers.ts';
import { reviewPaper } from '../../../domain/quality/review-paper.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import type { Core } from '../core.ts';
import { writeRosterXlsx, xlsxType } from '../import/roster-file.ts';
import { writePdf } from '../paper/write-pdf.ts';
import { nameOf } from '../person.ts';
import { findRecords } from './find.ts';
import { cardReader, isBlind, readReview, toReviewRow, type ReviewRecord } from './read.ts';
import { readRegisters } from './registers.ts';

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

type Judged = { readonly review: ReviewRow; readonly answers: Answers };
type Column = { readonly card: string; readonly id: string; readonly name: string; readonly cardName: string };

/** A column for each criterion of each scorecard that is asked for; of one name in several, with the scorecard. */
function columnsOf(core: Core, records: readonly ReviewRecord[]): { readonly column: Column; readonly head: string }[] {
  const cards = cardReader(core.db);
  const columns = new Map<string, Column>();
  for (const record of records)
    for (const { id, name } of cards(record).sections.flatMap(({ criteria }) => criteria)) {
      const card = uuidText(record.card_uid);
      columns.set(`${card}/${id}`, { card, id, name, cardName: record.card_name });
    }
  const named = Map.groupBy(columns.values(), ({ name }) => name);
  return [...columns.values()].map((column) => ({
    column,
    head: (named.get(column.name)?.length ?? 0) > 1 ? `${column.name} (${column.cardName})` : column.name,
  }));
}

const rowOf = (core: Core, { review, answers }: Judged, columns: readonly Column[]): (string | number)[] => {
  const { timeZone } = core.facts.settings();
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
    ...columns.map(({ card, id }) => {
      const value = card === review.scorecardId ? answers[id]?.value : null;
      return value === undefined || value === null ? '' : value === 'na' ? 'N/A' : value;
    }),
  ];
};

/**
 * Reviews as a table, a column per criterion; none that is scored blind still. Formulas are defused (IMP-20). Faults INVALID
 * where there are more than a table takes: nothing is left out unsaid.
 */
export async function exportReviews(
  core: Core,
  input: { readonly filter: ReviewFilter; readonly format: 'csv' | 'xlsx' },
) {
  const found = findRecords(core, input.filter, most + 1).filter((record) => !isBlind(record));
  if (found.length > most)
    throw new Fault(
      'INVALID',
      `These are more than ${most.toLocaleString('en')} reviews, the most that one file takes. Choose fewer, by days or by scorecard.`,
      { field: 'filter' },
    );
  const columns = columnsOf(core, found);
  const header = [...fixed, ...columns.map(({ head }) => head)];
  const rows = found.map((record) =>
    rowOf(
      core,
      { review: toReviewRow(record), answers: answersOf(readRegisters(core.db, record.id)) },
      columns.map(({ column }) => column),
    ),
  );
  if (input.format === 'csv') {
    const text = csvText([header, ...rows.map((cells) => cells.map(String))]);
    return { fileName: 'reviews.csv', type: 'text/csv;charset=utf-8', base64: Buffer.from(text).toString('base64') };
  }
  const bytes = await writeRosterXlsx([{ title: 'Reviews', header, rows }]);
  return { fileName: 'reviews.xlsx', type: xlsxType, base64: bytes.toString('base64') };
}

/** One review to be read and printed anywhere: as a page of HTML of its own, or as a PDF. SPEC QAR-6. */
export async function reviewFile(core: Core, { id, format }: { readonly id: string; readonly format: 'html' | 'pdf' }) {
  const review = readReview(core.db, id, core.facts.settings().me);
  const { name: desk, timeZone } = core.facts.settings();
  const names = { agent: nameOf(core, review.agentId), reviewer: nameOf(core, review.reviewerId), desk, timeZone };
  const paper = reviewPaper(review, names);
  const fileName = `review ${review.ticketNumber}.${format}`;
  if (format === 'html')
    return { fileName, type: 'text/html', base64: Buffer.from(paperHtml(paper)).toString('base64'), missing: 0 };
  const { bytes, missing } = await writePdf(paper, core.ports.now());
  return { fileName, type: 'application/pdf', base64: Buffer.from(bytes).toString('base64'), missing };
}
