import type { QualityReview } from '../../contract/quality-desk.ts';
import { instantInWords } from '../calendar/words.ts';

type Names = { readonly agent: string; readonly reviewer: string; readonly desk: string; readonly timeZone: string };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text as text, whatever stands in it. */
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const style = `body{font:13px/1.45 system-ui,sans-serif;color:#1a1b20;max-width:760px;margin:24px auto;padding:0 16px}
h1{font-size:18px}h2{font-size:14px;margin:20px 0 6px}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #e3e3e7;padding:5px 6px;text-align:left;vertical-align:top}
td.n{text-align:right;white-space:nowrap}blockquote{margin:4px 0;padding-left:8px;border-left:2px solid #a85a00;color:#565862}
p{white-space:pre-wrap;margin:4px 0}.q{color:#565862}`;

function criterionRow(
  review: QualityReview,
  criterion: QualityReview['card']['sections'][number]['criteria'][number],
): string {
  const answer = review.answers[criterion.id];
  const value = answer?.value ?? null;
  const shown = value === null ? 'open' : value === 'na' ? 'not applicable' : String(value);
  const parts = [
    ...(answer?.comment ? [`<p>${safe(answer.comment)}</p>`] : []),
    ...(answer?.quotes ?? []).map(({ text }) => `<blockquote>${safe(text)}</blockquote>`),
    ...(answer && answer.causes.length > 0 ? [`<p class="q">Causes: ${safe(answer.causes.join(', '))}</p>`] : []),
  ];
  const failed = review.score.autoFailed.includes(criterion.id) ? ' (auto-fail)' : '';
  return `<tr><td>${safe(criterion.name)}${failed}${parts.join('')}</td><td class="n">${safe(shown)}</td></tr>`;
}

/** A review as one page of HTML for printing or keeping: its score, its form, its conversation. Nothing in it runs or is fetched. */
export function reviewPage(review: QualityReview, { agent, reviewer, desk, timeZone }: Names): string {
  const { percent, outOfFive } = review.score;
  const scoreWords =
    percent === null ? 'Not scored' : `${Math.round(percent * 10) / 10} %, ${(outOfFive ?? 0).toFixed(2)} of 5`;
  const sections = review.card.sections.map(
    (section) =>
      `<h2>${safe(section.name)}</h2><table>${section.criteria.map((criterion) => criterionRow(review, criterion)).join('')}</table>`,
  );
  const talk = review.conversation.map(
    ({ author, at, text }) =>
      `<tr><td><b>${safe(author)}</b> <span class="q">${safe(instantInWords(timeZone, at))}</span><p>${safe(text)}</p></td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${safe(`Review of #${review.ticketNumber}`)}</title><style>${style}</style></head><body>
<h1>${safe(`Review of #${review.ticketNumber}: ${review.subject}`)}</h1>
<p>${safe(desk)}. Agent ${safe(agent)}, reviewed by ${safe(reviewer)}${review.finishedAt === null ? '' : ` on ${safe(instantInWords(timeZone, review.finishedAt))}`}, on “${safe(review.scorecardName)}”, version ${review.version}.</p>
<p><b>${safe(scoreWords)}</b>${review.autoFailed ? ', auto-failed' : ''}</p>
${sections.join('\n')}
<h2>Conversation</h2><table>${talk.join('')}</table>
</body></html>
`;
}
