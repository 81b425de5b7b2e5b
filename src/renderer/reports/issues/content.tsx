import { Info } from 'lucide-react';
import type { ReportContent, ReportSection } from '../../../contract/index.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { ReportTableView } from '../../ui/report-table.tsx';

type SectionProps = { readonly section: ReportSection; readonly zone: string };

/** Sentences, then tables. The three of the summary are what is read first. */
function Section({ section: { kind, title, lines, tables }, zone }: SectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="text-title font-bold">{title}</h3>
      {kind === 'summary' ? (
        <ul className="flex max-w-[720px] list-disc flex-col gap-1 pl-5">
          {lines.map((line, at) => (
            <li key={at} dir="auto" className="break-words">
              {line}
            </li>
          ))}
        </ul>
      ) : (
        lines.map((line, at) => (
          <p key={at} dir="auto" className="max-w-[720px] break-words whitespace-pre-wrap">
            {line}
          </p>
        ))
      )}
      {tables.map((table) => (
        <ReportTableView
          key={table.key}
          table={table}
          level={4}
          whole
          bare={table.title === title || table.title === ''}
          words={rw.table}
          zone={zone}
        />
      ))}
    </section>
  );
}

/** What an issue says, section by section: the same in a preview. What was left out is said before all of it. */
export const Content = ({ content: { notes, sections, timeZone } }: { readonly content: ReportContent }) => (
  <div className="flex flex-col gap-5">
    {notes.map((note) => (
      <p key={note} className="flex max-w-[720px] items-start gap-2">
        <Info size={14} aria-hidden className="mt-[3px] shrink-0 text-ink-2" />
        {note}
      </p>
    ))}
    {sections.map((section, at) => (
      <Section key={`${at}${section.kind}`} section={section} zone={timeZone} />
    ))}
  </div>
);
