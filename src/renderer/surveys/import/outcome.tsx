import type { SurveyImport } from '../../../contract/index.ts';
import { Rows } from '../../exchange/rows.tsx';
import { fw } from '../../strings/en-surveys.ts';
import { number } from '../../strings/en.ts';
import { cx } from '../../ui/cx.ts';

const w = fw.import;
const matches = ['ticket', 'foreign', 'solved', 'customer', 'none'] as const;

/** What comes in, what is here already, what is not read, and what it was matched by. */
export function Outcome({ result }: { readonly result: SurveyImport }) {
  const { counts, matched, issues, issuesTotal } = result;
  const figures = [
    { n: counts.responses, words: w.comeIn(counts.responses), late: false },
    { n: counts.same, words: w.same(counts.same), late: false },
    { n: counts.rejected, words: w.rejected(counts.rejected), late: counts.rejected > 0 },
  ];
  return (
    <>
      <dl className="flex flex-wrap gap-x-10 gap-y-2 px-4 py-3">
        {figures.map(({ n, words, late }) => (
          <div key={words} className="min-w-[84px]">
            <dd
              className={cx(
                'text-[20px] leading-[26px] font-bold tabular-nums',
                late && 'text-late',
                n === 0 && 'text-ink-3',
              )}
            >
              {number(n)}
            </dd>
            <dt className="text-small text-ink-2">{words}</dt>
          </div>
        ))}
      </dl>
      {counts.responses > 0 && (
        <p className="flex flex-wrap gap-x-3 px-4 pb-3 text-small text-ink-2 tabular-nums">
          <span className="font-bold text-ink">{w.matched}</span>
          {matches
            .filter((by) => matched[by] > 0)
            .map((by) => (
              <span key={by}>
                {number(matched[by])} {w.matches[by]}
              </span>
            ))}
        </p>
      )}
      {issues.length > 0 && (
        <Rows
          label={w.issues}
          columns="grid-cols-[56px_minmax(90px,0.7fr)_minmax(0,2fr)]"
          heads={[{ text: w.line }, { text: w.where }, { text: w.reason }]}
          rows={issues}
          most={8}
          cells={({ line, column, value, reason }) => [
            <span key="line" className="block text-ink-2 tabular-nums">
              {number(line)}
            </span>,
            <bdi key="column" className="block truncate" title={column ?? ''}>
              {column ?? ''}
            </bdi>,
            <span key="reason" dir="auto" className="block break-words">
              {value === null ? reason : `${value}: ${reason}`}
            </span>,
          ]}
        />
      )}
      {issuesTotal > issues.length && (
        <p className="px-4 py-2 text-small text-ink-2">{w.more(issuesTotal - issues.length)}</p>
      )}
    </>
  );
}
