import { GripVertical } from 'lucide-react';
import { useEffect, useRef, type DragEvent } from 'react';
import type { RuleKind } from '../../contract/index.ts';
import { deskTime } from '../client/clock.ts';
import { useNames, useZone, type Directory } from '../client/use-desk.ts';
import { r } from '../strings/en-rules.ts';
import { number } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { duration, exact, moment } from '../ui/format.ts';
import { Switch } from '../ui/switch.tsx';
import { actionsWords, onWords, savedWords } from './rule-words.ts';
import { moveTo, toggleActive } from './rules-actions.ts';
import { openRule, setRules, useRules } from './rules-store.ts';
import type { RuleRow } from './use-rules.ts';

const dragType = 'application/x-foredesk-rule';

/** Narrow beside the editor: what counts stays, the rest goes. */
const tracks = (narrow: boolean): string =>
  narrow
    ? 'grid-cols-[38px_minmax(0,1fr)_44px_48px]'
    : 'grid-cols-[44px_minmax(0,1fr)_56px_72px_84px_104px] max-[900px]:grid-cols-[38px_minmax(0,1fr)_44px_48px]';
const wideOnly = (narrow: boolean): string => (narrow ? 'hidden' : 'max-[900px]:hidden');

type LineProps = {
  readonly row: RuleRow;
  readonly index: number;
  readonly current: boolean;
  readonly open: boolean;
  readonly narrow: boolean;
  readonly directory: Directory;
  readonly zone: string;
};

/** A rule is dragged by its number; dropped on another it takes that one's place. */
function dragging(row: RuleRow, index: number) {
  return {
    onDragStart: (event: DragEvent): void => {
      event.dataTransfer.setData(dragType, JSON.stringify({ id: row.id, from: index }));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent): void => {
      if (event.dataTransfer.types.includes(dragType) && row.rule !== null) event.preventDefault();
    },
    onDrop: (event: DragEvent): void => {
      const text = event.dataTransfer.getData(dragType);
      if (text === '') return;
      event.preventDefault();
      const { id, from } = JSON.parse(text) as { id: string; from: number };
      void moveTo(id, index - from);
    },
  };
}

function Summary({ row, directory }: { readonly row: RuleRow; readonly directory: Directory }) {
  const { shown } = row;
  const what = actionsWords(shown, directory);
  const words = shown.kind === 'trigger' && shown.on.length > 0 ? `${onWords(shown.on)}: ${what}` : what;
  return (
    <span className="truncate text-small text-ink-2" dir="auto" title={words}>
      {words}
    </span>
  );
}

function Name({ row, directory }: { readonly row: RuleRow; readonly directory: Directory }) {
  const { shown, rule, changed } = row;
  const name = shown.name.trim() === '' ? r.aNew[shown.kind] : shown.name;
  const mark = rule === null ? r.list.unsaved : changed ? r.list.changed : null;
  return (
    <span className="flex min-w-0 flex-col py-[6px]">
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <span
          className={cx('max-w-full truncate font-semibold', !shown.active && 'text-ink-2')}
          dir="auto"
          title={name}
        >
          {name}
        </span>
        {mark !== null && (
          <span className="shrink-0 rounded-[4px] bg-risk-soft px-1 text-cap font-semibold text-risk">{mark}</span>
        )}
      </span>
      <Summary row={row} directory={directory} />
    </span>
  );
}

const lineId = (id: string): string => `rule-${id}`;

function Line({ row, index, current, open, narrow, directory, zone }: LineProps) {
  const { id, shown, rule, runs, minutesSaved, lastRunAt } = row;
  const wide = wideOnly(narrow);
  return (
    <div
      id={lineId(id)}
      role="row"
      aria-selected={current}
      data-cursor={current || undefined}
      draggable={rule !== null}
      {...dragging(row, index)}
      onClick={() => openRule(id)}
      className={cx(
        'grid min-h-[48px] items-center gap-x-3 border-b border-line border-l-2 pr-4 pl-2 select-none',
        tracks(narrow),
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
        open && !current && 'bg-canvas',
      )}
    >
      <span role="gridcell" className="flex items-center gap-1 text-ink-3 tabular-nums" title={r.list.dragHint}>
        <GripVertical size={13} aria-hidden className={cx('shrink-0', rule === null && 'invisible')} />
        {index + 1}
      </span>
      <span role="gridcell" className="flex min-w-0">
        <Name row={row} directory={directory} />
      </span>
      <span role="gridcell">
        <Switch
          tabIndex={-1}
          label={r.list.switchOf(shown.name)}
          on={shown.active}
          onChange={() => void toggleActive(id)}
        />
      </span>
      <span
        role="gridcell"
        className="text-right tabular-nums"
        title={runs === 0 ? undefined : savedWords(minutesSaved, runs)}
      >
        {runs === 0 ? <span className="text-ink-3">0</span> : number(runs)}
      </span>
      <span role="gridcell" className={cx('text-right text-small text-ink-2 tabular-nums', wide)}>
        {runs > 0 && duration(minutesSaved)}
      </span>
      <span
        role="gridcell"
        className={cx('truncate text-right text-small text-ink-2 tabular-nums', wide)}
        title={lastRunAt === null ? undefined : exact(lastRunAt, zone)}
      >
        {lastRunAt === null ? r.list.never : moment(lastRunAt, zone, deskTime())}
      </span>
    </div>
  );
}

function Head({ narrow }: { readonly narrow: boolean }) {
  const wide = wideOnly(narrow);
  return (
    <div
      role="row"
      className={cx(
        'sticky top-0 z-10 grid h-[28px] items-center gap-x-3 border-b border-line bg-canvas pr-4 pl-[10px] text-small text-ink-2',
        tracks(narrow),
      )}
    >
      <span role="columnheader">{r.list.order}</span>
      <span role="columnheader">{r.list.name}</span>
      <span role="columnheader">{r.list.active}</span>
      <span role="columnheader" className="text-right">
        {r.list.runs}
      </span>
      <span role="columnheader" className={cx('text-right', wide)}>
        {r.list.saved}
      </span>
      <span role="columnheader" className={cx('text-right', wide)}>
        {r.list.last}
      </span>
    </div>
  );
}

type ListProps = { readonly kind: RuleKind; readonly rows: readonly RuleRow[]; readonly narrow: boolean };

/** The rules of a kind, top to bottom as they run. The focus is on the list; the line the keys are on is marked. */
export function RuleList({ kind, rows, narrow }: ListProps) {
  const cursor = useRules((state) => state.cursor);
  const openId = useRules((state) => state.openId);
  const directory = useNames();
  const zone = useZone();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === cursor),
  );
  const current = rows[at]?.id ?? null;
  useEffect(() => {
    if (current !== null && current !== useRules.getState().cursor) setRules({ cursor: current });
  }, [current]);
  useEffect(() => {
    if (current !== null) document.getElementById(lineId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current, at]);
  // The list takes the keys where nothing else has them.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, [kind]);
  return (
    <div
      ref={list}
      role="grid"
      data-rule-list
      tabIndex={0}
      aria-label={r.list.label(r.kinds[kind])}
      aria-activedescendant={current === null ? undefined : lineId(current)}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <Head narrow={narrow} />
      {rows.map((row, index) => (
        <Line
          key={row.id}
          row={row}
          index={index}
          current={row.id === current}
          open={row.id === openId}
          narrow={narrow}
          directory={directory}
          zone={zone}
        />
      ))}
    </div>
  );
}
