import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { Finding, Remedy } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { dayOf } from '../ui/days.ts';
import { daysAround, split, type RosterStretch } from './new-findings.ts';

type LineProps = {
  readonly finding: Finding;
  /** Does what would put it right; null where that cannot be done from here. */
  readonly onRemedy?: ((remedy: Remedy) => (() => void) | null) | undefined;
};

/** What is wrong, how much it matters, and what to do about it. */
function FindingLine({ finding, onRemedy }: LineProps) {
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
        {onRemedy !== undefined && <Remedies remedies={finding.remedies} onRemedy={onRemedy} />}
      </span>
    </li>
  );
}

type RemediesProps = {
  readonly remedies: readonly Remedy[];
  readonly onRemedy: NonNullable<LineProps['onRemedy']>;
};

function Remedies({ remedies, onRemedy }: RemediesProps) {
  const possible = remedies.flatMap((remedy) => {
    const run = onRemedy(remedy);
    return run === null ? [] : [{ ...remedy, run }];
  });
  if (possible.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      {possible.map(({ label, run }) => (
        <Button key={label} small onClick={run}>
          {label}
        </Button>
      ))}
    </span>
  );
}

type ListProps = {
  readonly findings: readonly Finding[];
  readonly label: string;
  readonly most?: number;
  readonly onRemedy?: LineProps['onRemedy'];
};

export function FindingList({ findings, label, most = 50, onRemedy }: ListProps) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {findings.slice(0, most).map((finding, index) => (
        <FindingLine key={index} finding={finding} onRemedy={onRemedy} />
      ))}
      {findings.length > most && <li className="text-ink-2">{rw.rules.more(findings.length - most)}</li>}
    </ul>
  );
}

type EffectProps = { readonly id: string; readonly shifts: readonly RosterStretch[] };

/** Findings that would come with a request, and how many stand without it; `fresh` null until both are known. */
function useNewFindings({ id, shifts }: EffectProps) {
  const zone = useZone();
  const then = useQuery(orpc.roster.requestEffect.queryOptions({ input: { id } }));
  const days = daysAround(shifts, (at) => dayOf(at, zone));
  const now = useQuery({
    ...orpc.roster.findings.queryOptions({ input: days ?? { from: '1970-01-01' } }),
    enabled: days !== null,
  });
  // What stands already is not laid to the request, not even for a moment.
  const isKnown = then.data !== undefined && (days === null || !now.isPending);
  const { fresh, standing } = split(then.data?.findings ?? [], now.data?.findings ?? []);
  return { fresh: isKnown ? fresh : null, standing: isKnown ? standing : 0, error: then.error };
}

/** What would be wrong with the roster once the shifts have changed hands. */
export function RequestEffect(props: EffectProps) {
  const w = rw.requests;
  const { fresh, standing, error } = useNewFindings(props);
  return (
    <section aria-label={w.findings} className="flex flex-col gap-2" aria-busy={fresh === null && error === null}>
      <h3 className="text-body font-bold">{w.findings}</h3>
      {fresh !== null && fresh.length > 0 && <FindingList findings={fresh} label={w.findings} />}
      {fresh?.length === 0 && (
        <p className="flex items-start gap-2 text-met">
          <CircleCheck size={14} aria-hidden className="mt-[3px] shrink-0" />
          {w.noFindings}
        </p>
      )}
      {standing > 0 && <p className="text-small text-ink-2">{w.alreadyWrong(standing)}</p>}
      {fresh === null && (
        <p className={cx('text-small', error === null ? 'text-ink-2' : 'text-late')} role="status">
          {error === null ? w.reading : messageOf(error)}
        </p>
      )}
    </section>
  );
}
