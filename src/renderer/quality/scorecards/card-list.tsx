import { useRef, type KeyboardEvent } from 'react';
import type { Scorecard } from '../../../contract/index.ts';
import { useZone } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { firstMark, useFirstFocus } from '../../app/use-focus.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { cx } from '../../ui/cx.ts';
import { exact, moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { setQuality } from '../quality-store.ts';

const columns =
  'grid grid-cols-[minmax(180px,1fr)_170px_96px_96px_230px] items-center gap-3 px-4 max-[1180px]:grid-cols-[minmax(140px,1fr)_130px_80px_80px_150px]';
const rowId = (id: string): string => `card-${id}`;

type Props = {
  readonly cards: readonly Scorecard[];
  readonly at: number;
  readonly onOpen: (card: Scorecard) => void;
};

const countOf = ({ sections }: Scorecard): number => sections.reduce((sum, { criteria }) => sum + criteria.length, 0);

/** The scorecards of the desk with their newest versions. */
export function CardList({ cards, at, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const zone = useZone();
  const now = useMinute();
  useFirstFocus(box, 'shown');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : cards[placeAfter(at, step, cards.length)];
    if (next === undefined) return;
    setQuality({ cardId: next.id });
    event.preventDefault();
    event.stopPropagation();
  };
  const c = cw.columns;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div
        {...firstMark}
        role="grid"
        data-board
        tabIndex={0}
        aria-label={cw.list}
        aria-rowcount={cards.length}
        aria-activedescendant={cards[at] === undefined ? undefined : rowId(cards[at].id)}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <div role="rowgroup" className="sticky top-0 bg-surface">
          <div role="row" className={cx(columns, 'h-[28px] border-b border-line text-small text-ink-2')}>
            {[c.name, c.form, c.version, c.reviews, c.saved].map((head, index) => (
              <span key={head} role="columnheader" className={cx(index === 2 || index === 3 ? 'text-right' : '')}>
                {head}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {cards.map((card, index) => (
            <div
              key={card.id}
              id={rowId(card.id)}
              role="row"
              aria-selected={index === at}
              data-cursor={index === at || undefined}
              onClick={() => setQuality({ cardId: card.id })}
              onDoubleClick={() => onOpen(card)}
              className={cx(
                columns,
                'min-h-[44px] border-b border-line py-1 select-none',
                index === at ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-canvas',
              )}
            >
              <span role="gridcell" className="min-w-0">
                <span className="flex items-baseline gap-2">
                  <span className="truncate font-semibold" dir="auto">
                    {card.name}
                  </span>
                  {!card.active && <span className="text-small text-ink-2">{cw.retired}</span>}
                </span>
                <span className="block truncate text-small text-ink-2" dir="auto">
                  {card.purpose}
                </span>
              </span>
              <span role="gridcell" className="truncate text-ink-2 tabular-nums">
                {cw.form(card.sections.length, countOf(card))}
              </span>
              <span role="gridcell" className="text-right tabular-nums">
                {card.version}
              </span>
              <span role="gridcell" className="text-right tabular-nums">
                {card.reviews}
              </span>
              <span role="gridcell" className="truncate text-ink-2 tabular-nums" title={exact(card.savedAt, zone)}>
                {moment(card.savedAt, zone, now)} {cw.savedBy(card.savedBy)}
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
