import { replay } from '../../domain/sla/replay.ts';
import { recentAlerts } from './alerts.ts';
import type { Core } from './core.ts';
import { Fault } from '../../domain/fault.ts';
import { os } from './router-base.ts';
import { orderPolicies, removePolicy, savePolicy } from './sla-rules.ts';
import { deskPolicies, policyVersions } from './sla-reads.ts';

const soon = (): never => {
  throw new Fault('NOT_FOUND', 'Being built.');
};

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
    preview: os.sla.preview.handler(() => soon()),
    policyReplay: os.sla.policyReplay.handler(() => soon()),
    ledger: os.sla.ledger.handler(() => soon()),
    pauseAudit: os.sla.pauseAudit.handler(() => soon()),
    snooze: os.sla.snooze.handler(() => soon()),
  };
}
