import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ListChecks, Plus } from 'lucide-react';
import { useRef } from 'react';
import type { ActionItem } from '../../../contract/index.ts';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { orpc } from '../../client/client.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Button } from '../../ui/button.tsx';
import { dayOf } from '../../ui/days.ts';
import { Empty } from '../../ui/empty.tsx';
import { EntryGroup, EntryList } from '../../ui/entry-list.tsx';
import { Hints } from '../../ui/hints.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { NotRead } from '../../ui/not-read.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { ask, setReports, showIssue, useReports } from '../reports-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { usePlace } from '../use-place.ts';
import { itemRows, removeItem, saveItems, tickItem } from './item-actions.ts';
import { itemGroups, type ItemGroup } from './item-groups.ts';
import { ItemRow } from './item-row.tsx';

const w = rw.items;
const h = w.hints;
const hints = [
  ['j / k', h.move],
  ['x / space', h.done],
  ['enter', h.edit],
  ['a', h.add],
  ['i', h.issue],
  ['w', h.showDone],
  ['delete', h.remove],
] as const;

const add = (): void => ask({ what: 'item', item: null, issue: null });
const edit = (item: ActionItem): void => ask({ what: 'item', item, issue: null });
const toggleDone = (): void => setReports({ showDone: !useReports.getState().showDone });

/** What the keys do with the item under the cursor. */
function useItemKeys(current: ActionItem | undefined, shown: readonly ActionItem[]): void {
  const { people } = useNames();
  const zone = useZone();
  const now = useMinute();
  const nameOf = (id: string | null): string => (id === null ? '' : (people.get(id) ?? ''));
  const issueId = current?.issueId ?? null;
  useTabActions({
    add,
    showDone: toggleDone,
    make: () => setReports({ making: true }),
    ...(shown.length > 0 && { export: () => saveItems(itemRows(shown, nameOf, zone), dayOf(now, zone)) }),
    ...(current !== undefined && {
      open: () => edit(current),
      edit: () => edit(current),
      done: () => tickItem(current),
      remove: () => removeItem(current.id),
    }),
    ...(issueId !== null && { issue: () => showIssue(issueId) }),
  });
}

const Nothing = ({ showDone }: { readonly showDone: boolean }) => (
  <Empty
    title={w.empty}
    icon={<ListChecks size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <>
        <Button data-first onClick={add}>
          {w.add} <Kbd keys="a" />
        </Button>
        {!showDone && (
          <Button onClick={toggleDone}>
            {w.showDone} <Kbd keys="w" />
          </Button>
        )}
      </>
    }
  >
    {w.emptyHow}
  </Empty>
);

type HeadProps = { readonly open: number; readonly late: number; readonly showDone: boolean };

const Head = ({ open, late, showDone }: HeadProps) => (
  <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-[5px] text-small">
    <span role="status" className="flex-1 text-ink-2 tabular-nums">
      {w.head(open, late)}
    </span>
    <Button small look="quiet" onClick={toggleDone}>
      {showDone ? w.hideDone : w.showDone} <Kbd keys="w" />
    </Button>
    <Button small onClick={add} icon={<Plus size={13} aria-hidden />}>
      {w.add} <Kbd keys="a" />
    </Button>
  </div>
);

/** The place of an item that is gone or done is its next one's. */
function useCurrent(shown: readonly ActionItem[]): ActionItem | undefined {
  const itemId = useReports((state) => state.itemId);
  const at = usePlace(
    shown.findIndex(({ id }) => id === itemId),
    shown.length,
  );
  return shown[at];
}

function List({ groups }: { readonly groups: readonly ItemGroup[] }) {
  const shown = groups.flatMap(({ items }) => items);
  const current = useCurrent(shown);
  useItemKeys(current, shown);
  return (
    <EntryList
      label={w.list}
      ids={shown.map(({ id }) => id)}
      currentId={current?.id ?? null}
      onChoose={(id) => setReports({ itemId: id })}
      onOther={(key) => {
        if (key !== ' ' || current === undefined) return false;
        tickItem(current);
        return true;
      }}
    >
      {groups.map(({ name, items }) => (
        <EntryGroup key={name} title={w[name]} count={items.length} none={name === 'open' ? w.noneOpen : undefined}>
          {items.map((item) => (
            <ItemRow key={item.id} item={item} onTick={() => tickItem(item)} />
          ))}
        </EntryGroup>
      ))}
    </EntryList>
  );
}

/** What reports led to: who does what until when, open ones first. */
export function ItemsTab() {
  const showDone = useReports((state) => state.showDone);
  const asked = useQuery(
    orpc.reports.items.queryOptions({ input: { done: showDone }, placeholderData: keepPreviousData }),
  );
  const { data } = asked;
  const box = useRef<HTMLDivElement>(null);
  const groups = itemGroups(data?.items ?? [], showDone);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  useFirstFocus(box, stageOf(data === undefined ? undefined : count));
  if (data === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {(count > 0 || showDone) && <Head open={data.open} late={data.late} showDone={showDone} />}
      {count > 0 ? <List groups={groups} /> : <NothingHere showDone={showDone} />}
      {count > 0 && <Hints yields hints={hints} />}
    </div>
  );
}

/** The keys go on where there is no list. */
function NothingHere({ showDone }: { readonly showDone: boolean }) {
  useItemKeys(undefined, []);
  return <Nothing showDone={showDone} />;
}
