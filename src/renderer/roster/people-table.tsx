import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { weekHoursText } from '../people/contract-text.ts';
import { newId, usePersonDrafts } from '../people/people-store.ts';
import { p } from '../strings/en-people.ts';
import { rw } from '../strings/en-roster.ts';
import { cx } from '../ui/cx.ts';
import { Avatar } from '../ui/marks.tsx';
import { useVirtual } from '../ui/virtual.ts';
import { sortBy } from './people-sort.ts';
import { peopleColumns, type PeopleColumn, type PeopleSort, type PersonRow } from './people-rows.ts';
import { placeAfter, stepOf } from '../ui/list-steps.ts';

const w = rw.people;
const rowPx = 34;
const headPx = 28;

const wide = '@max-[1080px]:hidden';
const middling = '@max-[820px]:hidden';
const narrow = '@max-[560px]:hidden';
const hidden: Readonly<Record<PeopleColumn, string>> = {
  name: '',
  team: narrow,
  role: wide,
  skills: narrow,
  languages: middling,
  zone: wide,
  contract: '',
  ramp: middling,
  availability: middling,
  status: '',
};
const right: ReadonlySet<PeopleColumn> = new Set(['contract', 'ramp']);

const columns = cx(
  'grid items-center gap-x-3 px-4',
  '[grid-template-columns:minmax(130px,1.1fr)_minmax(64px,0.6fr)_minmax(76px,0.7fr)_minmax(120px,1.5fr)_72px_minmax(76px,0.7fr)_56px_48px_minmax(130px,1.4fr)_68px]',
  '@max-[1080px]:[grid-template-columns:minmax(130px,1.1fr)_minmax(64px,0.6fr)_minmax(110px,1.4fr)_64px_56px_48px_minmax(120px,1.4fr)_68px]',
  '@max-[820px]:[grid-template-columns:minmax(120px,1.2fr)_minmax(60px,0.6fr)_minmax(100px,1.4fr)_56px_68px]',
  '@max-[560px]:[grid-template-columns:minmax(110px,1fr)_56px_68px]',
);

const rowId = (id: string): string => `person-${id}`;

function Head({ column, sort }: { readonly column: PeopleColumn; readonly sort: PeopleSort }) {
  const chosen = sort.by === column;
  const Arrow = sort.down ? ArrowDown : ArrowUp;
  return (
    <span
      role="columnheader"
      aria-sort={chosen ? (sort.down ? 'descending' : 'ascending') : 'none'}
      className={cx('flex min-w-0', hidden[column], right.has(column) && 'justify-end')}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={() => sortBy(column)}
        className={cx(
          'flex min-w-0 items-center gap-1 rounded-[3px] text-small hover:text-ink',
          chosen ? 'font-semibold text-ink' : 'text-ink-2',
        )}
      >
        <span className="truncate">{w.columns[column]}</span>
        {chosen && <Arrow size={11} aria-hidden className="shrink-0" />}
      </button>
    </span>
  );
}

/** `New York` of `America/New_York`. */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const statusLook = {
  active: 'text-ink-2',
  away: 'rounded-[4px] bg-risk-soft px-[6px] font-semibold text-risk',
  left: 'rounded-[4px] bg-paused-soft px-[6px] font-semibold text-paused',
} as const;

function Skills({ row }: { readonly row: PersonRow }) {
  const title = row.skills.map(({ skill, level }) => w.levelOf(skill, level, p.level(level))).join('\n');
  return (
    <span className="truncate" title={title}>
      {row.skills.map(({ skill, level }, index) => (
        <span key={skill}>
          {index > 0 && ', '}
          <bdi>{skill}</bdi> <span className="text-ink-2 tabular-nums">{level}</span>
        </span>
      ))}
    </span>
  );
}

function Cells({ row, edited }: { readonly row: PersonRow; readonly edited: boolean }) {
  const { person, status, availability } = row;
  const hours = person.contractMinutes === null ? null : weekHoursText(person.contractMinutes);
  const texts: Readonly<Record<'team' | 'role' | 'languages' | 'zone' | 'availability', string>> = {
    team: person.team ?? '',
    role: person.role ?? '',
    languages: person.languages.join(', '),
    zone: person.timeZone === null ? w.deskZone : cityOf(person.timeZone),
    availability,
  };
  const text = (column: keyof typeof texts, look = '') => (
    <span
      role="gridcell"
      title={column === 'zone' ? (person.timeZone ?? '') : texts[column]}
      dir="auto"
      className={cx('truncate', hidden[column], look)}
    >
      {texts[column]}
    </span>
  );
  return (
    <>
      <span role="gridcell" className="flex min-w-0 items-center gap-2">
        <Avatar name={person.name} away={status === 'away'} />
        <span className={cx('truncate font-medium', status === 'left' && 'text-ink-2')} dir="auto" title={person.name}>
          {person.name}
        </span>
        {edited && <Edited />}
      </span>
      {text('team')}
      {text('role')}
      <span role="gridcell" className={cx('flex min-w-0', hidden.skills)}>
        <Skills row={row} />
      </span>
      {text('languages')}
      {text('zone', person.timeZone === null ? 'text-ink-2' : '')}
      <span role="gridcell" className="text-right tabular-nums" {...(hours !== null && { title: w.contractOf(hours) })}>
        {hours === null ? '' : w.hours(hours)}
      </span>
      <span
        role="gridcell"
        className={cx('text-right tabular-nums', hidden.ramp, person.rampPercent === 100 && 'text-ink-2')}
      >
        {w.percent(person.rampPercent)}
      </span>
      {text('availability', person.availability === null ? 'text-ink-2' : 'tabular-nums')}
      <span role="gridcell" className="flex text-small">
        <span className={statusLook[status]}>{p.status[status]}</span>
      </span>
    </>
  );
}

const Edited = () => (
  <span className="shrink-0 rounded-[4px] bg-risk-soft px-1 text-cap font-semibold text-risk">{rw.notSaved}</span>
);

function Begun() {
  const name = usePersonDrafts((state) => state.drafts[newId]?.name.trim() ?? '');
  return (
    <span role="gridcell" aria-colspan={10} className="col-span-full flex min-w-0 items-center gap-2">
      <Avatar name={name === '' ? p.newName : name} />
      <span className="truncate font-medium" dir="auto">
        {name === '' ? p.newName : name}
      </span>
      <Edited />
    </span>
  );
}

type Props = {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly rows: readonly PersonRow[];
  /** Somebody new is being written down: their line is the first. */
  readonly begun: boolean;
  readonly current: string | null;
  readonly sort: PeopleSort;
  readonly onPick: (id: string) => void;
  readonly onEdit: () => void;
  /** Esc: one step back. */
  readonly onLeave: () => void;
};

/** People in columns. Only what is seen of them is drawn, so that five hundred are as quick as five. */
export function PeopleTable({ ref, rows, begun, current, sort, onPick, onEdit, onLeave }: Props) {
  const edited = usePersonDrafts((state) => state.drafts);
  const ids = [...(begun ? [newId] : []), ...rows.map(({ id }) => id)];
  const at = current === null ? -1 : ids.indexOf(current);
  const virtual = useVirtual({
    count: ids.length,
    getScrollElement: () => ref.current,
    estimateSize: () => rowPx,
    overscan: 10,
    scrollPaddingStart: headPx,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((ref.current?.clientHeight ?? rowPx) / rowPx) - 2);
    const step = stepOf(event.key, page);
    const next = step === null ? undefined : ids[placeAfter(at, step, ids.length)];
    if (next !== undefined) onPick(next);
    else if (event.key === 'Enter' && event.target === event.currentTarget) onEdit();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={ref}
      role="grid"
      data-board
      tabIndex={0}
      aria-label={w.grid}
      aria-rowcount={ids.length + 1}
      aria-activedescendant={current === null ? undefined : rowId(current)}
      onKeyDown={onKeyDown}
      className="relative min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-surface">
        <div role="row" aria-rowindex={1} className={columns} style={{ height: headPx }}>
          {peopleColumns.map((column) => (
            <Head key={column} column={column} sort={sort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const id = ids[index] ?? '';
          const row = rows[begun ? index - 1 : index];
          return (
            <div
              key={id}
              id={rowId(id)}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={id === current}
              data-cursor={id === current || undefined}
              onClick={() => onPick(id)}
              onDoubleClick={onEdit}
              style={{ height: rowPx, transform: `translateY(${start}px)` }}
              className={cx(
                'absolute inset-x-0 top-0 border-b border-line select-none',
                columns,
                id === current
                  ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
                  : 'hover:bg-canvas',
              )}
            >
              {id === newId ? <Begun /> : row !== undefined && <Cells row={row} edited={id in edited} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
