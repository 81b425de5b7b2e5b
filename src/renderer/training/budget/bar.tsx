import type { BudgetRow } from '../../../contract/index.ts';
import { tw } from '../../strings/en-training.ts';
import { cx } from '../../ui/cx.ts';

/** Spent, set aside and left as parts of the amount; where it is over, of all that is spent and set aside. */
export function Bar({ row, currency }: { readonly row: BudgetRow; readonly currency: string }) {
  const { amount, spent, setAside, left } = row;
  const whole = Math.max(amount, spent + setAside);
  const width = (part: number): string => `${String(whole === 0 ? 0 : (100 * part) / whole)}%`;
  return (
    <span
      role="img"
      aria-label={tw.budget.line(row, currency)}
      className={cx(
        'relative flex h-[8px] w-full overflow-hidden rounded-full bg-sunken',
        left < 0 ? 'outline-1 outline-late' : 'outline-1 outline-line-strong',
      )}
    >
      <span className="bg-accent" style={{ width: width(spent) }} />
      <span
        className="[background:repeating-linear-gradient(135deg,var(--color-accent)_0_2px,transparent_2px_5px)]"
        style={{ width: width(setAside) }}
      />
      {left < 0 && amount > 0 && (
        <span aria-hidden className="absolute top-0 bottom-0 w-[2px] bg-late" style={{ left: width(amount) }} />
      )}
    </span>
  );
}
