import { createRouterClient } from '@orpc/server';
import { app } from 'electron';
import type { Alert, Live } from '../../contract/index.ts';
import { nodePorts } from '../desk/node-ports.ts';
import { openDesk, type DeskPorts, type OpenDesk } from '../desk/open-desk.ts';

/** The one desk that is open. Another is opened before this one is let go of, so a refusal loses nothing. */
export type DeskHolder = {
  current(): OpenDesk | null;
  /** @throws Fault when the file cannot be opened; what was open stays open. */
  open(file: string): Promise<OpenDesk>;
  close(): Promise<void>;
};

export function createDeskHolder(onLive: (live: Live) => void): DeskHolder {
  let held: { readonly desk: OpenDesk; readonly stop: () => void } | null = null;

  const close = async (): Promise<void> => {
    const last = held;
    held = null;
    last?.stop();
    await last?.desk.close();
  };
  return {
    current: () => held?.desk ?? null,
    async open(file) {
      // The same file again would find itself locked.
      if (held?.desk.file === file) return held.desk;
      const startedAt = Date.now();
      const desk = await openDesk(file, systemPorts());
      await close();
      held = { desk, stop: desk.onLive(onLive) };
      const missed = await alertsSince(desk, startedAt);
      if (missed.length > 0) onLive({ type: 'alerts', alerts: missed });
      return desk;
    },
    close,
  };
}

/** What the desk found overdue while it was being opened, when nobody could listen yet. SPEC SLA-30. */
async function alertsSince(desk: OpenDesk, at: number): Promise<Alert[]> {
  const client = createRouterClient(desk.router, { context: desk.session({ trusted: true }) });
  const { alerts } = await client.sla.alerts({ limit: 500 });
  return alerts.filter((alert) => alert.firedAt >= at);
}

/** A test runtime brings its own SQLite build, unpackaged only (ADR 0004). */
const systemPorts = (): DeskPorts => ({
  ...nodePorts(app.isPackaged ? undefined : process.env['SQLITE_NATIVE_BINDING']),
  makesReports: true,
});
