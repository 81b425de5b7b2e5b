import { useQuery } from '@tanstack/react-query';
import { Check, CircleDashed } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { periodWords } from '../../../domain/reports/words.ts';
import type { client } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { exact, moment } from '../../ui/format.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { noteSeen, useReports } from '../reports-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { issueOptions } from '../use-reports-read.ts';
import { Comments } from './comments.tsx';
import { Content } from './content.tsx';
import { issueActs } from './issue-acts.ts';
import { IssueTools } from './issue-tools.tsx';

const w = rw.issues;
type Issue = Awaited<ReturnType<typeof client.reports.issue>>;

/** Which days it is of, when it was made, from which state of the desk, and whether it was given out. */
function Facts({ issue: { row, content } }: { readonly issue: Issue }) {
  const zone = useZone();
  const now = useMinute();
  const { period, against, madeAt, state } = content;
  const made = moment(madeAt, zone, now);
  return (
    <div className="flex flex-col gap-[2px] text-small text-ink-2">
      <p className="text-body text-ink">{w.period(periodWords(period), periodWords(against))}</p>
      <p className="flex flex-wrap gap-x-3">
        <span title={exact(madeAt, zone)}>{row.dueAt === null ? w.madeByHand(made) : w.made(made)}</span>
        <span className="inline-flex items-center gap-1 font-medium text-ink">
          {row.sentAt === null ? (
            <CircleDashed size={12} aria-hidden className="text-ink-2" />
          ) : (
            <Check size={12} aria-hidden className="text-met" />
          )}
          {row.sentAt === null ? w.notSent : w.sent(moment(row.sentAt, zone, now))}
        </span>
      </p>
      <p className="max-w-[720px]">{w.state(exact(madeAt, zone), state.tickets, state.changes)}</p>
    </div>
  );
}

/** After what is typed already. */
function goOnTyping(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
  field?.scrollIntoView({ block: 'nearest' });
}

type LoadedProps = { readonly issue: Issue; readonly region: RefObject<HTMLDivElement | null> };

function Loaded({ issue, region }: LoadedProps) {
  const { row, content, comments, before } = issue;
  const field = useRef<HTMLTextAreaElement>(null);
  const [saving, setSaving] = useState(false);
  const sentBefore = useReports((state) => state.sentBefore === row.id);
  const acts = issueActs(row, before);
  useEffect(() => noteSeen(row.id), [row.id]);
  useTabActions({
    open: () => region.current?.focus(),
    save: () => setSaving(true),
    export: () => acts.saveAs('pdf'),
    xlsx: () => acts.saveAs('xlsx'),
    mail: acts.mail,
    sent: acts.sent,
    ...(sentBefore && { sentAgain: acts.sentAgain }),
    comment: () => goOnTyping(field.current),
    add: acts.add,
    ...(acts.before !== undefined && { before: acts.before }),
    remove: acts.remove,
  });
  return (
    <>
      <h2 className="text-head font-bold break-words" dir="auto">
        {content.title}
      </h2>
      <Facts issue={issue} />
      <IssueTools row={row} acts={acts} sentBefore={sentBefore} saving={saving} onSaving={setSaving} />
      <Content content={content} />
      <Comments issueId={row.id} comments={comments} field={field} />
    </>
  );
}

/** An issue as it was made. The region stays while issues change, so that the focus in it does. */
export function IssueView({ issueId }: { readonly issueId: string }) {
  const asked = useQuery(issueOptions(issueId));
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (region.current !== null) region.current.scrollTop = 0;
  }, [issueId]);
  return (
    <div
      ref={region}
      role="region"
      aria-label={w.view}
      tabIndex={0}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto px-4 py-3 -outline-offset-2 print:overflow-visible"
    >
      {asked.data === undefined ? (
        <NotRead asked={asked} />
      ) : (
        <Loaded key={issueId} issue={asked.data} region={region} />
      )}
    </div>
  );
}
