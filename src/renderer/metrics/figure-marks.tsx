import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Kpi } from '../../contract/index.ts';
import { mw } from '../strings/en-metrics.ts';
import { cx } from '../ui/cx.ts';
import { Says } from '../ui/says.tsx';
import { saidOf } from '../ui/verdict.ts';
import type { Told } from './use-numbers.ts';

/** Whether a figure is what it should be: a sign, and its words where there is room. */
export function TargetMark({ told, words = true }: { readonly told: Told; readonly words?: boolean }) {
  const { meetsTarget } = told;
  if (meetsTarget === null) return null;
  const Icon = meetsTarget ? CircleCheck : TriangleAlert;
  return (
    <span
      title={mw.met(meetsTarget)}
      className={cx(
        'inline-flex shrink-0 items-center gap-1 font-semibold whitespace-nowrap',
        meetsTarget ? 'text-met' : 'text-late',
      )}
    >
      <Icon size="1.1em" aria-hidden />
      {words && mw.met(meetsTarget)}
    </span>
  );
}

type VerdictProps = { readonly kpi: Kpi; readonly told: Told; readonly says: string; readonly words?: boolean };

/** Whether to react: a sign, and why where there is room. */
export function VerdictMark({ kpi, told: { comparison }, says, words = true }: VerdictProps) {
  if (says === '') return null;
  if (comparison === null) return words ? <span className="text-ink-2">{says}</span> : null;
  return (
    <Says said={saidOf({ better: kpi.better, comparison })} difference={comparison.difference} title={says}>
      {words && says}
    </Says>
  );
}
