import type { InstantIn, SlaDraft } from '../../contract/index.ts';
import { toInstant } from '../../domain/calendar/instant.ts';
import { checkedDraft, draftTimeline } from '../../domain/sla/draft.ts';
import { Fault } from '../../domain/fault.ts';
import type { SlaTimeline } from '../../domain/sla/timeline.ts';
import type { Core } from './core.ts';

const dayMs = 86_400_000;

/** What a draft would do to open tickets if it were saved now. Changes nothing. SPEC SLA-46. */
export function preview(core: Core, { draft, limit }: { readonly draft: SlaDraft; readonly limit: number }) {
  const now = core.ports.now();
  const before = core.sla.timeline();
  const after = draftTimeline(before, checkedDraft(core.sla.rules(), draft, now), now);
  return core.pool.run<'preview'>({ kind: 'preview', query: { before, after, now, limit } });
}

/** Keeps what was removed: no event names what is not known. */
const alwaysSo = (core: Core, draft: SlaDraft, now: number): SlaTimeline => {
  const timeline = core.sla.timeline();
  const checked = checkedDraft(core.sla.rules(), draft, now);
  return draftTimeline(timeline, checked, null);
};

/** The last days under the rules as they were, and as if a draft had always been. SPEC SLA-47. */
export async function policyReplay(
  core: Core,
  { draft, days, limit }: { readonly draft: SlaDraft; readonly days: number; readonly limit: number },
) {
  const to = core.ports.now();
  const from = Math.max(0, to - days * dayMs);
  const query = { before: core.sla.timeline(), after: alwaysSo(core, draft, to), from, to, limit };
  return { from, to, ...(await core.pool.run<'policyReplay'>({ kind: 'policyReplay', query })) };
}

type AuditIn = { readonly from?: InstantIn | undefined; readonly to?: InstantIn | undefined; readonly limit: number };

/** Clocks that stood paused while the customer had written; the last 30 days unless told otherwise. SPEC SLA-48. */
export async function pauseAudit(core: Core, input: AuditIn) {
  const now = core.ports.now();
  const to = input.to === undefined ? now : toInstant(input.to);
  const from = input.from === undefined ? Math.max(0, to - 30 * dayMs) : toInstant(input.from);
  if (from > to)
    throw new Fault('INVALID', 'The audit ends before it begins. Give an earlier start.', { field: 'from' });
  const query = { timeline: core.sla.timeline(), from, to, now, limit: input.limit };
  return { from, to, ...(await core.pool.run<'pauseAudit'>({ kind: 'pauseAudit', query })) };
}
