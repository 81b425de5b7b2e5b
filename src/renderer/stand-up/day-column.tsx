import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { openFilter } from '../tickets/open-filter.ts';
import { s } from '../strings/en-stand-up.ts';
import { number } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { clockTime } from '../ui/format.ts';

/** The coordinator's own day in blocks, with what waits in each. */
export function DayColumn() {
  const zone = useZone();
  const blocks = useQuery(orpc.reports.day.queryOptions()).data?.blocks ?? [];
  return (
    <aside
      aria-label={s.day.title}
      className="w-[300px] shrink-0 overflow-y-auto border-line p-4 max-[1100px]:w-[230px] max-[860px]:w-auto max-[860px]:overflow-visible max-[860px]:border-t min-[861px]:border-l print:w-auto print:border-0"
    >
      <h2 className="mb-2 text-title font-bold">{s.day.title}</h2>
      <ol className="flex flex-col gap-3">
        {blocks.map(({ fromAt, toAt, name, current, waits }) => (
          <li
            key={fromAt}
            aria-current={current ? 'time' : undefined}
            className={cx('border-l-2 pl-3', current ? 'border-accent' : 'border-line-strong')}
          >
            <p className="text-small text-ink-2 tabular-nums">
              {clockTime(fromAt, zone)}–{clockTime(toAt, zone)}
              {current && <span className="ml-2 font-semibold text-ink">{s.day.now}</span>}
            </p>
            <p className="font-semibold">{name}</p>
            {waits.length === 0 && <p className="text-small text-ink-2">{s.day.nothing}</p>}
            {waits.map(({ what, count, filter }) => (
              <p key={what} className="text-small">
                {filter === undefined || count === 0 ? (
                  <span className="text-ink-2">
                    {number(count)} {what}
                  </span>
                ) : (
                  <button
                    type="button"
                    onClick={() => openFilter(filter)}
                    className="rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-ink"
                  >
                    {number(count)} {what}
                  </button>
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </aside>
  );
}
