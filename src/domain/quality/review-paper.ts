import type { QualityReview } from '../../contract/quality-desk.ts';
import { instantInWords } from '../calendar/words.ts';
import type { Block, Cell, Paper, Words } from '../paper/paper.ts';

type Names = { readonly agent: string; readonly reviewer: string; readonly desk: string; readonly timeZone: string };
type Criterion = QualityReview['card']['sections'][number]['criteria'][number];

const said = (text: string, look?: Words['look']): Words[] =>
  text === '' ? [] : [look === undefined ? { text } : { text, look }];

function valueWords({ scale }: Criterion, value: number | 'na' | null): string {
  if (value === null) return 'open';
  if (value === 'na') return 'not applicable';
  if (scale.kind === 'yesNo') return value === 1 ? 'yes' : 'no';
  return `${value} of ${scale.kind === 'points' ? scale.points : scale.max}`;
}

function criterionRow(review: QualityReview, criterion: Criterion): readonly Cell[] {
  const answer = review.answers[criterion.id];
  const failed = review.score.autoFailed.includes(criterion.id) ? ' (auto-fail)' : '';
  return [
    [
      { text: `${criterion.name}${failed}`, look: 'strong' },
      ...said(answer?.comment ?? ''),
      ...(answer?.quotes ?? []).map(({ text }): Words => ({ text, look: 'quoted' })),
      ...(answer !== undefined && answer.causes.length > 0 ? said(`Causes: ${answer.causes.join(', ')}`, 'soft') : []),
    ],
    [{ text: valueWords(criterion, answer?.value ?? null) }],
  ];
}

function disputeOf({ dispute }: QualityReview, timeZone: string): Block[] {
  if (dispute === null) return [];
  const outcome =
    dispute.outcome === null
      ? `To be decided by ${instantInWords(timeZone, dispute.deadlineAt)}.`
      : `Decided: ${dispute.outcome}.`;
  return [
    { kind: 'heading', text: 'Dispute' },
    { kind: 'words', words: { text: dispute.reason, look: 'quoted' } },
    { kind: 'words', words: { text: outcome } },
    ...said(dispute.note).map((words): Block => ({ kind: 'words', words })),
  ];
}

/** A review on paper: its score, its form with what was said, what its agent said to it, its conversation. */
export function reviewPaper(review: QualityReview, { agent, reviewer, desk, timeZone }: Names): Paper {
  const { percent, outOfFive } = review.score;
  const score =
    percent === null ? 'Not scored' : `${Math.round(percent * 10) / 10} %, ${(outOfFive ?? 0).toFixed(2)} of 5`;
  const done = review.finishedAt === null ? '' : ` on ${instantInWords(timeZone, review.finishedAt)}`;
  const by = review.reviewerId === null ? '' : `, reviewed by ${reviewer}`;
  const title = `Review of #${review.ticketNumber}: ${review.subject}`;
  return {
    title,
    foot: `${desk}, review of #${review.ticketNumber}`,
    blocks: [
      {
        kind: 'words',
        words: {
          text: `Agent ${agent}${by}${done}, on “${review.scorecardName}”, version ${review.version}.`,
        },
      },
      { kind: 'words', words: { text: `${score}${review.autoFailed ? ', auto-failed' : ''}`, look: 'strong' } },
      ...review.card.sections.flatMap(({ name, criteria }): Block[] => [
        { kind: 'heading', text: name },
        {
          kind: 'table',
          columns: [{}, { align: 'end' }],
          rows: criteria.map((criterion) => criterionRow(review, criterion)),
        },
      ]),
      ...(review.agentNote === ''
        ? []
        : ([
            { kind: 'heading', text: `What ${agent} said to it` },
            { kind: 'words', words: { text: review.agentNote, look: 'quoted' } },
          ] satisfies Block[])),
      ...disputeOf(review, timeZone),
      { kind: 'heading', text: 'Conversation' },
      {
        kind: 'table',
        columns: [{}],
        rows: review.conversation.map(({ author, at, text }) => [
          [{ text: author, look: 'strong' }, { text: instantInWords(timeZone, at), look: 'soft' }, { text }],
        ]),
      },
    ],
  };
}
