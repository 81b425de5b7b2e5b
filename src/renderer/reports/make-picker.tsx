import { FilePlus } from 'lucide-react';
import { rw } from '../strings/en-reports-issues.ts';
import { Button } from '../ui/button.tsx';
import { ChoicePicker } from '../ui/choice.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { makeIssue } from './issues/issue-actions.ts';
import { setReports, useReports } from './reports-store.ts';
import { useReportList } from './use-reports-read.ts';

/** An issue now, of which report is asked. On the tab of reports the key is of the one under the cursor. */
export function MakePicker() {
  const reports = useReportList();
  const { making, tab } = useReports();
  return (
    <ChoicePicker
      label={rw.head.makeOf}
      choices={reports.map(({ key, title }) => ({ value: key, label: title }))}
      value={null}
      open={making}
      onOpenChange={(open) => setReports({ making: open })}
      onPick={(key) => void makeIssue(key)}
      trigger={
        <Button look="primary" icon={<FilePlus size={15} strokeWidth={2.2} aria-hidden />}>
          {rw.head.make}
          {tab !== 'reports' && <Kbd keys="m" on />}
        </Button>
      }
    />
  );
}
