import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { CircleDashed, Frown, Ticket } from 'lucide-react';
import { useEffect, useId, useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react';
import type { ResponseFilter, SurveyResponse } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { fw } from '../../strings/en-surveys.ts';
import { cx } from '../../ui/cx.ts';
import { moment } from '../../ui/format.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { useMinute } from '../../ui/use-now.ts';
import { useVirtual } from '../../ui/virtual.ts';
import { setSurveys, useSurveys } from '../surveys-store.ts';

const w = fw.responses;
const pageRows = 100;
const rowPx = 58;

const pageOptions = (filter: ResponseFilter, page: number) =>
  orpc.surveys.responses.queryOptions({
    input: { filter, offset: page * pageRows, limit: pageRows },
    gcTime: 30_000,
    placeholderData: keepPreviousData,
  });

/** How many a filter finds. */
export const useResponseCount = (filter: ResponseFilter) => useQuery(pageOptions(filter, 0));

/** Scores beside their questions' scale; unhappy ones with a sign, not by colour alone. */
export const Scores = ({ response: { scores, low } }: { readonly response: SurveyResponse }) => (
  <span className="flex shrink-0 items-center gap-2 tabular-nums">
    {low && <Frown size={13} aria-label={w.unhappy} className="text-late" />}
    {scores.slice(0, 3).map(({ questionId, title, score, most }) => (
      <span key={questionId} title={title} className="font-semibold">
        {w.score(score, most)}
      </span>
    ))}
  </span>
);

function Line({ response }: { readonly response: SurveyResponse }) {
  const zone = useZone();
  const now = useMinute();
  const { at, texts, ticket, codes, readAt, customer } = response;
  return (
    <>
      <span className="flex items-center gap-3">
        <Scores response={response} />
        <span className="min-w-0 flex-1 truncate text-small text-ink-2" dir="auto">
          {customer ?? ''}
        </span>
        {texts.length > 0 && readAt === null && (
          <span className="inline-flex shrink-0 items-center gap-1 text-small font-semibold text-risk">
            <CircleDashed size={12} aria-hidden />
            {w.unread}
          </span>
        )}
        {ticket !== null && (
          <span className="inline-flex shrink-0 items-center gap-1 text-small text-ink-2 tabular-nums">
            <Ticket size={12} aria-hidden />#{ticket.number}
          </span>
        )}
        <span className="shrink-0 text-small text-ink-2 tabular-nums">{moment(at, zone, now)}</span>
      </span>
      <span className="flex min-w-0 gap-2">
        <span className={cx('min-w-0 flex-1 truncate', texts.length === 0 && 'text-ink-2')} dir="auto">
          {texts.length === 0 ? w.noWords : texts.map(({ text }) => text).join(' · ')}
        </span>
        {codes.slice(0, 3).map(({ id, name }) => (
          <span
            key={id}
            dir="auto"
            className="max-w-[120px] shrink-0 truncate rounded-[4px] bg-sunken px-[6px] text-small"
          >
            {name}
          </span>
        ))}
      </span>
    </>
  );
}

/** Moves the cursor, for what is done in the panel with one after the other. */
export type ListHandle = { readonly next: () => void; readonly focus: () => void };

type ListProps = {
  readonly ref: Ref<ListHandle>;
  readonly filter: ResponseFilter;
  readonly total: number;
  /** The one under the cursor, as it was read. */
  readonly onCurrent: (response: SurveyResponse | undefined) => void;
  readonly onOther: (key: string) => boolean;
};

/** Responses, newest first, read in pages by position: twenty thousand are as quick as ten. */
export function ResponseList({ ref, filter, total, onCurrent, onOther }: ListProps) {
  const { responseId, place } = useSurveys();
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtual({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / pageRows);
  const last = Math.floor((items.at(-1)?.index ?? 0) / pageRows);
  const pages = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const read = useQueries({ queries: pages.map((page) => pageOptions(filter, page)) });
  const rowAt = (index: number): SurveyResponse | undefined =>
    read[Math.floor(index / pageRows) - first]?.data?.responses[index % pageRows];
  const found = items.find(({ index }) => rowAt(index)?.id === responseId)?.index;
  // What the cursor was on may be gone from the list: whoever stands in its place is next.
  const at = found ?? Math.min(place, total - 1);
  const current = rowAt(at);
  useEffect(() => {
    onCurrent(current);
    if (current !== undefined && (current.id !== responseId || place !== at))
      setSurveys({ responseId: current.id, place: at });
  }, [at, current, onCurrent, place, responseId]);
  const move = (step: number): void => {
    const next = placeAfter(at, step, total);
    virtual.scrollToIndex(next);
    setSurveys({ responseId: rowAt(next)?.id ?? null, place: next });
  };
  useImperativeHandle(ref, () => ({
    next: () => move(1),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 1);
    const step = stepOf(event.key, page);
    if (step !== null) move(step);
    else if (!onOther(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      data-board
      data-first
      tabIndex={0}
      aria-label={w.list}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      className="isolate min-h-0 min-w-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {/* Below the ring of the list, which its lines would cut. */}
      <div className="relative z-[-1]" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              aria-setsize={total}
              aria-posinset={index + 1}
              onClick={() => row !== undefined && setSurveys({ responseId: row.id, place: index })}
              style={{ height: rowPx, transform: `translateY(${start}px)` }}
              className={cx(
                'absolute inset-x-0 top-0 flex flex-col justify-center gap-[2px] border-b border-l-2 border-b-line pr-4 pl-[14px] select-none',
                index === at ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
              )}
            >
              {row !== undefined && <Line response={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
