import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type IpcMainEvent, type MessagePortMain, type WebContents } from 'electron';
import type { OpenDesk } from '../desk/open-desk.ts';
import { isOurs } from './hardening.ts';

/** The MessagePort carrier: gives one window, and nobody else, ports to the desk. */
export type Carrier = {
  /** Hangs up on everything that talks to the desk before, and serves this one from now on. */
  serve(desk: OpenDesk): void;
  hangUp(): void;
};

export function createCarrier(window: () => WebContents | null): Carrier {
  const ports = new Set<MessagePortMain>();
  let serving: { readonly desk: OpenDesk; readonly handler: RPCHandler<Context> } | null = null;

  ipcMain.on('foredesk:connect', (event) => {
    if (!serving || !isTrusted(event, window())) return;
    const { port1, port2 } = new MessageChannelMain();
    ports.add(port1);
    port1.on('close', () => ports.delete(port1));
    serving.handler.upgrade(port1, { context: serving.desk.session({ trusted: false }) });
    port1.start();
    event.sender.postMessage('foredesk:port', null, [port2]);
  });

  const hangUp = (): void => {
    for (const port of ports) port.close();
    ports.clear();
    serving = null;
  };
  return {
    serve(desk) {
      hangUp();
      serving = { desk, handler: new RPCHandler(desk.router) };
    },
    hangUp,
  };
}

type Context = ReturnType<OpenDesk['session']>;

/** Only the main frame of our own window, showing our own page. */
function isTrusted(event: IpcMainEvent, ours: WebContents | null): boolean {
  const frame = event.senderFrame;
  return frame !== null && event.sender === ours && frame === ours.mainFrame && isOurs(frame.url);
}
