import { replay } from '../../domain/sla/replay.ts';
import { recentAlerts } from './alerts.ts';
import type { Core } from './core.ts';
import { Fault } from '../../domain/fault.ts';
import { os } from './router-base.ts';

const soon = (): never => {
  throw new Fault('NOT_FOUND', 'Being built.');
};

/** Needs no desk. */
export const replayProcedure = os.sla.replay.handler(({ input }) => replay(input));

export function sla(core: Core) {
  return {
    replay: replayProcedure,
    alerts: os.sla.alerts.handler(({ input }) => ({ alerts: recentAlerts(core.db, input.limit) })),
    policies: os.sla.policies.handler(() => {
      const { policies, calendars } = core.sla.rules();
      return {
        policies: policies.map((policy) => ({
          ...policy,
          id: policy.id ?? 'default',
          name: policy.name ?? 'Default',
          version: 1,
          since: null,
        })),
        calendars: { ...calendars },
      };
    }),
    policySave: os.sla.policySave.handler(() => soon()),
    policyRemove: os.sla.policyRemove.handler(() => soon()),
    policyOrder: os.sla.policyOrder.handler(() => soon()),
    policyHistory: os.sla.policyHistory.handler(() => soon()),
    preview: os.sla.preview.handler(() => soon()),
    policyReplay: os.sla.policyReplay.handler(() => soon()),
    ledger: os.sla.ledger.handler(() => soon()),
    pauseAudit: os.sla.pauseAudit.handler(() => soon()),
    snooze: os.sla.snooze.handler(() => soon()),
  };
}
