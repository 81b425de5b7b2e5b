import { Pause, PencilLine, Plus, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { Report } from '../../../contract/index.ts';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { useZone } from '../../client/use-desk.ts';
import { bw } from '../../strings/en-reports-built.ts';
import { Beside } from '../../ui/beside.tsx';
import { Button } from '../../ui/button.tsx';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { Hints } from '../../ui/hints.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { NotRead } from '../../ui/not-read.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { setReports, useReports } from '../reports-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { nextWords } from '../tell.ts';
import { useReportsAsked } from '../use-reports-read.ts';
import { Builder } from './builder.tsx';
import { openBuilder, useBuilder } from './builder-store.ts';
import { draftOf, isSame, newDraft } from './draft.ts';
import { reportActs } from './report-acts.ts';
import { ReportPage } from './report-page.tsx';

const h = bw.hints;

function Line({ report }: { readonly report: Report }) {
  const zone = useZone();
  const now = useMinute();
  const typed = useBuilder(({ drafts }) => drafts[report.key]);
  const isTyped = typed !== undefined && !isSame(typed, draftOf(report));
  const { title, builtIn, paused, failed } = report;
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
          {title}
        </span>
        {isTyped && (
          <span className="inline-flex shrink-0 items-center gap-1 text-small text-risk">
            <PencilLine size={12} aria-hidden />
            {bw.changed}
          </span>
        )}
        {!builtIn && <span className="shrink-0 text-small text-ink-2">{bw.own}</span>}
      </span>
      <span className="flex items-center gap-1 truncate text-small text-ink-2 tabular-nums">
        {failed !== null && <TriangleAlert size={12} aria-label={bw.failed(failed.message)} className="text-late" />}
        {paused && <Pause size={12} aria-hidden />}
        {nextWords(report, zone, now)}
      </span>
    </>
  );
}

function List({ reports, current }: { readonly reports: readonly Report[]; readonly current: Report | undefined }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col border-line max-[820px]:border-b min-[821px]:border-r">
      <EntryList
        label={bw.list}
        ids={reports.map(({ key }) => key)}
        currentId={current?.key ?? null}
        onChoose={(key) => setReports({ reportKey: key })}
      >
        {reports.map((report) => (
          <Entry key={report.key} id={report.key}>
            <Line report={report} />
          </Entry>
        ))}
      </EntryList>
      <div className="shrink-0 border-t border-line p-1">
        <Button small look="quiet" onClick={() => openBuilder('new')} icon={<Plus size={13} aria-hidden />}>
          {bw.actions.new} <Kbd keys="n" />
        </Button>
      </div>
    </div>
  );
}

const hintsOf = (report: Report | undefined) =>
  [
    ['j / k', h.move],
    ['enter', h.edit],
    ['n', h.new],
    ['m', h.make],
    ['p', h.pause],
    ['i', h.last],
    ['d', h.copy],
    ['delete', report?.builtIn === true ? h.asItCame : h.remove],
  ] as const;

/** The reports there are, and what the one under the cursor is made of. */
function Listed({ reports }: { readonly reports: readonly Report[] }) {
  const held = useReports((state) => state.reportKey);
  const current = reports.find(({ key }) => key === held) ?? reports[0];
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(reports.length));
  const acts = current === undefined ? undefined : reportActs(current);
  useTabActions({
    newReport: () => openBuilder('new'),
    ...(acts !== undefined && {
      open: acts.edit,
      edit: acts.edit,
      make: acts.make,
      ...(acts.pause !== undefined && { pause: acts.pause }),
      ...(acts.issue !== undefined && { issue: acts.issue }),
      copy: acts.copy,
      remove: acts.remove,
    }),
  });
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Beside
        left={<List reports={reports} current={current} />}
        right={current !== undefined && acts !== undefined && <ReportPage report={current} acts={acts} />}
      />
      <Hints yields hints={hintsOf(current)} />
    </div>
  );
}

/** The reports of the desk; one that is being changed in their place. */
export function ReportsTab() {
  const asked = useReportsAsked();
  const { editing, drafts } = useBuilder();
  if (asked.data === undefined) return <NotRead asked={asked} />;
  const { reports } = asked.data;
  const edited = reports.find(({ key }) => key === editing);
  // What is being changed may have been removed elsewhere.
  if (editing === null || (editing !== 'new' && edited === undefined)) return <Listed reports={reports} />;
  const saved = edited === undefined ? newDraft(reports) : draftOf(edited);
  const draft = drafts[editing] ?? saved;
  return (
    <Builder key={editing} draftKey={editing} draft={draft} changed={edited === undefined || !isSame(draft, saved)} />
  );
}
