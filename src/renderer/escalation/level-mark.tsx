import { e } from '../strings/en-escalation.ts';
import { cx } from '../ui/cx.ts';

const chip = 'inline-flex h-[16px] shrink-0 items-center rounded-[4px] px-[5px] text-[10.5px] leading-none font-bold';

/** Broad stripes, as on a barrier: what is practised never looks like what is real. */
export const stripes =
  'bg-[repeating-linear-gradient(-45deg,var(--risk-soft)_0_8px,var(--surface)_8px_16px)] text-risk';

/** `L2` or `L3` on what was escalated, and DRILL on what belongs to a drill; nothing on all others. */
export function LevelMark({ level, drill }: { readonly level: number; readonly drill: boolean }) {
  return (
    <>
      {level > 1 && (
        <span title={e.markWords(level)} className={cx(chip, 'bg-risk-soft text-risk')}>
          <span aria-hidden>{e.mark(level)}</span>
          <span className="sr-only">{e.markWords(level)}</span>
        </span>
      )}
      {drill && <DrillMark />}
    </>
  );
}

export function DrillMark() {
  return (
    <span
      title={e.drillWords}
      className={cx(chip, 'border border-risk bg-surface tracking-[0.04em] text-risk uppercase')}
    >
      {e.drill}
    </span>
  );
}

/** The title of a drill without the word that the mark beside it says already. */
export const bareTitle = (title: string): string => title.replace(/^DRILL: /, '');
