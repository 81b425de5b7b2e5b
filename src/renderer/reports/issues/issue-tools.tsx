import { FileDown, History, ListPlus, Mail, Send, Trash2 } from 'lucide-react';
import type { ReportFormat, ReportIssueRow } from '../../../contract/index.ts';
import { useZone } from '../../client/use-desk.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoicePicker } from '../../ui/choice.tsx';
import { moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useMinute } from '../../ui/use-now.ts';
import type { IssueActs } from './issue-acts.ts';

const w = rw.issues;
const formats = (['pdf', 'xlsx', 'csv', 'html'] as const).map((value) => ({ value, label: w.formats[value] }));

type SaveProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onPick: (format: Exclude<ReportFormat, 'eml'>) => void;
};

const SaveAs = ({ open, onOpenChange, onPick }: SaveProps) => (
  <ChoicePicker
    label={w.save}
    choices={formats}
    value={null}
    open={open}
    onOpenChange={onOpenChange}
    onPick={onPick}
    trigger={
      <Button small icon={<FileDown size={13} aria-hidden />}>
        {w.save}
        <Kbd keys="s" />
      </Button>
    }
  />
);

/** A second time is asked for, never just done: it would say that people were told twice. SPEC REP-54. */
function SentBefore({ row, onAgain }: { readonly row: ReportIssueRow; readonly onAgain: () => void }) {
  const zone = useZone();
  const now = useMinute();
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 rounded-md bg-risk-soft px-3 py-[6px] text-small">
      <Send size={13} aria-hidden className="text-risk" />
      <span>{w.sentAlready(row.sentAt === null ? '' : moment(row.sentAt, zone, now))}</span>
      <Button small onClick={onAgain}>
        {w.again}
        <Kbd keys="shift+t" />
      </Button>
    </div>
  );
}

type Props = {
  readonly row: ReportIssueRow;
  readonly acts: IssueActs;
  readonly sentBefore: boolean;
  readonly saving: boolean;
  readonly onSaving: (open: boolean) => void;
};

/** What can be done with an issue, where it stands. */
export function IssueTools({ row, acts, sentBefore, saving, onSaving }: Props) {
  return (
    <>
      <div className="flex flex-wrap gap-1 print:hidden">
        <SaveAs open={saving} onOpenChange={onSaving} onPick={acts.saveAs} />
        <KeyButton keys="l" icon={<Mail size={13} aria-hidden />} run={acts.mail}>
          {w.mail}
        </KeyButton>
        <KeyButton keys="t" icon={<Send size={13} aria-hidden />} run={acts.sent}>
          {w.markSent}
        </KeyButton>
        <KeyButton keys="a" icon={<ListPlus size={13} aria-hidden />} run={acts.add}>
          {w.item}
        </KeyButton>
        {acts.before !== undefined && (
          <KeyButton keys="b" icon={<History size={13} aria-hidden />} run={acts.before}>
            {w.before}
          </KeyButton>
        )}
        <KeyButton keys="delete" icon={<Trash2 size={13} aria-hidden />} run={acts.remove}>
          {w.remove}
        </KeyButton>
      </div>
      {sentBefore && <SentBefore row={row} onAgain={acts.sentAgain} />}
    </>
  );
}
