import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import type { DeskPolicy } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useNames } from '../client/use-desk.ts';
import { conditionsInWords } from '../rules/condition-words.ts';
import { c } from '../strings/en-clocks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';
import { addPolicy, movePolicy, placePolicy, stepPolicy } from './policy-actions.ts';
import type { PolicyDraft } from './policy-draft.ts';
import { focusEditor } from './policy-focus.ts';
import { keysInOrder, newKey, openPolicy, savedDraft } from './policy-store.ts';

type Calendars = readonly { readonly value: string; readonly label: string }[];
type Props = {
  readonly saved: readonly DeskPolicy[];
  readonly drafts: Readonly<Record<string, PolicyDraft>>;
  readonly current: string;
  readonly calendars: Calendars;
};

/** Open tickets under each saved policy, by id. */
function useOpenCounts(): ReadonlyMap<string, number> {
  const { data } = useQuery(orpc.sla.preview.queryOptions({ input: { draft: {}, limit: 20 } }));
  return new Map((data?.matched ?? []).map(({ policy, tickets }) => [policy, tickets]));
}

type ItemProps = {
  readonly policyKey: string;
  readonly draft: PolicyDraft;
  readonly version: number | undefined;
  readonly open: number | undefined;
  readonly calendar: string;
  readonly isCurrent: boolean;
  readonly isEdited: boolean;
  readonly over: boolean;
  readonly drag: {
    readonly draggable: boolean;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

function Item({ policyKey, draft, version, open, calendar, isCurrent, isEdited, over, drag }: ItemProps) {
  const names = useNames();
  const state = version === undefined ? c.policy.isNew : isEdited ? c.policy.edited : null;
  const matches = draft.match === null ? c.policy.everythingElse : conditionsInWords(draft.match, names);
  return (
    <div
      role="option"
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => openPolicy(policyKey)}
      {...drag}
      className={cx(
        'relative flex flex-col gap-[2px] border-b border-line px-4 py-2 -outline-offset-2 select-none',
        isCurrent ? 'bg-accent-soft text-on-soft' : 'hover:bg-canvas',
        over && 'border-t-2 border-t-accent',
      )}
    >
      {isCurrent && <span aria-hidden className="absolute inset-y-0 left-0 w-[2px] bg-accent" />}
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold text-ink" dir="auto">
          {draft.name === '' ? c.policy.untitled : draft.name}
        </span>
        {state !== null && <span className="shrink-0 text-cap font-semibold text-risk">{state}</span>}
        {open !== undefined && (
          <span className="shrink-0 text-small text-ink-2 tabular-nums">{c.policy.open(open)}</span>
        )}
      </span>
      <span className="line-clamp-2 text-small text-ink-2" dir="auto" title={matches}>
        {matches}
      </span>
      <span className={cx('truncate text-cap', isCurrent ? 'text-ink-2' : 'text-ink-3')}>
        {calendar}
        {version !== undefined && ` · ${c.policy.version(version)}`}
      </span>
    </div>
  );
}

/** Dragging one policy before another; the last takes nothing's place. */
function useDragging(keys: readonly string[]) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  const of = (key: string): ItemProps['drag'] => ({
    draggable: key !== newKey && key !== keys.at(-1),
    onDragStart: (event) => {
      event.dataTransfer.setData('text/plain', key);
      setDragged(key);
    },
    onDragOver: (event) => {
      if (dragged === null || dragged === key) return;
      event.preventDefault();
      setOver(key);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event) => {
      event.preventDefault();
      const ids = keys.filter((each) => each !== newKey);
      if (dragged !== null) {
        const rest = ids.filter((each) => each !== dragged);
        void placePolicy(dragged, rest.indexOf(key));
      }
      end();
    },
  });
  return { over, of, end };
}

function onListKey(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
  if (step !== undefined && event.altKey) movePolicy(step);
  else if (step !== undefined) stepPolicy(step);
  else if (event.key === 'Enter') focusEditor();
  else return;
  event.preventDefault();
}

/** The policies in order: the first that fits a ticket counts, the last takes the rest. */
export function PolicyList({ saved, drafts, current, calendars }: Props) {
  const open = useOpenCounts();
  const keys = keysInOrder(saved, drafts);
  const { over, of, end } = useDragging(keys);
  const calendarOf = (draft: PolicyDraft): string =>
    calendars.find(({ value }) => value === draft.calendar)?.label ?? draft.calendar;
  return (
    <div className="flex w-[264px] shrink-0 flex-col border-line max-[1100px]:w-[208px] max-[680px]:max-h-[190px] max-[680px]:w-auto max-[680px]:border-b min-[681px]:border-r">
      <div className="flex h-[34px] shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
        <span className="min-w-0 flex-1 truncate text-small text-ink-2" title={c.policy.order}>
          {c.policy.order}
        </span>
        <IconButton label={c.policy.up} onClick={() => movePolicy(-1)}>
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton label={c.policy.down} onClick={() => movePolicy(1)}>
          <ArrowDown size={14} aria-hidden />
        </IconButton>
      </div>
      <div
        data-board
        data-policies
        role="listbox"
        aria-label={c.policy.list}
        onKeyDown={onListKey}
        onDragEnd={end}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {keys.map((key) => {
          const draft = drafts[key] ?? savedDraft(key, saved);
          if (draft === undefined) return null;
          const policy = saved.find(({ id }) => id === key);
          return (
            <Item
              key={key}
              policyKey={key}
              draft={draft}
              version={policy?.version}
              open={policy && (open.get(key) ?? open.get(policy.name))}
              calendar={calendarOf(draft)}
              isCurrent={key === current}
              isEdited={key in drafts}
              over={over === key}
              drag={of(key)}
            />
          );
        })}
      </div>
      <div className="shrink-0 border-t border-line p-2">
        <Button look="quiet" onClick={addPolicy} icon={<Plus size={15} aria-hidden />} className="w-full justify-start">
          {c.policy.add}
          <Kbd keys="n" />
        </Button>
      </div>
    </div>
  );
}
