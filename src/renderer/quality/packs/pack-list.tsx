import { GitCompareArrows, Lock, LockOpen, Package } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { Pack } from '../../../contract/index.ts';
import { useZone } from '../../client/use-desk.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { Entry, EntryGroup, EntryList } from '../../ui/entry-list.tsx';
import { moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { conflictsEntry } from './packs-store.ts';

type LineProps = { readonly id: string; readonly icon: ReactNode; readonly title: string; readonly below: string };

const Line = ({ id, icon, title, below }: LineProps) => (
  <Entry id={id} className="items-center gap-3">
    <span className="shrink-0 text-ink-2">{icon}</span>
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="truncate font-semibold" dir="auto" title={title}>
        {title}
      </span>
      <span className="truncate text-small text-ink-2 tabular-nums">{below}</span>
    </span>
  </Entry>
);

/** What the list shows, in its order: conflicts, packs of others, packs of this desk. */
export function entriesOf(packs: readonly Pack[], conflicts: number) {
  const opened = packs.filter(({ role }) => role === 'opened');
  const made = packs.filter(({ role }) => role === 'made');
  const ids = [...(conflicts > 0 ? [conflictsEntry] : []), ...opened.map(({ id }) => id), ...made.map(({ id }) => id)];
  return { opened, made, ids };
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly packs: readonly Pack[];
  readonly conflicts: number;
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
};

export function PackList({ list, packs, conflicts, currentId, onChoose }: Props) {
  const zone = useZone();
  const now = useMinute();
  const { opened, made, ids } = entriesOf(packs, conflicts);
  const line = (pack: Pack) => {
    const Icon = pack.role === 'made' ? Package : pack.locked ? Lock : LockOpen;
    const state =
      pack.role === 'made'
        ? pack.mergedAt === null
          ? qp.away
          : qp.merged(moment(pack.mergedAt, zone, now))
        : pack.locked
          ? qp.locked
          : '';
    return (
      <Line
        key={pack.id}
        id={pack.id}
        icon={<Icon size={15} strokeWidth={1.8} aria-hidden />}
        title={pack.name}
        below={[qp.left(pack.left, pack.reviews), state].filter(Boolean).join(', ')}
      />
    );
  };
  return (
    <EntryList ref={list} label={qp.list} ids={ids} currentId={currentId} onChoose={onChoose}>
      {conflicts > 0 && (
        <Line
          id={conflictsEntry}
          icon={<GitCompareArrows size={15} strokeWidth={1.8} aria-hidden className="text-risk" />}
          title={qp.conflicts.entry(conflicts)}
          below={qp.conflicts.title}
        />
      )}
      <EntryGroup title={qp.opened} count={opened.length}>
        {opened.map(line)}
      </EntryGroup>
      <EntryGroup title={qp.made} count={made.length}>
        {made.map(line)}
      </EntryGroup>
    </EntryList>
  );
}
