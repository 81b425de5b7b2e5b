import { useEffect, type KeyboardEvent, type Ref } from 'react';
import type { ReviewRow } from '../../../contract/index.ts';
import { useMinute } from '../../ui/use-now.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { firstMark } from '../../app/use-focus.ts';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';
import { exact, moment } from '../../ui/format.ts';
import { Avatar, ChannelIcon } from '../../ui/marks.tsx';
import { isToDo } from './groups.ts';

const w = qw.reviews;

/** Columns of the list; beside a panel it says why each was picked, and leaves out what is all the same there. */
const columnsOf = (compact: boolean): string =>
  compact
    ? 'grid grid-cols-[58px_22px_minmax(100px,1fr)_minmax(90px,120px)_minmax(110px,1fr)_minmax(80px,120px)_88px] items-center gap-x-2 max-[1180px]:grid-cols-[46px_18px_minmax(80px,1fr)_88px_minmax(80px,1fr)_62px]'
    : 'grid grid-cols-[26px_64px_22px_minmax(120px,1fr)_140px_84px_140px_112px_104px_110px] items-center gap-x-2 max-[1180px]:grid-cols-[20px_50px_18px_minmax(140px,1fr)_104px_112px_92px_110px]';

/** What gives way on a narrow window; the title of the row still says it. */
const givesWay = (compact: boolean, column: 'kind' | 'reviewer' | 'at'): string =>
  compact === (column === 'reviewer') ? 'max-[1180px]:hidden' : '';

export type Group = { readonly key: string; readonly title: string; readonly reviews: readonly ReviewRow[] };

const rowId = (id: string): string => `review-${id}`;

function ScoreCell({ review }: { readonly review: ReviewRow }) {
  const { percent, autoFailed, passed } = review;
  if (percent === null) return <span className="text-ink-3">–</span>;
  return (
    <span className={cx('font-semibold', passed === false && 'text-late')} title={autoFailed ? w.failed : undefined}>
      {qw.percent(percent)}
      {autoFailed && <span className="ml-1 text-cap font-medium">{w.failed}</span>}
    </span>
  );
}

const Person = ({ name }: { readonly name: string | undefined }) =>
  name === undefined ? (
    <span className="truncate text-ink-2">{w.unassigned}</span>
  ) : (
    <span className="flex min-w-0 items-center gap-[6px]">
      <Avatar name={name} />
      <span className="truncate" dir="auto">
        {name}
      </span>
    </span>
  );

type RowProps = {
  readonly review: ReviewRow;
  readonly current: boolean;
  readonly compact: boolean;
  readonly picked: boolean;
  readonly onMove: () => void;
  readonly onOpen: () => void;
  readonly onPick: (() => void) | null;
};

function Row({ review, current, compact, picked, onMove, onOpen, onPick }: RowProps) {
  const { people } = useNames();
  const zone = useZone();
  const now = useMinute();
  const at = review.finishedAt ?? review.startedAt ?? review.assignedAt;
  const agent = people.get(review.agentId) ?? qw.someone;
  return (
    <div
      id={rowId(review.id)}
      role="row"
      aria-selected={picked}
      data-cursor={current || undefined}
      data-review={review.id}
      onClick={onMove}
      onDoubleClick={onOpen}
      className={cx(
        columnsOf(compact),
        'h-[34px] border-b border-line px-4 select-none',
        picked ? 'bg-accent-soft' : current ? 'bg-canvas' : 'hover:bg-canvas',
        current && 'shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      {onPick !== null && (
        <span role="gridcell" className="flex">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`${w.pick} #${review.ticketNumber}`}
            checked={picked}
            onChange={onPick}
            onClick={(event) => event.stopPropagation()}
            className="check"
          />
        </span>
      )}
      <span role="gridcell" className="text-ink-2 tabular-nums">
        #{review.ticketNumber}
      </span>
      <span role="gridcell" className="flex">
        <ChannelIcon channel={review.channel} />
      </span>
      <span role="gridcell" className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium" dir="auto" title={`${review.subject} · ${review.why}`}>
          {review.subject}
        </span>
        {review.conflicts > 0 && (
          <span className="shrink-0 text-cap font-semibold text-risk">{w.conflicts(review.conflicts)}</span>
        )}
      </span>
      <span role="gridcell" className="truncate" dir="auto">
        {agent}
      </span>
      <span role="gridcell" className={cx('truncate text-ink-2', givesWay(compact, 'kind'))} title={review.why}>
        {compact ? review.why : qw.kind[review.kind]}
      </span>
      <span role="gridcell" className={cx('min-w-0', givesWay(compact, 'reviewer'))}>
        <Person name={review.reviewerId === null ? undefined : (people.get(review.reviewerId) ?? qw.someone)} />
      </span>
      <span
        role="gridcell"
        className={cx('truncate', isToDo(review) ? 'font-medium' : 'text-ink-2')}
        title={review.skipReason}
      >
        {qw.state[review.state]}
      </span>
      {!compact && (
        <>
          <span role="gridcell" className="truncate tabular-nums">
            <ScoreCell review={review} />
          </span>
          <span
            role="gridcell"
            className="truncate text-right text-ink-2 tabular-nums max-[1180px]:hidden"
            title={exact(at, zone)}
          >
            {moment(at, zone, now)}
          </span>
        </>
      )}
    </div>
  );
}

type GridProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly label: string;
  readonly groups: readonly Group[];
  readonly currentId: string | null;
  readonly picked: ReadonlySet<string>;
  readonly first?: boolean;
  readonly onMove: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** Null: nothing is ticked here, and the list is the narrow one. */
  readonly onPick: ((id: string) => void) | null;
};

const fullHeads = [
  'pick',
  'number',
  'channel',
  'subject',
  'agent',
  'kind',
  'reviewer',
  'state',
  'score',
  'at',
] as const;
const compactHeads = ['number', 'channel', 'subject', 'agent', 'why', 'reviewer', 'state'] as const;
const unseen: ReadonlySet<string> = new Set(['pick', 'channel']);

const Heads = ({ compact }: { readonly compact: boolean }) => (
  <div role="row" className={cx(columnsOf(compact), 'h-[28px] border-b border-line px-4 text-small text-ink-2')}>
    {(compact ? compactHeads : fullHeads).map((head) => (
      <span
        key={head}
        role="columnheader"
        className={cx(
          'truncate',
          head === 'at' && 'text-right',
          (head === 'kind' || head === 'reviewer' || head === 'at') && givesWay(compact, head),
        )}
      >
        {unseen.has(head) ? <span className="sr-only">{w.columns[head]}</span> : w.columns[head]}
      </span>
    ))}
  </div>
);

/** Reviews in groups; arrows move over all of them. The grid has the focus, the row under the cursor shows it. */
export function ReviewGrid({ ref, label, groups, currentId, picked, first = true, ...on }: GridProps) {
  const rows = groups.flatMap(({ reviews }) => reviews);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === currentId),
  );
  const current = rows[at]?.id;
  useEffect(() => {
    if (current !== undefined) document.getElementById(rowId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : rows[placeAfter(at, step, rows.length)];
    if (next === undefined) return;
    on.onMove(next.id);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={ref}
      {...(first && firstMark)}
      role="grid"
      data-board
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={on.onPick !== null}
      aria-rowcount={rows.length}
      aria-activedescendant={current === undefined ? undefined : rowId(current)}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 scroll-py-[34px] overflow-y-auto"
    >
      <div role="rowgroup" className="sticky top-0 z-[1] bg-surface">
        <Heads compact={on.onPick === null} />
      </div>
      {groups.map((group) => (
        <div key={group.key} role="rowgroup" aria-label={group.title}>
          <div role="row" className="flex h-[28px] items-center border-b border-line bg-canvas px-4">
            <span role="gridcell" className="flex gap-2">
              <span className="font-bold">{group.title}</span>
              <span className="text-ink-2 tabular-nums">{group.reviews.length}</span>
            </span>
          </div>
          {group.reviews.map((review) => (
            <Row
              key={review.id}
              review={review}
              current={review.id === current}
              compact={on.onPick === null}
              picked={picked.has(review.id)}
              onMove={() => on.onMove(review.id)}
              onOpen={() => on.onOpen(review.id)}
              onPick={on.onPick === null ? null : () => on.onPick?.(review.id)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
