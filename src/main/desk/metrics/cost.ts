import { z } from 'zod';
import type { Done, HourCost } from '../../../contract/index.ts';
import { centsOf } from '../../../domain/training/money.ts';
import type { Core } from '../core.ts';
import { readMeta, saveMeta } from '../meta.ts';
import { mustLead } from '../viewer.ts';

const key = 'agentHourCost';
const keptSchema = z.object({ amount: z.number(), currency: z.string() }).nullable();

/** What an hour of an agent costs; null: nobody said. */
export const readCost = (core: Core): HourCost | null => keptSchema.parse(readMeta(core.db, key) ?? null);

/** Another currency names the sums anew; it does not change them. SPEC KPI-18. */
export function saveCost(core: Core, { cost }: { readonly cost: HourCost | null }): Done {
  mustLead(core);
  const label = cost === null ? 'Cost of an hour taken away' : 'Cost of an hour of an agent';
  const next = cost === null ? null : { ...cost, amount: centsOf(cost.amount) / 100 };
  const { changeSet } = saveMeta(core, { name: 'metrics.costSave', label }, key, next);
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}
