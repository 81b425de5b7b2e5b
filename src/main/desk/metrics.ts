import { compare } from '../../domain/metrics/compare.ts';
import type { Core } from './core.ts';
import { behind } from './metrics/behind.ts';
import { readCost, saveCost } from './metrics/cost.ts';
import { figures } from './metrics/figures.ts';
import { ageing, heat } from './metrics/heat.ts';
import type { FigureKeeper } from './metrics/keeper.ts';
import { distribution, series } from './metrics/lines.ts';
import { kpisOf, saveTarget } from './metrics/targets.ts';
import { isFor, leads } from './metrics/viewer.ts';
import { os } from './router-base.ts';

/** Needs no desk. */
export const metricsRules = () => ({
  compare: os.metrics.compare.handler(({ input }) => compare(input)),
});

export const metrics = (core: Core, keeper: FigureKeeper) => ({
  ...metricsRules(),
  kpis: os.metrics.kpis.handler(() => ({
    // What people cost is for whoever leads, its target as well.
    kpis: kpisOf(core).filter(({ name }) => isFor(core, name)),
    cost: leads(core) ? readCost(core) : null,
  })),
  targetSave: os.metrics.targetSave.handler(({ input }) => saveTarget(core, input)),
  costSave: os.metrics.costSave.handler(({ input }) => saveCost(core, input)),
  figures: os.metrics.figures.handler(({ input }) => figures(core, keeper, input)),
  series: os.metrics.series.handler(({ input }) => series(core, keeper, input)),
  distribution: os.metrics.distribution.handler(({ input }) => distribution(core, keeper, input)),
  heat: os.metrics.heat.handler(({ input }) => heat(core, keeper, input)),
  ageing: os.metrics.ageing.handler(() => ageing(core)),
  behind: os.metrics.behind.handler(({ input }) => behind(core, keeper, input)),
});
