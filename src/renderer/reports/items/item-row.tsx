import { Check, TriangleAlert } from 'lucide-react';
import type { ActionItem } from '../../../contract/index.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { cx } from '../../ui/cx.ts';
import { Entry } from '../../ui/entry-list.tsx';
import { dateText, shortDate } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';

const w = rw.items;

function Due({ item: { dueOn, late } }: { readonly item: ActionItem }) {
  const now = useMinute();
  if (dueOn === null) return <span>{w.noDay}</span>;
  const date = dateText(dueOn, now);
  if (!late) return <span>{w.by(date)}</span>;
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-late">
      <TriangleAlert size={12} aria-hidden />
      {w.lateSince(date)}
    </span>
  );
}

/** What is to be done, whether it is, by whom and until when, and how long it has been going through issues. */
export function ItemRow({ item, onTick }: { readonly item: ActionItem; readonly onTick: () => void }) {
  const { people } = useNames();
  const zone = useZone();
  const now = useMinute();
  const { id, text, ownerId, doneAt, carried } = item;
  const done = doneAt !== null;
  return (
    <Entry id={id} className="items-start gap-3 py-[7px]">
      <span
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onTick();
        }}
        className={cx(
          'mt-[3px] flex size-[14px] shrink-0 items-center justify-center rounded-[3.5px] border',
          done ? 'border-met text-met' : 'border-ink-3',
        )}
      >
        {done && <Check size={11} strokeWidth={3} aria-hidden />}
      </span>
      <span className="min-w-0 flex-1">
        <span dir="auto" className={cx('block break-words', done && 'text-ink-2 line-through')}>
          {text}
        </span>
        <span className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
          <span dir="auto" className={cx(ownerId !== null && 'font-medium text-ink')}>
            {ownerId === null ? w.nobody : (people.get(ownerId) ?? '…')}
          </span>
          {done ? <span>{w.doneOn(shortDate(doneAt, zone, now))}</span> : <Due item={item} />}
          <span>{w.carried(carried)}</span>
        </span>
      </span>
    </Entry>
  );
}
