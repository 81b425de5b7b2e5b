import { CircleDot, Send } from 'lucide-react';
import type { ReportIssueRow } from '../../../contract/index.ts';
import { periodWords } from '../../../domain/reports/words.ts';
import { useZone } from '../../client/use-desk.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { exact, moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { setReports, useReports } from '../reports-store.ts';

const w = rw.issues;

/** Not opened on this machine yet: a sign and a word. */
const Fresh = () => (
  <span className="inline-flex shrink-0 items-center gap-1 text-small font-semibold text-on-soft">
    <CircleDot size={12} aria-hidden />
    {w.fresh}
  </span>
);

function Line({ row, isFresh }: { readonly row: ReportIssueRow; readonly isFresh: boolean }) {
  const zone = useZone();
  const now = useMinute();
  const { title, period, madeAt, dueAt, sentAt, comments } = row;
  return (
    <>
      <span className="flex items-center gap-2">
        <span className={cx('min-w-0 flex-1 truncate', isFresh ? 'font-bold' : 'font-semibold')} dir="auto">
          {title}
        </span>
        {isFresh && <Fresh />}
        <span className="shrink-0 text-small text-ink-2 tabular-nums" title={exact(madeAt, zone)}>
          {moment(madeAt, zone, now)}
        </span>
      </span>
      <span className="truncate text-small text-ink-2">{periodWords(period)}</span>
      {(dueAt === null || sentAt !== null || comments > 0) && (
        <span className="flex flex-wrap gap-x-3 text-small text-ink-2">
          {dueAt === null && <span>{w.byHand}</span>}
          {sentAt !== null && (
            <span className="inline-flex items-center gap-1">
              <Send size={11} aria-hidden />
              {w.sent(moment(sentAt, zone, now))}
            </span>
          )}
          {comments > 0 && <span>{w.comments(comments)}</span>}
        </span>
      )}
    </>
  );
}

type Props = {
  readonly rows: readonly ReportIssueRow[];
  readonly currentId: string;
  /** Undefined: all are here. */
  readonly onOlder: (() => void) | undefined;
};

/** Issues, the latest first; what is under the cursor is open beside it. */
export function IssueList({ rows, currentId, onOlder }: Props) {
  const seen = useReports((state) => state.seen);
  return (
    <div className="flex min-h-0 flex-1 flex-col border-line max-[820px]:border-b min-[821px]:border-r">
      <EntryList
        label={w.list}
        ids={rows.map(({ id }) => id)}
        currentId={currentId}
        onChoose={(id) => setReports({ issueId: id, sentBefore: null })}
      >
        {rows.map((row) => (
          <Entry key={row.id} id={row.id} className="flex-col justify-center gap-[1px] py-[6px]">
            <Line row={row} isFresh={!seen.includes(row.id)} />
          </Entry>
        ))}
      </EntryList>
      {onOlder !== undefined && (
        <div className="shrink-0 border-t border-line p-1">
          <Button small look="quiet" onClick={onOlder}>
            {w.older}
          </Button>
        </div>
      )}
    </div>
  );
}
