import { z } from 'zod';
import type { Done, Kpi, KpiName } from '../../../contract/index.ts';
import { kpiOf, kpis } from '../../../domain/metrics/kpis.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { readMeta, saveMeta } from '../meta.ts';
import { mustLead } from '../viewer.ts';

const key = 'kpiTargets';
const targetsSchema = z.record(z.string(), z.number().nullable());

const readTargets = (core: Core): Readonly<Record<string, number | null>> =>
  targetsSchema.parse(readMeta(core.db, key) ?? {});

/** Every figure as it is defined, with the targets of this desk. */
export function kpisOf(core: Core): Kpi[] {
  const own = readTargets(core);
  return kpis.map((kpi) => ({ ...kpi, target: own[kpi.name] === undefined ? kpi.target : (own[kpi.name] ?? null) }));
}

export function saveTarget(core: Core, input: { readonly name: KpiName; readonly target: number | null }): Done {
  mustLead(core);
  const { kind, title } = kpiOf(input.name);
  if (kind === 'share' && input.target !== null && input.target > 1)
    throw new Fault('INVALID', 'A target of a share is from 0 to 1: 0.85 is 85 %.', { field: 'target' });
  const label = `Target of ${title}${input.target === null ? ' taken away' : ''}`;
  const next = { ...readTargets(core), [input.name]: input.target };
  const { changeSet } = saveMeta(core, { name: 'metrics.targetSave', label }, key, next);
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}
