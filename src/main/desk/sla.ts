import { replay } from '../../domain/sla/replay.ts';
import { recentAlerts } from './alerts.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

/** Needs no desk. */
export const replayProcedure = os.sla.replay.handler(({ input }) => replay(input));

export function sla(core: Core) {
  return {
    replay: replayProcedure,
    alerts: os.sla.alerts.handler(({ input }) => ({ alerts: recentAlerts(core.db, input.limit) })),
    policies: os.sla.policies.handler(() => {
      const { policies, calendars } = core.sla.rules();
      return { policies: [...policies], calendars: { ...calendars } };
    }),
  };
}
