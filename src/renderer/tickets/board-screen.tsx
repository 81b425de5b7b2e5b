import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { GroupKey, View } from '../../contract/index.ts';
import { Header } from '../app/header.tsx';
import { changeView, goTo, openDialog, openTicket, useWindow } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useInfo, useNames } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { BoardTable } from './board-table.tsx';
import { resetBoard, useBoard } from './board-store.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isChanged } from './filter-fields.ts';
import { inOrder, withEmpty } from './group-names.ts';
import { Kanban } from './kanban.tsx';
import { layOut, type Layout } from './layout.ts';
import { TicketPanel } from './panel.tsx';
import { saveView, useShownView, type CountedView } from './views.ts';

/** How many there are, in all and per group; the last known while a filter changes, so that nothing jumps. */
function useCounts(view: View, by: GroupKey | null) {
  const input = { filter: view.filter, ...(by !== null && { groupBy: by }) };
  return useQuery(orpc.tickets.counts.queryOptions({ input }));
}

const nothingFolded: readonly string[] = [];

function useLayout(view: View, groups: readonly { key: string | null; count: number }[], total: number): Layout {
  const directory = useNames();
  // On the board the counts are of its columns, not of groups.
  const groupBy = view.layout === 'table' ? view.groupBy : null;
  const folded = useWindow((state) => state.folded[`${view.id} ${groupBy ?? ''}`] ?? nothingFolded);
  return useMemo(() => {
    if (groupBy === null) return layOut([{ key: null, count: total, folded: false }], false);
    const sections = inOrder(groupBy, groups, directory)
      .filter((group) => group.count > 0)
      .map((group) => ({ ...group, folded: folded.includes(group.key ?? '') }));
    return layOut(sections, true);
  }, [groupBy, groups, total, directory, folded]);
}

type NoTicketsProps = { readonly view: View; readonly onClear: () => void };

/** Why there is nothing, and what to do: an empty desk, nobody to be "me", or filters that nothing fits. */
function NoTickets({ view, onClear }: NoTicketsProps) {
  const info = useInfo().data;
  const icon = <Inbox size={28} strokeWidth={1.4} aria-hidden />;
  if (info?.tickets === 0) {
    const actions = (
      <>
        <Button onClick={() => openDialog('newTicket')}>{t.header.newTicket}</Button>
        <Button onClick={() => goTo('import')}>{t.screens.import}</Button>
      </>
    );
    return (
      <Empty title={t.board.empty} icon={icon} actions={actions}>
        {t.board.emptyDesk}
      </Empty>
    );
  }
  if (info?.me === null && view.filter.assignee?.includes('me') === true) {
    const actions = <Button onClick={() => openDialog('settings')}>{t.settings.title}</Button>;
    return (
      <Empty title={t.board.nobody} icon={icon} actions={actions}>
        {t.board.nobodyHow}
      </Empty>
    );
  }
  const filtered = Object.keys(view.filter).length > 0;
  return (
    <Empty title={t.board.empty} icon={icon} actions={filtered && <Button onClick={onClear}>{t.board.clear}</Button>}>
      {t.board.emptyWhy}
    </Empty>
  );
}

const noGroups: readonly { key: string | null; count: number }[] = [];

type BodyProps = {
  readonly view: View;
  readonly onChange: (change: Partial<View>) => void;
  readonly onColumns: (columns: View['columns']) => void;
};

function Body({ view, onChange, onColumns }: BodyProps) {
  const by = view.layout === 'kanban' ? view.kanbanBy : view.groupBy;
  const counts = useCounts(view, by);
  const total = counts.data?.total ?? 0;
  const groups = counts.data?.groups ?? noGroups;
  const layout = useLayout(view, groups, total);
  const directory = useNames();
  const { filter, sort, groupBy } = view;
  const query = useMemo(() => ({ filter, sort, groupBy }), [filter, sort, groupBy]);
  useEffect(() => {
    useBoard.setState({ total, filter });
  }, [total, filter]);
  if (counts.isError) {
    return (
      <Empty title={t.board.failed} actions={<Button onClick={() => void counts.refetch()}>{t.board.retry}</Button>}>
        {counts.error.message}
      </Empty>
    );
  }
  if (counts.data === undefined) return <div aria-busy aria-label={t.board.loading} className="flex-1" />;
  if (total === 0 && view.layout === 'table') return <NoTickets view={view} onClear={() => onChange({ filter: {} })} />;
  if (view.layout === 'kanban') {
    const columns = inOrder(view.kanbanBy, withEmpty(view.kanbanBy, groups, directory.people), directory);
    return <Kanban view={view} columns={columns} />;
  }
  return <BoardTable view={view} query={query} layout={layout} onChange={onChange} onColumnsDone={onColumns} />;
}

/** Columns are kept with the view at once, over its saved filter: a width is not worth a "Save" button. */
function keepColumns(saved: CountedView, columns: View['columns']): void {
  changeView(saved.id, { columns });
  void saveView({ ...saved, columns }, true);
}

/** The queue board: a view as a table or in columns, with at most the panel of one ticket beside it. */
export function BoardScreen() {
  const found = useShownView();
  const ticketId = useWindow((state) => state.ticketId);
  const viewId = found?.saved.id;
  useEffect(() => {
    resetBoard();
  }, [viewId]);
  useEffect(() => {
    const fromHash = (): void => {
      const id = /^#\/ticket\/([\da-f-]{36})$/i.exec(location.hash)?.[1];
      if (id !== undefined) openTicket(id);
    };
    fromHash();
    window.addEventListener('hashchange', fromHash);
    return () => window.removeEventListener('hashchange', fromHash);
  }, []);
  const total = useBoard((state) => state.total);
  if (found === null) return <div aria-busy className="flex-1" />;
  const { saved, shown } = found;
  const onChange = (change: Partial<View>): void => changeView(saved.id, change);
  return (
    <>
      <Header title={shown.name} note={t.tickets(total)}>
        <FilterBar
          view={shown}
          changed={isChanged(saved, shown)}
          onChange={onChange}
          onColumns={(columns) => keepColumns(saved, columns)}
        />
      </Header>
      <div className="relative flex min-h-0 flex-1">
        <main className="relative flex min-w-0 flex-1 flex-col">
          <Body key={saved.id} view={shown} onChange={onChange} onColumns={(columns) => keepColumns(saved, columns)} />
          <BulkBar />
        </main>
        {ticketId !== null && <TicketPanel key="panel" id={ticketId} />}
      </div>
    </>
  );
}
