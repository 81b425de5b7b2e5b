import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { QualityConflict } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { client, orpc } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { exact, moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { openReview } from '../quality-store.ts';
import { criteriaOf } from '../workspace/answers.ts';
import { counting, sideText } from './conflict-text.ts';

const w = qp.conflicts;
type Side = 'here' | 'there';
const sides = ['here', 'there'] as const;

type CellProps = {
  readonly conflict: QualityConflict;
  readonly side: Side;
  readonly text: string;
  readonly lit: boolean;
  readonly onChoose: () => void;
};

/** One side: what was said, by whom and when; which of the two counts is said in words, and the one that is lit is ticked. */
function Cell({ conflict, side, text, lit, onChoose }: CellProps) {
  const zone = useZone();
  const now = useMinute();
  const said = conflict[side];
  return (
    <div
      onClick={onChoose}
      className={cx(
        'min-w-0 rounded-md border px-3 py-2 select-none',
        lit ? 'border-accent bg-accent-soft' : 'border-line',
      )}
    >
      <p className="flex items-center gap-2 text-small text-ink-2">
        <span className="font-semibold text-ink">{w[side]}</span>
        {conflict.kind === 'value' && counting(conflict) === side && <span>{w.countsNow}</span>}
        <span className="flex-1" />
        {lit && <Check size={13} aria-hidden className="text-accent" />}
      </p>
      <p className="break-words whitespace-pre-wrap" dir="auto">
        {text === '' ? <span className="text-ink-2">{w.nothing}</span> : text}
      </p>
      {conflict.kind === 'value' && (
        <p className="text-small text-ink-2 tabular-nums" title={exact(said.at, zone)}>
          {w.said(said.by, moment(said.at, zone, now))}
        </p>
      )}
    </div>
  );
}

type ItemProps = {
  readonly conflict: QualityConflict;
  readonly current: boolean;
  readonly side: Side;
  readonly id: string;
  readonly onCurrent: () => void;
  readonly onSettle: (side: Side) => void;
};

function Item({ conflict, current, side, id, onCurrent, onSettle }: ItemProps) {
  const { data } = useQuery(orpc.quality.review.queryOptions({ input: { id: conflict.reviewId } }));
  const criterion =
    data === undefined ? null : (criteriaOf(data.card).find((each) => each.id === conflict.criterion) ?? null);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const field = w.fields[conflict.field] ?? conflict.field;
  const told = conflict.kind === 'value' ? null : w.kinds[conflict.kind];
  const texts = {
    here: sideText(conflict, conflict.here.value, criterion),
    there: sideText(conflict, conflict.there.value, criterion),
  };
  const name = [`#${conflict.ticketNumber} ${conflict.subject}`, conflict.criterionName, field]
    .filter(Boolean)
    .join(', ');
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={current}
      aria-label={`${name}. ${w.here}: ${texts.here}. ${w.there}: ${texts.there}.${current ? ` ${w.choose[side]}` : ''}`}
      onClick={onCurrent}
      className={cx(
        'flex flex-col gap-2 border-b border-l-2 border-b-line px-4 py-3',
        current ? 'border-l-accent' : 'border-l-transparent',
      )}
    >
      <p className="flex min-w-0 items-baseline gap-2">
        <span className="font-semibold tabular-nums">#{conflict.ticketNumber}</span>
        <span className="min-w-0 truncate" dir="auto" title={conflict.subject}>
          {conflict.subject}
        </span>
        <span className="shrink-0 font-semibold" dir="auto">
          {[conflict.criterionName, field].filter(Boolean).join(', ')}
        </span>
      </p>
      {told !== null && <p className="text-ink-2">{told}</p>}
      <div className="grid grid-cols-2 gap-3">
        {sides.map((each) => (
          <Cell
            key={each}
            conflict={conflict}
            side={each}
            text={texts[each]}
            lit={current && told === null && side === each}
            onChoose={() => onSettle(each)}
          />
        ))}
      </div>
      {current && (
        <p className="flex items-center gap-2 text-small text-ink-2">
          <Kbd keys="enter" /> {told === null ? w.choose[side] : w.noted}
        </p>
      )}
    </div>
  );
}

/** What two said differently, side by side: left and right light one, Enter settles it. Undo brings the choice back. */
export function ConflictsPanel({
  conflicts,
  onLeave,
}: {
  readonly conflicts: readonly QualityConflict[];
  readonly onLeave: () => void;
}) {
  const [cursor, setCursor] = useState(0);
  const [chosen, setChosen] = useState<Side | null>(null);
  const id = useId();
  const busy = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const at = Math.min(cursor, Math.max(0, conflicts.length - 1));
  const current = conflicts[at];
  const side = chosen ?? (current === undefined ? 'here' : counting(current));
  const go = (index: number): void => {
    setCursor(index);
    setChosen(null);
  };
  const settle = async (conflict: QualityConflict, choice: Side): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    await command(client.quality.conflictChoose({ id: conflict.id, choice }));
    busy.current = false;
    setChosen(null);
    // With the last of them the list of conflicts goes.
    keepFocus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return;
    const step = stepOf(event.key, 4);
    const to = { ArrowLeft: 'here', ArrowRight: 'there' }[event.key] as Side | undefined;
    if (step !== null) go(placeAfter(at, step, conflicts.length));
    else if (to !== undefined) setChosen(to);
    else if (event.key === 'Enter') void settle(current, current.kind === 'value' ? side : 'here');
    else if (event.key === 'o') openReview({ id: current.reviewId });
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section aria-label={w.title} className="flex min-w-0 flex-1 flex-col border-l border-line">
      <header className="flex items-start gap-x-3 border-b border-line px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-title font-bold">{w.title}</h2>
          <p className="text-small text-ink-2">{w.how}</p>
        </div>
        {current !== undefined && (
          <Button small onClick={() => openReview({ id: current.reviewId })}>
            {w.openReview} <Kbd keys="o" />
          </Button>
        )}
      </header>
      <div
        ref={box}
        role="listbox"
        tabIndex={0}
        data-board
        data-conflicts
        aria-label={w.list}
        aria-activedescendant={current === undefined ? undefined : `${id}-${at}`}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        {conflicts.map((conflict, index) => (
          <Item
            key={conflict.id}
            conflict={conflict}
            current={index === at}
            side={side}
            id={`${id}-${index}`}
            onCurrent={() => go(index)}
            onSettle={(choice) => void settle(conflict, choice)}
          />
        ))}
      </div>
    </section>
  );
}
