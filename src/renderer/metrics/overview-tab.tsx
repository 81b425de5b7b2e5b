import { ChartSpline, LayoutGrid } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Kpi, KpiName } from '../../contract/index.ts';
import { say } from '../app/toasts.tsx';
import { goTo } from '../app/window-store.ts';
import { NotRead } from '../ui/not-read.tsx';
import { useFirstFocus } from '../app/use-focus.ts';
import { mw } from '../strings/en-metrics.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Hints } from '../ui/hints.tsx';
import { moved, neighbour } from '../ui/order.ts';
import { AddFigure } from './add-figure.tsx';
import { spotBeside } from './spots.ts';
import { Detail } from './detail.tsx';
import { ask, askBehind, setMetrics, useMetrics } from './metrics-store.ts';
import { useTabActions } from './tab-actions.ts';
import { Tile } from './tile.tsx';
import { shownKpis, useFigures, useKpis, type Figures, type Looked, type Told } from './use-numbers.ts';

type Shown = { readonly kpi: Kpi; readonly told: Told };

const tileOf = (box: HTMLElement | null, name: KpiName): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-tile="${name}"]`) ?? null;

const spotsOf = (box: HTMLElement | null, shown: readonly Shown[]) =>
  shown.map(({ kpi }) => {
    const { left = 0, top = 0 } = tileOf(box, kpi.name)?.getBoundingClientRect() ?? {};
    return { left, top };
  });

/** Which figures are shown and in what order, changed by keys; what was told of others stays in its place. */
function useArranging(box: React.RefObject<HTMLElement | null>, shown: readonly Shown[], at: KpiName | undefined) {
  const tiles = useMetrics((state) => state.tiles);
  const refocus = useRef(false);
  useEffect(() => {
    if (!refocus.current || at === undefined) return;
    refocus.current = false;
    tileOf(box.current, at)?.focus();
    tileOf(box.current, at)?.scrollIntoView({ block: 'nearest' });
  }, [tiles, at, box]);
  const order = shown.map(({ kpi }) => kpi.name);
  const unseen = tiles.filter((name) => !order.includes(name));
  const move = (by: number): void => {
    if (at === undefined) return;
    refocus.current = true;
    setMetrics({ tiles: [...moved(order, at, by), ...unseen], at });
  };
  const moveRow = (way: 1 | -1): void => {
    const from = order.findIndex((name) => name === at);
    const to = spotBeside(spotsOf(box.current, shown), from, way);
    if (to !== null) move(to - from);
  };
  const hide = (): void => {
    const title = shown.find(({ kpi }) => kpi.name === at)?.kpi.title;
    if (at === undefined || title === undefined) return;
    refocus.current = true;
    setMetrics({ tiles: tiles.filter((name) => name !== at), at: neighbour(order, at) });
    say({
      title: mw.tile.hidden(title),
      action: { label: mw.tile.undo, run: () => setMetrics({ tiles, at }) },
    });
  };
  return { earlier: () => move(-1), later: () => move(1), above: () => moveRow(-1), below: () => moveRow(1), hide };
}

function Tiles({ shown, looked }: { readonly shown: readonly Shown[]; readonly looked: Looked }) {
  const held = useMetrics((state) => state.at);
  const box = useRef<HTMLUListElement>(null);
  const at = (shown.find(({ kpi }) => kpi.name === held) ?? shown[0])?.kpi.name;
  const arranging = useArranging(box, shown, at);
  useTabActions(
    at === undefined
      ? {}
      : {
          ...arranging,
          open: () => setMetrics({ opened: at, at }),
          behind: () => askBehind({ name: at }),
          ...(looked.leads && { target: () => ask({ what: 'target', name: at }) }),
        },
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const from = shown.findIndex(({ kpi }) => kpi.name === at);
    const across = { ArrowRight: 1, ArrowLeft: -1, Home: -shown.length, End: shown.length }[event.key];
    const way = ({ ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 } as const)[event.key];
    if ((across ?? way) === undefined) return;
    const to =
      across !== undefined
        ? Math.min(Math.max(from + across, 0), shown.length - 1)
        : spotBeside(spotsOf(box.current, shown), from, way ?? 1);
    const name = to === null ? undefined : shown[to]?.kpi.name;
    if (name !== undefined) tileOf(box.current, name)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul
      ref={box}
      aria-label={mw.tile.list}
      data-board
      onKeyDown={onKeyDown}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,272px),1fr))] gap-3"
    >
      {shown.map(({ kpi, told }) => (
        <li key={kpi.name}>
          <Tile
            kpi={kpi}
            told={told}
            looked={looked}
            current={kpi.name === at}
            onFocus={() => setMetrics({ at: kpi.name })}
            onOpen={() => setMetrics({ opened: kpi.name, at: kpi.name })}
          />
        </li>
      ))}
    </ul>
  );
}

const NoTickets = () => (
  <Empty
    title={mw.tile.emptyDesk}
    icon={<ChartSpline size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <Button data-first onClick={() => goTo('import')}>
        {mw.tile.import}
      </Button>
    }
  >
    {mw.tile.emptyDeskHow}
  </Empty>
);

const NoTiles = ({ kpis }: { readonly kpis: readonly Kpi[] }) => (
  <Empty
    title={mw.tile.empty}
    icon={<LayoutGrid size={28} strokeWidth={1.4} aria-hidden />}
    actions={<AddFigure kpis={kpis} />}
  >
    {mw.tile.emptyHow}
  </Empty>
);

/** Nothing came in, nothing was solved, nothing is open: there is nothing to tell. */
const isEmpty = ({ rows }: Figures): boolean =>
  rows.every(({ figures }) => figures.every(({ n, value }) => n === 0 && (value ?? 0) === 0));

/** Keys that do something with so many figures shown of all there are. */
const hints = (shown: number, all: number, leads: boolean): readonly (readonly [string, string])[] => [
  ...(shown === 0
    ? []
    : ([
        ['arrowleft / arrowright', mw.hints.move],
        ['enter', mw.hints.open],
        ['b', mw.hints.behind],
        ...(leads ? ([['t', mw.hints.target]] as const) : []),
        ['shift+arrowleft / shift+arrowright', mw.hints.arrange],
        ['x', mw.hints.hide],
      ] as const)),
  ...(shown < all ? ([['a', mw.hints.add]] as const) : []),
  ...(shown === 0 ? [] : ([['shift+w', mw.hints.wall]] as const)),
];

/** Figures on tiles, as they were arranged; one of them shown whole in their place. */
export function OverviewTab({ looked }: { readonly looked: Looked }) {
  const { tiles, opened } = useMetrics();
  const asked = useFigures(looked, null);
  const kpis = useKpis();
  const { data } = asked;
  const box = useRef<HTMLDivElement>(null);
  const shown = shownKpis(tiles, kpis, data?.rows[0], looked.input.within);
  const whole = shownKpis(opened === null ? [] : [opened], kpis, data?.rows[0], looked.input.within)[0];
  const nothing = data !== undefined && isEmpty(data);
  const stage =
    data === undefined || kpis.length === 0
      ? null
      : whole !== undefined
        ? 'whole'
        : nothing
          ? 'nothing'
          : `tiles ${shown.length > 0}`;
  useFirstFocus(box, stage);
  if (stage === null) return <NotRead asked={asked} words={mw.reading} />;
  if (whole !== undefined)
    return (
      <div ref={box} className="flex min-h-0 flex-1 flex-col">
        <Detail key={whole.kpi.name} {...whole} looked={looked} />
      </div>
    );
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        {nothing ? <NoTickets /> : shown.length > 0 ? <Tiles shown={shown} looked={looked} /> : <NoTiles kpis={kpis} />}
        {!nothing && shown.length > 0 && <AddFigure kpis={kpis} />}
      </div>
      {!nothing && <Hints yields hints={hints(shown.length, kpis.length, looked.leads)} />}
    </div>
  );
}
