import type { KpiDimension, KpiName, Narrow } from '../../../contract/index.ts';
import { isLead } from '../../../domain/people/viewer.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { viewerOf } from '../viewer.ts';

export const leads = (core: Core): boolean => isLead(viewerOf(core));

/** What people cost is for whoever leads them. SPEC KPI-18. */
export const isFor = (core: Core, name: KpiName): boolean => name !== 'costPerContact' || leads(core);

type Asked = { readonly within?: Narrow | null; readonly by?: KpiDimension | null };

/** Who leads asks for anything; an agent for their own figures, and for nobody's beside them. SPEC KPI-7. */
export function mustAskFor(core: Core, { within = null, by = null }: Asked): void {
  const viewer = viewerOf(core);
  if (isLead(viewer)) return;
  const isOwn = within?.by === 'agent' && within.key === viewer.id && by !== 'agent' && by !== 'team';
  if (!isOwn)
    throw new Fault('FORBIDDEN', 'Figures of others are for whoever leads them. You see your own.', {
      field: 'within',
    });
}
