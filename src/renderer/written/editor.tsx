import { useQuery } from '@tanstack/react-query';
import { Lock, Users } from 'lucide-react';
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { TicketRow } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { cw } from '../strings/en-coaching.ts';
import { cx } from '../ui/cx.ts';
import { typeInto } from '../ui/type-into.ts';
import { Kbd } from '../ui/kbd.tsx';
import { bold, enter, indent, ticketAt, type Edit } from './editing.ts';
import { withTick } from './markdown.ts';
import { Rendered } from './rendered.tsx';

/** Ctrl or Cmd B, Enter in a list, and Tab in one; null where the key is the field's own. */
function editFor(event: KeyboardEvent<HTMLTextAreaElement>): Edit | null {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey)
    return event.key.toLowerCase() === 'b' && !event.shiftKey ? bold(value, selectionStart, selectionEnd) : null;
  if (event.key === 'Enter' && !event.shiftKey) return enter(value, selectionStart, selectionEnd);
  if (event.key === 'Tab') return indent(value, selectionStart, selectionEnd, event.shiftKey ? -1 : 1);
  return null;
}

const most = 6;

/** Tickets by the digits before the caret; the desk finds them as the search of tickets does. */
function useOffer(digits: string | null): readonly TicketRow[] {
  const query = useDeferredValue(digits === null ? '' : `#${digits}`);
  const options = orpc.tickets.search.queryOptions({
    input: { query, limit: most },
    enabled: query !== '',
    gcTime: 5000,
  });
  const { data } = useQuery(options);
  return digits === null || query === '' ? [] : (data?.hits ?? []).map(({ ticket }) => ticket);
}

function useTicketOffer() {
  const [found, setFound] = useState<ReturnType<typeof ticketAt>>(null);
  const [at, setAt] = useState(0);
  const hits = useOffer(found?.digits ?? null);
  const index = Math.min(at, Math.max(0, hits.length - 1));
  const look = (area: HTMLTextAreaElement): void => {
    setFound(area.selectionStart === area.selectionEnd ? ticketAt(area.value, area.selectionStart) : null);
    setAt(0);
  };
  const take = (area: HTMLTextAreaElement, ticket: TicketRow | undefined): void => {
    if (ticket === undefined || found === null) return;
    const insert = `#${ticket.number} `;
    const caret = found.from + insert.length;
    setFound(null);
    typeInto(area, { from: found.from, to: area.selectionStart, insert, mark: [caret, caret] });
    setFound(null);
  };
  /** True where the key was the list's. */
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (hits.length === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((index + step + hits.length) % hits.length);
    else if (event.key === 'Enter') take(event.currentTarget, hits[index]);
    else if (event.key === 'Escape') setFound(null);
    else return false;
    return true;
  };
  return { hits, index, look, take, onKey, close: () => setFound(null) };
}

type OfferProps = {
  readonly id: string;
  readonly hits: readonly TicketRow[];
  readonly index: number;
  readonly onTake: (ticket: TicketRow) => void;
};

const Offer = ({ id, hits, index, onTake }: OfferProps) => (
  <ul
    id={id}
    role="listbox"
    aria-label={cw.session.tickets}
    className="absolute top-full left-0 z-30 mt-1 w-[420px] max-w-full rounded-lg border border-line-strong bg-surface p-1 shadow-float"
  >
    {hits.map((ticket, place) => (
      <li
        key={ticket.id}
        id={`${id}-${String(place)}`}
        role="option"
        aria-selected={place === index}
        // The field keeps the focus, and with it where the caret is.
        onPointerDown={(event) => {
          event.preventDefault();
          onTake(ticket);
        }}
        className={cx(
          'flex h-[28px] items-center gap-2 rounded-[5px] px-2 select-none',
          place === index && 'bg-accent-soft text-on-soft',
        )}
      >
        <span className="tabular-nums">#{ticket.number}</span>
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {ticket.subject}
        </span>
        {place === index && <Kbd keys="enter" />}
      </li>
    ))}
  </ul>
);

type AreaProps = {
  readonly label: string;
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly onRest: () => void;
};

function Area({ label, name, hint, value, describedBy, onChange, onRest }: AreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const offer = useTicketOffer();
  const isOffering = offer.hits.length > 0;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!offer.onKey(event)) {
      const edit = event.nativeEvent.isComposing ? null : editFor(event);
      if (edit === null) return;
      typeInto(event.currentTarget, edit);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <textarea
        ref={area}
        data-written={name}
        aria-label={label}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-controls={isOffering ? list : undefined}
        aria-activedescendant={isOffering ? `${list}-${String(offer.index)}` : undefined}
        dir="auto"
        spellCheck
        maxLength={100_000}
        placeholder={hint}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          offer.look(event.target);
        }}
        onClick={(event) => offer.look(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          offer.close();
          onRest();
        }}
        className="field-sizing-content block min-h-[84px] w-full resize-none rounded-md border border-line-strong bg-surface px-3 py-2 text-body"
      />
      {isOffering && (
        <Offer
          id={list}
          hits={offer.hits}
          index={offer.index}
          onTake={(ticket) => area.current !== null && offer.take(area.current, ticket)}
        />
      )}
    </div>
  );
}

type Props = {
  readonly label: string;
  readonly name: string;
  /** Who reads it, beside its name. */
  readonly readers: string;
  readonly isPrivate?: boolean;
  readonly hint: string;
  readonly digit: string;
  readonly value: string;
  /** Shown as it reads, and not to be written. */
  readonly preview: boolean;
  /** Null: it is somebody else's to write. */
  readonly onChange: ((text: string) => void) | null;
  readonly onRest: () => void;
};

/** One of the texts of a session, to be written in plain Markdown or shown as it reads. What is private is set apart. */
export function Editor(props: Props) {
  const { label, name, readers, isPrivate = false, value, preview, onChange } = props;
  const id = useId();
  const Icon = isPrivate ? Lock : Users;
  return (
    <section
      aria-label={label}
      className={cx(
        'flex flex-col gap-1',
        isPrivate && '-mx-3 rounded-md border border-dashed border-line-strong bg-canvas px-3 pt-2 pb-3',
      )}
    >
      <div className="flex min-h-[22px] flex-wrap items-center gap-x-2">
        <h2 className="font-bold">{label}</h2>
        {onChange !== null && <Kbd keys={props.digit} />}
        <span className="flex-1" />
        <span id={id} dir="auto" className="inline-flex min-w-0 items-center gap-1 text-small text-ink-2">
          <Icon size={12} aria-hidden className="shrink-0" />
          {readers}
        </span>
      </div>
      {preview || onChange === null ? (
        <Rendered text={value} onTick={onChange === null ? null : (line) => onChange(withTick(value, line))} />
      ) : (
        <Area
          label={label}
          name={name}
          hint={props.hint}
          value={value}
          describedBy={id}
          onChange={onChange}
          onRest={props.onRest}
        />
      )}
    </section>
  );
}
