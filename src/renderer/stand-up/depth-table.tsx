import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Depth, StandUp } from '../../contract/index.ts';
import { useNames } from '../client/use-desk.ts';
import { openFilter } from '../tickets/open-filter.ts';
import { s } from '../strings/en-stand-up.ts';
import { number } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { useMedia } from '../ui/use-media.ts';

type RowProps = {
  readonly name: string;
  readonly depth: Depth;
  readonly strong?: boolean;
  readonly onOpen: () => void;
};

const figure = 'px-3 text-right tabular-nums';

/** More than before is told in words and by its sign; the tint only helps. */
function Change({ now, then }: { readonly now: number; readonly then: number }) {
  const by = now - then;
  return (
    <>
      <span className="text-ink-2">{number(then)}</span>
      <span className={cx('ml-2 inline-block min-w-[68px] text-small', by > 0 ? 'text-risk' : 'text-ink-2')}>
        {s.change(by)}
      </span>
    </>
  );
}

function DepthRow({ name, depth, strong = false, onOpen }: RowProps) {
  return (
    <tr className={cx('h-[28px] border-t border-line', strong && 'font-semibold')}>
      <th scope="row" className="max-w-[280px] truncate pr-3 pl-4 text-left font-[inherit]" dir="auto">
        {name}
      </th>
      <td className={figure}>
        <button
          type="button"
          onClick={onOpen}
          aria-label={`${name}: ${number(depth.now)}`}
          className="-mx-1 rounded-sm px-1 underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {number(depth.now)}
        </button>
      </td>
      <td className={figure}>
        <Change now={depth.now} then={depth.yesterday} />
      </td>
      <td className={figure}>
        <Change now={depth.now} then={depth.lastWeek} />
      </td>
    </tr>
  );
}

/** In a low window one line stands for the table, so that the lines below have room; it opens. */
export function DepthTable({ told }: { readonly told: StandUp }) {
  const low = useMedia('(max-height: 600px)');
  const [opened, setOpened] = useState(false);
  const { now, yesterday } = told.backlog;
  if (!low) return <Depths told={told} />;
  return (
    <>
      <div className="flex h-[34px] shrink-0 items-center px-3 tabular-nums">
        <Button
          small
          look="quiet"
          aria-expanded={opened}
          icon={opened ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {s.backlogLine(now, now - yesterday)}
        </Button>
      </div>
      {opened && <Depths told={told} />}
    </>
  );
}

/** How deep the queues are, against yesterday and the same weekday, at the same time of the day. */
function Depths({ told }: { readonly told: StandUp }) {
  const { queues } = useNames();
  const base = { open: true, drill: false } as const;
  return (
    <div className="shrink-0 overflow-x-auto py-2">
      <table aria-label={s.backlog} className="text-body">
        <thead>
          <tr className="h-[26px] text-small text-ink-2" title={s.sameTime}>
            <th scope="col" className="pr-3 pl-4 text-left font-medium">
              {s.queue}
            </th>
            {[s.open, s.yesterday, s.lastWeek].map((title) => (
              <th key={title} scope="col" className="px-3 text-right font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <DepthRow strong name={s.backlog} depth={told.backlog} onOpen={() => openFilter(base)} />
          {told.queues.map(({ queueId, ...depth }) => (
            <DepthRow
              key={queueId ?? ''}
              name={queueId === null ? s.noQueue : (queues.get(queueId) ?? '…')}
              depth={depth}
              onOpen={() => openFilter({ ...base, queue: [queueId] })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
