import { replay } from '../../domain/sla/replay.ts';
import { recentAlerts } from './alerts.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';
import { orderPolicies, removePolicy, savePolicy } from './sla-rules.ts';
import { deskPolicies, ledger, policyVersions } from './sla-reads.ts';
import { pauseAudit, policyReplay, preview } from './sla-what-if.ts';
import { snooze } from './snooze.ts';

/** Needs no desk. */
export const replayProcedure = os.sla.replay.handler(({ input }) => replay(input));

export function sla(core: Core) {
  return {
    replay: replayProcedure,
    alerts: os.sla.alerts.handler(({ input }) => ({ alerts: recentAlerts(core.db, input.limit) })),
    policies: os.sla.policies.handler(() => deskPolicies(core)),
    policySave: os.sla.policySave.handler(({ input }) => savePolicy(core, input)),
    policyRemove: os.sla.policyRemove.handler(({ input }) => removePolicy(core, input.id)),
    policyOrder: os.sla.policyOrder.handler(({ input }) => orderPolicies(core, input.ids)),
    policyHistory: os.sla.policyHistory.handler(({ input }) => ({ versions: policyVersions(core, input.id) })),
    preview: os.sla.preview.handler(({ input }) => preview(core, input)),
    policyReplay: os.sla.policyReplay.handler(({ input }) => policyReplay(core, input)),
    ledger: os.sla.ledger.handler(({ input }) => ledger(core, input)),
    pauseAudit: os.sla.pauseAudit.handler(({ input }) => pauseAudit(core, input)),
    snooze: os.sla.snooze.handler(({ input }) => snooze(core, input)),
  };
}
