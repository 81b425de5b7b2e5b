import { Dialog } from '@base-ui/react/dialog';
import { useRef, useSyncExternalStore } from 'react';
import { mw } from '../strings/en-metrics.ts';
import { Kbd } from '../ui/kbd.tsx';
import { TargetMark, VerdictMark } from './figure-marks.tsx';
import { SmallLine } from './line-chart.tsx';
import { setMetrics, useMetrics } from './metrics-store.ts';
import { Fresh } from './range-bar.tsx';
import { tileWords } from './tile-words.ts';
import { shownKpis, useFigures, useKpis, useSeries, type Looked } from './use-numbers.ts';
import { wallGrid } from './wall-grid.ts';

type Shown = ReturnType<typeof shownKpis>[number];

type WallTileProps = Shown & { readonly looked: Looked; readonly unit: number; readonly line: number };

function WallTile({ kpi, told, looked, unit, line }: WallTileProps) {
  const against = useMetrics((state) => state.against);
  const { data: series } = useSeries(looked, kpi.name);
  const words = tileWords(kpi, told, against, looked.range.days);
  const px = (of: number): { fontSize: number; lineHeight: number } => ({ fontSize: of * unit, lineHeight: 1.25 });
  return (
    <li
      className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface"
      style={{ padding: unit * 0.6 }}
    >
      <span className="shrink-0 truncate font-semibold text-ink-2" style={px(1.25)} title={kpi.title}>
        {kpi.title}
      </span>
      <span className="shrink-0 truncate font-bold tabular-nums" style={px(3.4)}>
        {words.value}
      </span>
      <span className="shrink-0" style={px(1.1)}>
        <TargetMark told={told} />
      </span>
      <span className="line-clamp-2 shrink-0" style={px(1)}>
        <VerdictMark kpi={kpi} told={told} says={words.says} />
      </span>
      <span className="mt-auto block w-full">
        {series !== undefined && <SmallLine kpi={kpi} series={series} height={line} scale={unit / 12} />}
      </span>
    </li>
  );
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
};
const sizeOf = (): string => `${window.innerWidth} ${window.innerHeight}`;

function Wall({ looked }: { readonly looked: Looked }) {
  const tiles = useMetrics((state) => state.tiles);
  const { data } = useFigures(looked, null);
  const shown = shownKpis(tiles, useKpis(), data?.rows[0], looked.input.within);
  const [width = 0, height = 0] = useSyncExternalStore(subscribe, sizeOf).split(' ').map(Number);
  const { columns, rows, unit, line, tile } = wallGrid(shown.length, width, height);
  return (
    <>
      <ul
        aria-label={mw.tile.list}
        tabIndex={tile === null ? undefined : 0}
        className="grid min-h-0 flex-1 overflow-y-auto"
        style={{
          gap: unit * 0.5,
          padding: unit * 0.5,
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${rows}, ${tile === null ? 'minmax(0, 1fr)' : `${tile}px`})`,
        }}
      >
        {shown.map((each) => (
          <WallTile key={each.kpi.name} {...each} looked={looked} unit={unit} line={line} />
        ))}
      </ul>
      <p
        className="flex flex-wrap items-center gap-x-4 text-ink-2 tabular-nums"
        style={{ fontSize: Math.max(11, unit * 0.9), lineHeight: 1.3, padding: `0 ${unit * 0.6}px ${unit * 0.4}px` }}
      >
        <span>{looked.place}</span>
        <span>{looked.words}</span>
        <Fresh looked={looked} />
        <span className="flex-1" />
        <span className="inline-flex items-center gap-1">
          <Kbd keys="escape" /> {mw.wall.leave}
        </span>
        <span>{mw.wall.hint}</span>
      </p>
    </>
  );
}

/** The tiles alone, over the whole window, as large as it lets them be: for a second monitor. Nothing in it moves by itself. SPEC KPI-55. */
export function Wallboard({ looked }: { readonly looked: Looked }) {
  const open = useMetrics((state) => state.wall);
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(wall) => setMetrics({ wall })}>
      <Dialog.Portal>
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          data-wall
          className="fixed inset-0 z-40 flex flex-col bg-canvas outline-none"
        >
          <Dialog.Title className="sr-only">{mw.wall.title}</Dialog.Title>
          <Wall looked={looked} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
