import { FileChartColumn } from 'lucide-react';
import { useZone } from '../../client/use-desk.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { setReports, useReports } from '../reports-store.ts';
import { comesAt, firstDue } from '../tell.ts';
import { useReportList } from '../use-reports-read.ts';

const w = rw.issues;

/** Where there is no issue: what one is, when the first comes, and the way to one now. */
export function NothingYet() {
  const only = useReports((state) => state.only);
  const reports = useReportList();
  const zone = useZone();
  const now = useMinute();
  const due = firstDue(reports);
  const comes = due === undefined ? w.noneDue : w.first(due.title, comesAt(due.at, zone, now));
  return (
    <Empty
      title={only === null ? w.empty : w.emptyOf}
      icon={<FileChartColumn size={28} strokeWidth={1.4} aria-hidden />}
      actions={
        <>
          <Button data-first onClick={() => setReports({ making: true })}>
            {rw.head.make} <Kbd keys="m" />
          </Button>
          {only !== null && <Button onClick={() => setReports({ only: null })}>{w.showAll}</Button>}
        </>
      }
    >
      {only === null ? w.emptyHow : w.emptyOfHow}
      {only === null && reports.length > 0 && <span className="mt-2 block font-semibold text-ink">{comes}</span>}
    </Empty>
  );
}
