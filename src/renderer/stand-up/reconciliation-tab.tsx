import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { s } from '../strings/en-stand-up.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { clockTime } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { ReportTableView } from '../ui/report-table.tsx';
import { DayColumn } from './day-column.tsx';
import { saveReconciliation } from './save-reconciliation.ts';
import { TriageSection } from './triage-section.tsx';

const tableSays = { none: s.none.waits, cut: s.cut };

function Files() {
  const icon = <FileDown size={13} strokeWidth={1.8} aria-hidden />;
  return (
    <>
      <Button small onClick={() => void saveReconciliation('csv')} icon={icon}>
        CSV <Kbd keys="shift+e" />
      </Button>
      <Button small onClick={() => void saveReconciliation('xlsx')} icon={icon}>
        XLSX <Kbd keys="shift+l" />
      </Button>
    </>
  );
}

/** Open by assignee, open by priority, long waits; beside it the coordinator's own day. */
export function ReconciliationTab() {
  const zone = useZone();
  const options = orpc.reports.reconciliation.queryOptions();
  const { data, error, refetch } = useQuery({ ...options, placeholderData: keepPreviousData });
  if (data === undefined) {
    if (error === null) return <main aria-busy aria-label={s.loading} className="flex-1" />;
    return (
      <Empty title={s.failed} actions={<Button onClick={() => void refetch()}>{s.retry}</Button>}>
        {messageOf(error)}
      </Empty>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 max-[860px]:flex-col max-[860px]:overflow-y-auto print:block">
      <main className="flex min-w-0 flex-1 flex-col gap-6 overflow-y-auto p-4 max-[860px]:flex-none max-[860px]:overflow-visible print:overflow-visible">
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <span className="flex-1 text-small text-ink-2 tabular-nums">{s.countedAt(clockTime(data.at, zone))}</span>
          <Files />
        </div>
        {data.tables.map((table) => (
          <ReportTableView key={table.key} table={table} words={tableSays} />
        ))}
        <TriageSection />
      </main>
      <DayColumn />
    </div>
  );
}
