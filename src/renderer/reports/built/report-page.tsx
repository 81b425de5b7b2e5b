import { Copy, FilePlus, FileText, Pause, PencilLine, Play, RotateCcw, Trash2, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Report } from '../../../contract/index.ts';
import { useZone } from '../../client/use-desk.ts';
import { bw } from '../../strings/en-reports-built.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { nextWords } from '../tell.ts';
import type { ReportActs } from './report-acts.ts';

const w = bw.actions;
const small = { size: 13, 'aria-hidden': true } as const;

const Tools = ({ report, acts }: { readonly report: Report; readonly acts: ReportActs }) => (
  <div className="flex flex-wrap gap-1">
    <KeyButton keys="e" icon={<PencilLine {...small} />} run={acts.edit}>
      {w.edit}
    </KeyButton>
    <KeyButton keys="m" icon={<FilePlus {...small} />} run={acts.make}>
      {w.make}
    </KeyButton>
    <KeyButton keys="p" icon={report.paused ? <Play {...small} /> : <Pause {...small} />} run={acts.pause}>
      {report.paused ? w.goOn : w.pause}
    </KeyButton>
    <KeyButton keys="i" icon={<FileText {...small} />} run={acts.issue}>
      {w.last}
    </KeyButton>
    <KeyButton keys="d" icon={<Copy {...small} />} run={acts.copy}>
      {w.copy}
    </KeyButton>
    <KeyButton keys="delete" icon={report.builtIn ? <RotateCcw {...small} /> : <Trash2 {...small} />} run={acts.remove}>
      {report.builtIn ? w.asItCame : w.remove}
    </KeyButton>
  </div>
);

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex gap-3 max-[560px]:flex-col max-[560px]:gap-0">
    <dt className="w-[92px] shrink-0 text-ink-2">{name}</dt>
    <dd className="min-w-0 flex-1 break-words">{children}</dd>
  </div>
);

/** What a report is made of, when it comes and to whom it goes. */
export function ReportPage({ report, acts }: { readonly report: Report; readonly acts: ReportActs }) {
  const zone = useZone();
  const now = useMinute();
  const { title, kind, sections, note, time, recipients, last, failed } = report;
  return (
    <div
      role="region"
      aria-label={bw.page}
      tabIndex={0}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto px-4 py-3 -outline-offset-2"
    >
      <h2 className="text-head font-bold break-words" dir="auto">
        {title}
      </h2>
      <Tools report={report} acts={acts} />
      <dl className="flex max-w-[720px] flex-col gap-2">
        <Fact name={bw.when}>
          {bw.timeWords(time)}
          <span className="block text-small text-ink-2">
            {nextWords(report, zone, now)}. {last === null ? bw.noLast : bw.last(moment(last.madeAt, zone, now))}
          </span>
          {failed !== null && (
            <span className="flex items-start gap-1 text-small font-semibold text-late">
              <TriangleAlert size={12} aria-hidden className="mt-[3px] shrink-0" />
              {bw.failed(failed.message)}
            </span>
          )}
        </Fact>
        <Fact name={bw.stretch}>{rw.stretches[kind]}</Fact>
        <Fact name={bw.madeOf}>
          <ol className="flex list-inside list-decimal flex-col gap-[2px]">
            {sections.map((section) => (
              <li key={section}>{rw.sections[section]}</li>
            ))}
          </ol>
        </Fact>
        {sections.includes('note') && note !== '' && (
          <Fact name={rw.sections.note}>
            <span dir="auto" className="whitespace-pre-wrap">
              {note}
            </span>
          </Fact>
        )}
        <Fact name={bw.to}>
          {recipients.length === 0 ? <span className="text-ink-2">{bw.toNobody}</span> : recipients.join(', ')}
        </Fact>
      </dl>
    </div>
  );
}
