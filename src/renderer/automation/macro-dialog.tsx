import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Rule, Selection } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { fitting } from '../app/palette-entries.ts';
import { goTo, openDialog, useWindow } from '../app/window-store.ts';
import { say } from '../app/toasts.tsx';
import { orpc } from '../client/client.ts';
import { useNames } from '../client/use-desk.ts';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { useBoard } from '../tickets/board-store.ts';
import { pickedCount } from '../tickets/selection.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { applyMacro, composeMacro, macroTarget } from './macro-apply.ts';
import { actionsWords } from './rule-words.ts';
import { begin } from './rules-actions.ts';
import { useRuleList } from './use-rules.ts';

const close = (): void => openDialog(null);

type Macro = { readonly title: string; readonly rule: Rule };

/** The macros that are on, in their order. */
export function useMacros(): readonly Macro[] {
  const { rules } = useRuleList();
  return rules.flatMap(({ rule }) => (rule.kind === 'macro' && rule.active ? [{ title: rule.name, rule }] : []));
}

/** The first of the tickets: what a preview is shown for. */
function firstOf(selection: Selection | null): string | null {
  if (selection === null) return null;
  if ('ids' in selection) return selection.ids[0] ?? null;
  return useBoard.getState().cursor.id;
}

function usePreview(id: string | undefined, ticketId: string | null) {
  const input = { id: id ?? '', ticketId: ticketId ?? '' };
  const enabled = id !== undefined && ticketId !== null;
  return useQuery(orpc.automation.preview.queryOptions({ input, enabled, staleTime: 0, gcTime: 0 }));
}

function Text({ label, body, note }: { readonly label: string; readonly body: string; readonly note: boolean }) {
  return (
    <div>
      <p className="text-small font-medium text-ink-2">{label}</p>
      <p
        className={cx(
          'mt-1 rounded-md border border-line px-3 py-2 break-words whitespace-pre-wrap',
          note && 'bg-risk-soft',
        )}
        dir="auto"
      >
        {body}
      </p>
    </div>
  );
}

type PreviewProps = { readonly preview: ReturnType<typeof usePreview>; readonly count: number };

/** What the macro at hand would do to the ticket, texts filled in. */
function Preview({ preview: { data, error }, count }: PreviewProps) {
  return (
    <div
      role="region"
      tabIndex={0}
      aria-label={r.macros.preview}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto p-4 -outline-offset-2"
    >
      <p className="font-bold">{r.macros.preview}</p>
      {count > 1 && <p className="-mt-3 text-small text-ink-2">{r.macros.previewMany(count)}</p>}
      {error !== null && <p className="text-late">{messageOf(error)}</p>}
      {data !== undefined && !data.fits && <p className="text-risk">{r.macros.fitsNot}</p>}
      {data?.fits === true && data.changes.length === 0 && data.reply === null && data.note === null && (
        <p className="text-ink-2">{r.macros.nothing}</p>
      )}
      {data !== undefined && data.changes.length > 0 && (
        <ul className="flex flex-col gap-1">
          {data.changes.map((change, index) => (
            <li key={index} className="break-words" dir="auto">
              {change}
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && data.reply !== null && <Text label={r.macros.reply} body={data.reply} note={false} />}
      {data !== undefined && data.note !== null && <Text label={r.macros.note} body={data.note} note />}
    </div>
  );
}

type OptionsProps = {
  readonly id: string;
  readonly macros: readonly Macro[];
  readonly at: number;
  readonly digits: boolean;
  readonly onAt: (index: number) => void;
  readonly onApply: (macro: Macro) => void;
};

function Options({ id, macros, at, digits, onAt, onApply }: OptionsProps) {
  const directory = useNames();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={r.macros.list} className="min-h-0 flex-1 overflow-y-auto p-1">
      {macros.map((macro, index) => (
        <div
          key={macro.rule.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerMove={() => onAt(index)}
          onClick={() => onApply(macro)}
          className={cx(
            'flex min-h-[40px] items-center gap-2 rounded-[5px] px-2 py-1 select-none',
            index === at && 'bg-accent-soft',
          )}
        >
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="truncate font-semibold" dir="auto">
              {macro.title}
            </span>
            <span className="truncate text-cap text-ink-2" dir="auto">
              {actionsWords(macro.rule, directory)}
            </span>
          </span>
          {digits && index < 9 && <Kbd keys={String(index + 1)} />}
        </div>
      ))}
    </div>
  );
}

function NoMacros() {
  const make = (): void => {
    close();
    goTo('rules');
    begin('macro');
  };
  return (
    <div className="flex flex-col items-center gap-3 p-8 text-center">
      <p className="text-ink-2">{r.macros.noneYet}</p>
      <Button onClick={make} autoFocus>
        {r.macros.make}
      </Button>
    </div>
  );
}

function useChoosing(macros: readonly Macro[], selection: Selection | null, count: number) {
  const [typed, setTyped] = useState('');
  const [wanted, setAt] = useState(0);
  const found = fitting(macros, typed);
  const at = Math.min(wanted, Math.max(0, found.length - 1));
  const macro = found[at];
  const ticketId = firstOf(selection);
  const preview = usePreview(macro?.rule.id, ticketId);
  const apply = ({ rule }: Macro): void => {
    close();
    void applyMacro(rule.id, selection);
  };
  const compose = (): void => {
    const reply = preview.data?.reply ?? null;
    if (count > 1) say({ title: r.macros.oneOnly });
    else if (reply === null || ticketId === null || macro === undefined) say({ title: r.macros.noReply });
    else composeMacro(ticketId, macro.title, reply);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const nth = typed === '' && /^[1-9]$/.test(event.key) ? found[Number(event.key) - 1] : undefined;
    if (move !== undefined) setAt(Math.min(Math.max(at + move, 0), Math.max(0, found.length - 1)));
    else if (event.key === 'Enter' && event.shiftKey) compose();
    else if (event.key === 'Enter' && macro !== undefined) apply(macro);
    else if (nth !== undefined) apply(nth);
    else return;
    event.preventDefault();
  };
  const type = (text: string): void => {
    setTyped(text);
    setAt(0);
  };
  return { typed, type, at, setAt, found, macro, preview, apply, compose, onKeyDown };
}

type InsideProps = { readonly macros: readonly Macro[]; readonly selection: Selection | null; readonly count: number };

function Inside({ macros, selection, count }: InsideProps) {
  const id = useId();
  const choosing = useChoosing(macros, selection, count);
  const { typed, found, at, macro } = choosing;
  return (
    <>
      <div className="flex h-[46px] items-center gap-2 border-b border-line px-3">
        <Search size={16} aria-hidden className="text-ink-2" />
        <input
          autoFocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? id : undefined}
          aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
          aria-label={r.macros.search}
          placeholder={r.macros.search}
          value={typed}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => choosing.type(event.target.value)}
          onKeyDown={choosing.onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-[14px] outline-none"
        />
        <Kbd keys="escape" />
      </div>
      <div className="flex h-[min(420px,56vh)] max-[640px]:h-auto max-[640px]:flex-col">
        <div className="flex w-[330px] shrink-0 flex-col border-r border-line max-[640px]:w-full">
          {found.length === 0 ? (
            <p className="px-3 py-4 text-ink-2">{r.macros.none}</p>
          ) : (
            <Options
              id={id}
              macros={found}
              at={at}
              digits={typed === ''}
              onAt={choosing.setAt}
              onApply={choosing.apply}
            />
          )}
        </div>
        {macro !== undefined && <Preview preview={choosing.preview} count={count} />}
      </div>
      <div className="flex items-center gap-4 border-t border-line px-3 py-[6px] text-cap text-ink-2">
        <span className="flex items-center gap-1">
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" /> {t.palette.hint.move}
        </span>
        <span className="flex items-center gap-1">
          <Kbd keys="enter" /> {r.macros.apply}
        </span>
        {count <= 1 && (
          <span className="flex items-center gap-1">
            <Kbd keys="shift+enter" /> {r.macros.compose}
          </span>
        )}
      </div>
    </>
  );
}

function Loaded() {
  // What the macro acts on is what it was when the picker was opened.
  const [selection] = useState(macroTarget);
  const macros = useMacros();
  const { error, data } = useRuleList();
  const total = useBoard((state) => state.total);
  const picked = useBoard((state) => state.picked);
  const count = Math.max(1, pickedCount(picked, total));
  if (data === undefined)
    return <p className={cx('p-4', error !== null && 'text-late')}>{error === null ? '' : messageOf(error)}</p>;
  if (macros.length === 0) return <NoMacros />;
  return <Inside macros={macros} selection={selection} count={count} />;
}

/** Finds a macro, shows what it would do, and does it to the ticket or to all ticked ones. */
export function MacroDialog() {
  const open = useWindow((state) => state.dialog === 'macros');
  const count = useBoard((state) => pickedCount(state.picked, state.total));
  const title = count > 1 ? r.macros.titleTo(count) : r.macros.title;
  return (
    <Dialog title={title} open={open} onClose={close} width={760} high>
      <Loaded />
    </Dialog>
  );
}
