import { useEffect, useId, useRef, useState, type Ref, type RefObject } from 'react';
import type { CompletionItem } from '../../domain/ask/complete.ts';
import { aw } from '../strings/en-ask.ts';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Highlight } from './highlight.tsx';
import { useCompletion } from './use-completion.ts';

const linePx = 20;
const padX = 12;
const padY = 8;
const offerPx = 300;
/** All that decides where a letter stands: the same for the field and for what is under it. */
const letters = 'px-[12px] py-[8px] font-mono text-[13px] leading-[20px] whitespace-pre';

/** Where the list stands: under the word it completes, px within the field. Letters are of one width. */
function placeOf(area: HTMLTextAreaElement, from: number, letterPx: number): { left: number; top: number } {
  const lines = area.value.slice(0, from).split('\n');
  const left = padX + (lines.at(-1) ?? '').length * letterPx - area.scrollLeft;
  return {
    left: Math.max(0, Math.min(left, area.clientWidth - offerPx)),
    top: padY + lines.length * linePx - area.scrollTop,
  };
}

/** How wide a letter is, by ten of them. */
function useLetter(): { readonly probe: Ref<HTMLSpanElement>; readonly px: RefObject<number> } {
  const probe = useRef<HTMLSpanElement>(null);
  const px = useRef(8);
  useEffect(() => {
    if (probe.current !== null) px.current = probe.current.getBoundingClientRect().width / 10;
  });
  return { probe, px };
}

type OfferProps = {
  readonly id: string;
  readonly items: readonly CompletionItem[];
  readonly index: number;
  readonly place: { readonly left: number; readonly top: number };
  readonly onTake: (item: CompletionItem) => void;
};

/** How many are shown at once: the list follows the one that is meant, so that nothing has to scroll. */
const seen = (): number => (window.innerHeight < 480 ? 3 : 7);

function Offer({ id, items, index, place, onTake }: OfferProps) {
  const first = Math.max(0, Math.min(index - Math.floor(seen() / 2), items.length - seen()));
  return (
    <div
      style={{ left: place.left, top: place.top, width: offerPx }}
      className="absolute z-30 max-w-full rounded-lg border border-line-strong bg-surface shadow-float"
    >
      <ul id={id} role="listbox" aria-label={aw.offered} className="p-1">
        {items.slice(first, first + seen()).map((item, after) => {
          const at = first + after;
          return (
            <li
              key={`${item.kind} ${item.text}`}
              id={`${id}-${String(at)}`}
              role="option"
              aria-selected={at === index}
              aria-setsize={items.length}
              aria-posinset={at + 1}
              // The field keeps the focus, and with it where the caret is.
              onPointerDown={(event) => {
                event.preventDefault();
                onTake(item);
              }}
              className={cx(
                'flex h-[24px] items-center gap-2 rounded-[5px] px-2 font-mono text-small select-none',
                at === index && 'bg-accent-soft text-on-soft',
                item.kind === 'keyword' && at !== index && 'text-ink-2',
              )}
            >
              <span className="min-w-0 flex-1 truncate">{item.text}</span>
              {at === index && <Kbd keys="tab" />}
            </li>
          );
        })}
      </ul>
      <p className="truncate border-t border-line px-3 py-1 text-small text-ink-2 empty:hidden [@media(max-height:480px)]:hidden">
        {items[index]?.about}
      </p>
    </div>
  );
}

type Props = {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly error: string | null;
  readonly describedBy: string;
  readonly onChange: (sql: string) => void;
};

/** The question as it is typed: its words in colour, and what can come next in a list that Tab or Enter takes from. */
export function SqlEditor({ ref, value, error, describedBy, onChange }: Props) {
  const list = useId();
  const under = useRef<HTMLPreElement>(null);
  const { probe, px } = useLetter();
  const offer = useCompletion();
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const isOffering = offer.items.length > 0;
  const settle = (area: HTMLTextAreaElement, from: number): void => setPlace(placeOf(area, from, px.current));
  // After each change: what is offered may begin elsewhere now.
  useEffect(() => {
    if (isOffering && ref.current !== null) settle(ref.current, offer.from);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `settle` is another at each render, and reads what is listed
  }, [isOffering, offer.from, value]);
  return (
    <div className="relative h-[152px] shrink-0 rounded-md border border-line-strong bg-surface focus-within:border-accent [@media(max-height:480px)]:h-[92px]">
      <span ref={probe} aria-hidden className={cx(letters, 'invisible absolute !p-0')}>
        0000000000
      </span>
      <pre ref={under} aria-hidden className={cx(letters, 'pointer-events-none absolute inset-0 overflow-hidden')}>
        <Highlight sql={value} />
      </pre>
      <textarea
        ref={ref}
        aria-label={aw.editor}
        aria-describedby={describedBy}
        aria-invalid={error !== null}
        aria-autocomplete="list"
        aria-controls={isOffering ? list : undefined}
        aria-activedescendant={isOffering ? `${list}-${String(offer.index)}` : undefined}
        wrap="off"
        dir="ltr"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        maxLength={100_000}
        placeholder={aw.hint}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          offer.look(event.target);
        }}
        onClick={offer.close}
        onBlur={offer.close}
        onScroll={(event) => {
          const { scrollLeft, scrollTop } = event.currentTarget;
          under.current?.scrollTo(scrollLeft, scrollTop);
          if (isOffering) settle(event.currentTarget, offer.from);
        }}
        onKeyDown={(event) => {
          if (!offer.onKey(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className={cx(
          letters,
          'absolute inset-0 block h-full w-full resize-none overflow-auto rounded-md bg-transparent text-transparent caret-ink placeholder:text-ink-3',
        )}
      />
      {isOffering && (
        <Offer
          id={list}
          items={offer.items}
          index={offer.index}
          place={place}
          onTake={(item) => ref.current !== null && offer.take(ref.current, item)}
        />
      )}
    </div>
  );
}
