import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { rw } from '../strings/en-roster.ts';
import { cx } from '../ui/cx.ts';

/** What is wrong, how much it matters, and what to do about it. */
export function FindingLine({ finding }: { readonly finding: Finding }) {
  const error = finding.severity === 'error';
  const Icon = error ? CircleX : TriangleAlert;
  return (
    <li className="flex items-start gap-2 py-[3px]">
      <Icon
        size={14}
        role="img"
        aria-label={rw.rules.severity[finding.severity]}
        className={cx('mt-[3px] shrink-0', error ? 'text-late' : 'text-risk')}
      />
      <span className="min-w-0 break-words" dir="auto">
        {finding.text} <span className="text-ink-2">{finding.fix}</span>
      </span>
    </li>
  );
}

type ListProps = { readonly findings: readonly Finding[]; readonly label: string; readonly most?: number };

export function FindingList({ findings, label, most = 50 }: ListProps) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {findings.slice(0, most).map((finding, index) => (
        <FindingLine key={index} finding={finding} />
      ))}
      {findings.length > most && <li className="text-ink-2">{rw.rules.more(findings.length - most)}</li>}
    </ul>
  );
}

/** What would be wrong with the roster once the shifts have changed hands. */
export function RequestEffect({ id }: { readonly id: string }) {
  const w = rw.requests;
  const asked = useQuery(orpc.roster.requestEffect.queryOptions({ input: { id } }));
  const findings = asked.data?.findings;
  return (
    <section aria-label={w.findings} className="flex flex-col gap-2" aria-busy={asked.isPending}>
      <h3 className="text-body font-bold">{w.findings}</h3>
      {findings !== undefined && findings.length > 0 && <FindingList findings={findings} label={w.findings} />}
      {findings?.length === 0 && (
        <p className="flex items-start gap-2 text-met">
          <CircleCheck size={14} aria-hidden className="mt-[3px] shrink-0" />
          {w.noFindings}
        </p>
      )}
      {findings === undefined && (
        <p className={cx('text-small', asked.error === null ? 'text-ink-2' : 'text-late')} role="status">
          {asked.error === null ? w.reading : messageOf(asked.error)}
        </p>
      )}
    </section>
  );
}
