import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight, Table2 } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { viewDocs } from '../../domain/ask/views.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { aw } from '../strings/en-ask.ts';
import { cx } from '../ui/cx.ts';
import { Entry, EntryList } from '../ui/entry-list.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { useAsk } from './ask-store.ts';
import { openSaved } from './take-up.ts';

const Title = ({ text, keys }: { readonly text: string; readonly keys: string }) => (
  <h2 className="flex h-[28px] shrink-0 items-center gap-2 border-b border-line bg-canvas px-4 text-small font-bold">
    {text}
    <Kbd keys={keys} />
  </h2>
);

/** A list that was asked for by its key has the focus, once it is in sight. */
function useAsked(list: RefObject<HTMLDivElement | null>, isAsked: boolean): void {
  useEffect(() => {
    if (isAsked) list.current?.focus({ preventScroll: true });
  }, [list, isAsked]);
}

const entryClass = '!min-h-[26px] items-center gap-2';

/** Questions that were saved. Enter takes one up, Delete takes it away. */
export function SavedList({ isAsked }: { readonly isAsked: boolean }) {
  const asked = useQuery(orpc.ask.saved.queryOptions());
  const queries = asked.data?.queries ?? [];
  const opened = useAsk((state) => state.opened);
  const [at, setAt] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const current = queries.find(({ id }) => id === (at ?? opened?.id)) ?? queries[0];
  useAsked(list, isAsked);
  const take = (id: string): void => {
    const query = queries.find((each) => each.id === id);
    if (query !== undefined) openSaved(query);
  };
  const onOther = (key: string): boolean => {
    if (current === undefined) return false;
    if (key === 'Enter') take(current.id);
    else if (key === 'Delete') void command(client.ask.remove({ id: current.id }));
    else return false;
    return true;
  };
  return (
    <section aria-label={aw.savedList} className="flex max-h-[36%] min-h-[86px] flex-col">
      <Title text={aw.savedList} keys="l" />
      {asked.data === undefined ? (
        <NotRead asked={asked} />
      ) : queries.length === 0 ? (
        <p ref={list} tabIndex={-1} className="px-4 py-2 text-small text-ink-2 -outline-offset-2">
          {aw.noSaved}
        </p>
      ) : (
        <EntryList
          ref={list}
          label={aw.savedList}
          ids={queries.map(({ id }) => id)}
          currentId={current?.id ?? null}
          onChoose={setAt}
          onOther={onOther}
        >
          {queries.map(({ id, name, pivot }) => (
            <Entry key={id} id={id} className={entryClass}>
              <span className="min-w-0 flex-1 truncate" dir="auto" title={name} onDoubleClick={() => take(id)}>
                {name}
              </span>
              {pivot !== null && (
                <Table2 size={13} strokeWidth={1.8} aria-label={aw.tabs.pivot} className="text-ink-2" />
              )}
            </Entry>
          ))}
        </EntryList>
      )}
    </section>
  );
}

type Item = { readonly id: string; readonly view: (typeof viewDocs)[number]; readonly column: number | null };

type ViewsProps = { readonly isAsked: boolean; readonly onInsert: (name: string) => void };

/** The views, and the columns of those that were unfolded. Enter puts a name into the question. */
export function ViewsList({ isAsked, onInsert }: ViewsProps) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string>(viewDocs[0].name);
  const list = useRef<HTMLDivElement>(null);
  useAsked(list, isAsked);
  const items = viewDocs.flatMap((view): Item[] => [
    { id: view.name, view, column: null },
    ...(unfolded.has(view.name)
      ? view.columns.map((column, place) => ({ id: `${view.name}.${column.name}`, view, column: place }))
      : []),
  ]);
  const current = items.find(({ id }) => id === at) ?? items[0];
  const fold = (name: string, open: boolean): void => {
    setUnfolded((before) => new Set(open ? [...before, name] : [...before].filter((each) => each !== name)));
    if (!open) setAt(name);
  };
  const onOther = (key: string): boolean => {
    if (current === undefined) return false;
    const { view, column } = current;
    if (key === 'Enter') onInsert(column === null ? view.name : (view.columns[column]?.name ?? ''));
    else if (key === 'ArrowRight') fold(view.name, true);
    else if (key === 'ArrowLeft') fold(view.name, false);
    else return false;
    return true;
  };
  return (
    <section aria-label={aw.viewsList} className="flex min-h-[120px] flex-1 flex-col border-t border-line">
      <Title text={aw.viewsList} keys="v" />
      <EntryList
        ref={list}
        label={aw.viewsList}
        ids={items.map(({ id }) => id)}
        currentId={current?.id ?? null}
        onChoose={setAt}
        onOther={onOther}
      >
        {items.map(({ id, view, column }) => (
          <Entry key={id} id={id} className={entryClass}>
            {column === null ? (
              <ViewLine view={view} isOpen={unfolded.has(view.name)} onFold={(open) => fold(view.name, open)} />
            ) : (
              <ColumnLine view={view} column={column} />
            )}
          </Entry>
        ))}
      </EntryList>
    </section>
  );
}

type ViewLineProps = {
  readonly view: (typeof viewDocs)[number];
  readonly isOpen: boolean;
  readonly onFold: (open: boolean) => void;
};

function ViewLine({ view, isOpen, onFold }: ViewLineProps) {
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1" title={view.about} onClick={() => onFold(!isOpen)}>
      <Icon size={13} aria-hidden className="shrink-0 text-ink-2" />
      <span className="min-w-0 flex-1 truncate font-mono text-small font-semibold">{view.name}</span>
    </span>
  );
}

function ColumnLine({ view, column }: { readonly view: ViewLineProps['view']; readonly column: number }) {
  const doc = view.columns[column];
  if (doc === undefined) return null;
  return (
    <>
      <span className={cx('min-w-0 flex-1 truncate pl-4 font-mono text-small')} title={doc.about}>
        {doc.name}
      </span>
      <span className="text-cap text-ink-2">{aw.kind[doc.kind]}</span>
    </>
  );
}
