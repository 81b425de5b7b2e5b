import { CircleX, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportIssue, ImportJob } from '../../contract/index.ts';
import { x } from '../strings/en-exchange.ts';
import { number } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Rows } from './rows.tsx';

const kinds = ['create', 'update', 'skip', 'reject'] as const;

/** Four figures: tickets to create, update and skip, rows to reject. */
export function Figures({ job }: { readonly job: ImportJob }) {
  const words = job.mode === 'dryRun' ? x.run.counts : x.run.countsDone;
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-2 px-4 py-3">
      {kinds.map((kind) => (
        <div key={kind} className="min-w-[96px]">
          <dd
            className={cx(
              'text-[20px] leading-[26px] font-bold tabular-nums',
              kind === 'reject' && job.counts.reject > 0 && 'text-late',
              job.counts[kind] === 0 && 'text-ink-3',
            )}
          >
            {number(job.counts[kind])}
          </dd>
          <dt className="text-small text-ink-2">
            {x.run.unit(kind)} {words[kind]}
            {kind === 'create' && job.counts.events > 0 && `, ${x.run.eventsOf(job.counts.events)}`}
          </dt>
        </div>
      ))}
    </dl>
  );
}

type Tab = 'rejects' | 'warnings' | 'create' | 'update' | 'skip';

/** What there is to look at. */
function tabsOf({ counts, issuesTotal }: ImportJob): readonly { value: Tab; total: number }[] {
  const tabs = [
    { value: 'create', total: counts.create },
    { value: 'update', total: counts.update },
    { value: 'skip', total: counts.skip },
    { value: 'rejects', total: counts.reject },
    { value: 'warnings', total: issuesTotal - counts.reject },
  ] as const;
  return tabs.filter(({ total }) => total > 0);
}

const text = (words: string, look = '') => (
  <span dir="auto" className={cx('block break-words', look)}>
    {words}
  </span>
);
const short = (words: string, look = '') => (
  <bdi title={words} className={cx('block truncate', look)}>
    {words}
  </bdi>
);
const line = (at: number) => <span className="block text-ink-2 tabular-nums">{number(at)}</span>;

function Plan({ job, tab, lineHead }: { readonly job: ImportJob; readonly tab: Tab; readonly lineHead: string }) {
  const rows = job.plan.filter(({ action }) => action === tab);
  return (
    <Rows
      label={x.plan[tab]}
      columns="grid-cols-[56px_minmax(90px,150px)_minmax(0,1.3fr)_minmax(0,1fr)]"
      heads={[{ text: lineHead }, { text: x.plan.id }, { text: x.plan.subject }, { text: x.plan.reason }]}
      rows={rows}
      most={16}
      cells={(row) => [
        line(row.line),
        short(row.externalId, 'tabular-nums'),
        row.subject === '' ? <span className="text-ink-3">{x.plan.noSubject}</span> : short(row.subject, 'font-medium'),
        text(row.reason, 'text-ink-2'),
      ]}
    />
  );
}

function Severity({ severity }: Pick<ImportIssue, 'severity'>) {
  const reject = severity === 'reject';
  const Icon = reject ? CircleX : TriangleAlert;
  return (
    <span className={cx('flex items-center gap-[6px]', reject ? 'text-late' : 'text-risk')}>
      <Icon size={14} aria-hidden className="shrink-0" />
      <span className="truncate">{reject ? x.plan.reject : x.plan.warning}</span>
    </span>
  );
}

type IssuesProps = { readonly issues: readonly ImportIssue[]; readonly tab: Tab; readonly lineHead: string };

function Issues({ issues, tab, lineHead }: IssuesProps) {
  return (
    <Rows
      label={x.plan[tab]}
      columns="grid-cols-[56px_84px_minmax(0,0.6fr)_minmax(0,0.8fr)_minmax(0,2fr)]"
      heads={[
        { text: lineHead },
        { text: x.plan.kind },
        { text: x.plan.column },
        { text: x.plan.value },
        { text: x.plan.reason },
      ]}
      rows={issues}
      most={16}
      cells={(issue) => [
        line(issue.line),
        <Severity key="kind" severity={issue.severity} />,
        short(issue.column ?? ''),
        short(issue.value ?? '', 'text-ink-2'),
        text(issue.reason),
      ]}
    />
  );
}

/** What a job did or would do, ticket by ticket, and what it could not read. */
export function Details({ job, json }: { readonly job: ImportJob; readonly json: boolean }) {
  const tabs = tabsOf(job);
  const [picked, setPicked] = useState<Tab | null>(null);
  const tabOf = (tab: Tab | null) => tabs.find(({ value }) => value === tab);
  // What went wrong is looked at first.
  const current = tabOf(picked) ?? tabOf('rejects') ?? tabs[0];
  if (current === undefined) return null;
  const tab = current.value;
  const severity = tab === 'rejects' ? 'reject' : tab === 'warnings' ? 'warning' : null;
  const issues = job.issues.filter((issue) => issue.severity === severity);
  const shown = severity === null ? job.plan.filter(({ action }) => action === tab).length : issues.length;
  const lineHead = json ? x.plan.record : x.plan.line;
  return (
    <>
      <div className="flex min-h-[40px] flex-wrap items-center gap-3 border-t border-line px-4 py-[6px]">
        <Segmented
          label={x.plan.show}
          segments={tabs.map(({ value, total }) => ({ value, label: `${x.plan[value]} ${number(total)}` }))}
          value={tab}
          onChange={setPicked}
        />
        {shown < current.total && (
          <span className="text-small text-ink-2">
            {tab === 'rejects' ? x.plan.firstRejects(shown, current.total) : x.plan.firstPlan(shown, current.total)}
          </span>
        )}
      </div>
      <div className="border-t border-line">
        {severity === null ? (
          <Plan job={job} tab={tab} lineHead={lineHead} />
        ) : (
          <Issues issues={issues} tab={tab} lineHead={lineHead} />
        )}
      </div>
    </>
  );
}
