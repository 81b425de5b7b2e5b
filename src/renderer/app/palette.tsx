import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { TicketRow } from '../../contract/index.ts';
import { useMacroEntries } from '../automation/palette-macros.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { useViews, useShownView } from '../tickets/views.ts';
import { SlaChip } from '../tickets/sla-chip.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { PriorityBars } from '../ui/marks.tsx';
import { alsoFor, commands, isPossible } from './commands.ts';
import { keepFocus } from './keep-focus.ts';
import { fitting, fromHit, isCalled, parted, type Part } from './palette-entries.ts';
import type { Entry } from './palette-types.ts';
import { changeView, goTo, openDialog, openTicket, openView, useWindow } from './window-store.ts';

const Marked = ({ parts }: { readonly parts: readonly Part[] }) =>
  parts.map((part, index) =>
    part.hit ? (
      <mark key={index} className="rounded-[2px] bg-risk-soft text-risk">
        {part.text}
      </mark>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  );

type Hit = {
  readonly ticket: TicketRow;
  readonly subject: readonly Part[];
  readonly excerpt: readonly Part[] | null;
};

function HitLine({ hit, zone }: { readonly hit: Hit; readonly zone: string }) {
  const { ticket } = hit;
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="flex min-w-0 items-center gap-2">
        <span className="text-ink-2 tabular-nums">#{ticket.number}</span>
        <PriorityBars priority={ticket.priority} />
        <span className="min-w-0 flex-1 truncate font-medium" dir="auto">
          <Marked parts={hit.subject} />
        </span>
        <span className="shrink-0 text-small text-ink-2">{t.status[ticket.status]}</span>
        {ticket.clock !== null && <SlaChip {...ticket.clock} zone={zone} />}
      </span>
      {hit.excerpt !== null && (
        <span className="truncate text-small text-ink-2" dir="auto">
          <Marked parts={fromHit(hit.excerpt)} />
        </span>
      )}
    </span>
  );
}

const close = (): void => openDialog(null);
const most = 50;

/** Tickets that the desk finds, and words that could stand at the caret. */
function useFound(typed: string, caret: number) {
  const query = useDeferredValue(typed.trim());
  const at = useDeferredValue(caret);
  const asked = query !== '';
  const search = orpc.tickets.search.queryOptions({ input: { query, limit: most }, enabled: asked, gcTime: 5000 });
  const found = useQuery({ ...search, placeholderData: keepPreviousData });
  const suggest = orpc.tickets.suggest.queryOptions({
    input: { query: typed, caret: Math.min(at, typed.length) },
    enabled: asked,
    gcTime: 5000,
  });
  const suggested = useQuery(suggest);
  const isNow = found.data !== undefined && !found.isPlaceholderData && query === typed.trim();
  return {
    isNone: asked && isNow && found.data.hits.length === 0,
    hits: asked ? (found.data?.hits ?? []) : [],
    problems: asked ? (found.data?.problems ?? []) : [],
    suggestions: asked ? (suggested.data?.suggestions ?? []).slice(0, 6) : [],
  };
}

function useEntries(typed: string, caret: number) {
  const views = useViews();
  const shown = useShownView();
  const macros = useMacroEntries();
  const zone = useZone();
  const { hits, problems, suggestions, isNone } = useFound(typed, caret);
  const entries = useMemo((): readonly Entry[] => {
    const actions: Entry[] = commands
      .filter((command) => command.quiet !== true && command.id !== 'palette' && isPossible(command))
      .map((command) => ({
        id: command.id,
        title: command.title,
        also: alsoFor(command),
        section: t.palette.actions,
        keys: command.keys[0],
        run: command.run,
      }));
    const toViews: Entry[] = views.map(({ id, name }) => ({
      id: `view-${id}`,
      title: name,
      section: t.palette.views,
      run: () => openView(id),
    }));
    const words: Entry[] = suggestions.map(({ insert, label, from, to }) => ({
      id: `word-${insert}`,
      title: label,
      section: t.palette.suggestions,
      complete: typed.slice(0, from) + insert + typed.slice(to),
      run: () => undefined,
    }));
    const tickets: Entry[] = hits.map((hit) => ({
      id: hit.ticket.id,
      title: hit.ticket.subject,
      section: t.palette.tickets,
      content: <HitLine hit={hit} zone={zone} />,
      run: () => {
        goTo('queues');
        openTicket(hit.ticket.id);
      },
    }));
    const named = [...fitting(toViews, typed), ...fitting([...actions, ...macros], typed)];
    // A search that finds nothing now can still be kept in sight.
    const keepsNone = isNone && named.length === 0 && problems.length === 0;
    const onBoard: Entry[] =
      (hits.length === 0 && !keepsNone) || shown === null
        ? []
        : [
            {
              id: 'show-all',
              title: keepsNone ? t.palette.showNone : t.palette.showAll(typed.trim()),
              section: t.palette.tickets,
              run: () => {
                changeView(shown.saved.id, { filter: { text: typed.trim() } });
                goTo('queues');
              },
            },
          ];
    if (typed.trim() === '') return named;
    // What is called as typed comes before what merely has the words, however late the search answers.
    const [called, others] = parted(named, (entry) => isCalled(entry.title, typed));
    return [...words, ...called, ...tickets, ...onBoard, ...others];
  }, [views, suggestions, hits, typed, zone, shown, macros, isNone, problems]);
  const none = isNone && entries.every(({ section }) => section !== t.palette.actions && section !== t.palette.views);
  return { entries, problems, none };
}

type ListProps = {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly at: number;
  readonly onAt: (index: number) => void;
  readonly onRun: (entry: Entry) => void;
};

function List({ id, entries, at, onAt, onRun }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t.palette.title} className="max-h-[46vh] overflow-y-auto p-1">
      {entries.map((entry, index) => (
        <div key={entry.id} role="presentation">
          {entries[index - 1]?.section !== entry.section && (
            <div role="presentation" className="px-2 pt-2 pb-1 text-cap font-medium text-ink-2">
              {entry.section}
            </div>
          )}
          <div
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => onAt(index)}
            onClick={() => onRun(entry)}
            className={cx(
              'flex min-h-[30px] items-center gap-2 rounded-[5px] px-2 py-1 select-none',
              index === at && 'bg-accent-soft',
            )}
          >
            {entry.content ?? (
              <span className="flex-1 truncate" dir="auto">
                {entry.title}
              </span>
            )}
            {entry.keys !== undefined && <Kbd keys={entry.keys} />}
          </div>
        </div>
      ))}
    </div>
  );
}

function usePalette() {
  const [typed, setTyped] = useState(() => useWindow.getState().paletteText);
  const [caret, setCaret] = useState(0);
  // Null until somebody moves: then the first thing to open, for words to search by are completed with Tab.
  const [at, setAt] = useState<number | null>(null);
  const { entries, problems, none } = useEntries(typed, caret);
  const firstToOpen = Math.max(
    0,
    entries.findIndex((entry) => entry.complete === undefined),
  );
  const index = Math.min(at ?? firstToOpen, Math.max(0, entries.length - 1));
  const type = (text: string, place: number): void => {
    setTyped(text);
    setCaret(place);
    setAt(null);
  };
  const run = (entry: Entry): void => {
    if (entry.complete !== undefined) {
      type(entry.complete, entry.complete.length);
      return;
    }
    close();
    // After the dialog has given the focus back.
    window.setTimeout(entry.run, 0);
    keepFocus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const entry = entries[index];
    const word = entry?.complete === undefined ? entries.find((one) => one.complete !== undefined) : entry;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setAt(Math.min(Math.max(index + step, 0), Math.max(0, entries.length - 1)));
    // While the search is still on its way, a word that could be completed is not what Enter means.
    else if (event.key === 'Enter' && entry !== undefined && (at !== null || entry.complete === undefined)) run(entry);
    else if (event.key === 'Tab' && word !== undefined) run(word);
    else return;
    event.preventDefault();
  };
  return { typed, type, index, setAt, entries, problems, none, run, onKeyDown };
}

function Inside() {
  const id = useId();
  const { typed, type, index, setAt, entries, problems, none, run, onKeyDown } = usePalette();
  return (
    <>
      <div className="flex h-[46px] items-center gap-2 border-b border-line px-3">
        <Search size={16} aria-hidden className="text-ink-2" />
        <input
          autoFocus
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={entries.length > 0 ? id : undefined}
          aria-activedescendant={entries.length === 0 ? undefined : `${id}-${index}`}
          aria-label={t.palette.title}
          placeholder={t.palette.placeholder}
          value={typed}
          maxLength={1000}
          spellCheck={false}
          onChange={(event) => type(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-[14px] outline-none"
        />
        <Kbd keys="escape" />
      </div>
      {problems.length > 0 && <p className="px-3 pt-2 text-small text-risk">{problems.join(' ')}</p>}
      <p role="status" className="px-3 pt-2 text-small font-medium empty:hidden">
        {none && problems.length === 0 && entries.length > 0 && t.palette.noTickets(typed.trim())}
      </p>
      {entries.length === 0 ? (
        <p className="px-3 py-6 text-center text-ink-2">{t.palette.nothing}</p>
      ) : (
        <List id={id} entries={entries} at={index} onAt={setAt} onRun={run} />
      )}
      <div className="flex gap-4 border-t border-line px-3 py-[6px] text-cap text-ink-2">
        <span className="flex items-center gap-1">
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" /> {t.palette.hint.move}
        </span>
        <span className="flex items-center gap-1">
          <Kbd keys="enter" /> {t.palette.hint.open}
        </span>
        <span className="flex items-center gap-1">
          <Kbd keys="tab" /> {t.palette.hint.complete}
        </span>
      </div>
    </>
  );
}

/** Finds every action, view and ticket. */
export function Palette() {
  const open = useWindow((state) => state.dialog === 'palette');
  return (
    <Dialog title={t.palette.title} open={open} onClose={close} width={640} bare high>
      <Inside />
    </Dialog>
  );
}
