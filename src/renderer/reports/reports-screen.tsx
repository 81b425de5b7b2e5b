import { FileChartColumn } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { useInfo } from '../client/use-desk.ts';
import { useViewer } from '../people/viewer.ts';
import { rw } from '../strings/en-reports-issues.ts';
import { t } from '../strings/en.ts';
import { Chip } from '../ui/chip.tsx';
import { ChoicePicker, type Choice } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ReportsTab } from './built/reports-tab.tsx';
import { Asked } from './forms/asked.tsx';
import { IssuesTab } from './issues/issues-tab.tsx';
import { ItemsTab } from './items/items-tab.tsx';
import { MakePicker } from './make-picker.tsx';
import { reportTabs, setReports, showTab, useReports, type ReportTab } from './reports-store.ts';
import { useTabActions } from './tab-actions.ts';
import { useReportList } from './use-reports-read.ts';

const bodies: Readonly<Record<ReportTab, ReactNode>> = {
  issues: <IssuesTab />,
  reports: <ReportsTab />,
  items: <ItemsTab />,
};
const segments = reportTabs.map((value) => ({ value, label: rw.tabs[value] }));
/** Stands for no choice where one is a word. */
const all = 'all';

/** Of which report issues are shown. */
function Only() {
  const only = useReports((state) => state.only);
  const reports = useReportList();
  const [open, setOpen] = useState(false);
  useTabActions({ only: () => setOpen(true) });
  const choices = [
    { value: all, label: rw.issues.all },
    ...reports.map(({ key, title }): Choice<string> => ({ value: key, label: title })),
  ];
  return (
    <ChoicePicker
      label={rw.issues.only}
      choices={choices}
      value={only ?? all}
      open={open}
      onOpenChange={setOpen}
      onPick={(key) => setReports({ only: key === all ? null : key, issueId: null })}
      trigger={
        <Chip
          field={rw.issues.only}
          value={only === null ? rw.issues.all : (reports.find(({ key }) => key === only)?.title ?? rw.issues.gone)}
        >
          <Kbd keys="f" />
        </Chip>
      }
    />
  );
}

function Lead() {
  const tab = useReports((state) => state.tab);
  return (
    <>
      <Header title={t.screens.reports} action={<MakePicker />}>
        <div className="flex min-h-[38px] flex-wrap items-center gap-x-3 gap-y-1 px-4 pb-[6px] print:hidden">
          <Segmented tabs label={rw.tabs.label} segments={segments} value={tab} onChange={showTab} />
          {tab === 'issues' && <Only />}
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">{bodies[tab]}</main>
      <Asked />
    </>
  );
}

/** Agents make no reports, and are told who does. SPEC REP-58. */
const Agent = () => (
  <>
    <Header title={t.screens.reports} />
    <main className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Empty title={rw.agents.title} icon={<FileChartColumn size={28} strokeWidth={1.4} aria-hidden />}>
        {rw.agents.how}
      </Empty>
    </main>
  </>
);

/** Reports: what was made, what they are made of, and what they lead to. */
export function ReportsScreen() {
  const known = useInfo().data !== undefined;
  const { leads } = useViewer();
  return known && !leads ? <Agent /> : <Lead />;
}
