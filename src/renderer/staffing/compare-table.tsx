import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import type { Outcome } from '../../contract/index.ts';
import { sw } from '../strings/en-staffing.ts';
import { cx } from '../ui/cx.ts';
import { clockTime } from '../ui/format.ts';
import { compared, type Compared } from './compare.ts';

const w = sw.whatIf;
const tones = { better: 'text-met', worse: 'text-late', same: 'text-ink-2', none: 'text-ink' } as const;

function Difference({ line }: { readonly line: Compared }) {
  const { by, verdict } = line;
  const Icon = verdict === 'same' || by === null || by === 0 ? Equal : by > 0 ? ArrowUp : ArrowDown;
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1',
        by === null ? 'text-ink-2' : tones[verdict],
        by !== null && verdict !== 'same' && 'font-semibold',
      )}
    >
      {by !== null && <Icon size={12} aria-hidden className="shrink-0" />}
      {w.differs(line)}
    </span>
  );
}

type Props = {
  readonly name: string;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly zone: string;
  readonly target: number;
  /** Why there is no forecast. */
  readonly missing: string | null;
};

/** One stream of the day, as planned and as it would be, with each difference in words and sign. */
export function CompareTable({ name, before, after, zone, target, missing }: Props) {
  const worst = ({ worst: found }: Outcome): string =>
    found === null ? w.noneShort : w.at(clockTime(found.at, zone), found.short);
  const said = (line: Compared, outcome: Outcome, value: number | null): string =>
    line.key === 'worst' ? worst(outcome) : w.said(line.key, value);
  const cell = 'border-b border-line py-[3px] pr-3 align-top last:pr-0';
  return (
    <section aria-label={name} className="min-w-0">
      <h3 className="flex items-baseline gap-2 font-semibold">
        <span dir="auto">{name}</span>
        <span className="text-small font-normal text-ink-2 tabular-nums">
          {missing === null ? w.levelSaid(before.serviceLevel, after.serviceLevel, target) : w.noForecast(missing)}
        </span>
      </h3>
      <table
        aria-label={name}
        className="mt-1 w-full table-fixed border-separate border-spacing-0 text-small tabular-nums"
      >
        <thead>
          <tr className="text-left text-ink-2">
            <th scope="col" className={cx(cell, 'w-[25%] font-medium')}>
              <span className="sr-only">{w.play.figure}</span>
            </th>
            <th scope="col" className={cx(cell, 'w-[22%] font-medium')}>
              {w.planned}
            </th>
            <th scope="col" className={cx(cell, 'w-[22%] font-medium')}>
              {w.would}
            </th>
            <th scope="col" className={cx(cell, 'font-medium')}>
              {w.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {compared(before, after).map((line) => (
            <tr key={line.key}>
              <th scope="row" title={w.about[line.key]} className={cx(cell, 'text-left font-normal text-ink-2')}>
                {w.figure[line.key]}
              </th>
              <td className={cell}>{said(line, before, line.before)}</td>
              <td className={cx(cell, 'font-semibold')}>{said(line, after, line.after)}</td>
              <td className={cell}>
                <Difference line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
