import { GitCompareArrows, Lock, LockOpen, Package } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Pack } from '../../../contract/index.ts';
import { useZone } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../roster/use-list-focus.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { cx } from '../../ui/cx.ts';
import { moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { conflictsEntry } from './packs-store.ts';

const optionId = (id: string): string => `pack-${id}`;

type LineProps = {
  readonly id: string;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly icon: ReactNode;
  readonly title: string;
  readonly below: string;
};

function Line({ id, current, onChoose, icon, title, below }: LineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
      id={optionId(id)}
      role="option"
      aria-selected={current}
      onClick={onChoose}
      className={cx(
        'flex min-h-[44px] items-center gap-3 border-b border-l-2 border-b-line pr-4 pl-[14px] select-none',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      <span className="shrink-0 text-ink-2">{icon}</span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-semibold" dir="auto" title={title}>
          {title}
        </span>
        <span className="truncate text-small text-ink-2 tabular-nums">{below}</span>
      </span>
    </div>
  );
}

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
  const at = Math.max(0, ids.indexOf(currentId ?? ''));
  const current = ids[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : ids[placeAfter(at, step, ids.length)];
    if (next === undefined) return;
    onChoose(next);
    event.preventDefault();
    event.stopPropagation();
  };
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
        current={pack.id === current}
        onChoose={() => onChoose(pack.id)}
        icon={<Icon size={15} strokeWidth={1.8} aria-hidden />}
        title={pack.name}
        below={[qp.left(pack.left, pack.reviews), state].filter(Boolean).join(', ')}
      />
    );
  };
  return (
    <div
      ref={list}
      role="listbox"
      data-board
      data-first
      tabIndex={0}
      aria-label={qp.list}
      aria-activedescendant={current === undefined ? undefined : optionId(current)}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {conflicts > 0 && (
        <Line
          id={conflictsEntry}
          current={current === conflictsEntry}
          onChoose={() => onChoose(conflictsEntry)}
          icon={<GitCompareArrows size={15} strokeWidth={1.8} aria-hidden className="text-risk" />}
          title={qp.conflicts.entry(conflicts)}
          below={qp.conflicts.title}
        />
      )}
      {[
        { title: qp.opened, own: opened },
        { title: qp.made, own: made },
      ].map(({ title, own }) =>
        own.length === 0 ? null : (
          <div key={title} role="group" aria-label={title}>
            <div
              role="presentation"
              className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4 text-small"
            >
              <span className="font-bold">{title}</span>
              <span className="text-ink-2 tabular-nums">{own.length}</span>
            </div>
            {own.map(line)}
          </div>
        ),
      )}
    </div>
  );
}
