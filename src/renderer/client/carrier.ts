import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { create } from 'zustand';
import { shell, type Shell } from './shell.ts';

export type Link = ClientLink<ClientContext>;

/** `lost`: it was there and is being made again. `refused`: the desk answers, but does not know this window any more. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused';

type Connection = { readonly state: ConnectionState; readonly attempt: number };
export const useConnection = create<Connection>(() => ({ state: 'connecting', attempt: 0 }));

function portLink(bridge: Shell): Promise<Link> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'foredesk:port' || port === undefined) return;
      window.removeEventListener('message', take);
      port.start();
      useConnection.setState({ state: 'open' });
      resolve(new PortLink({ port }));
    };
    window.addEventListener('message', take);
    bridge.connect();
  });
}

/** A socket that is refused looks like one that finds nobody; a page that is refused says so. */
async function isRefused(): Promise<boolean> {
  try {
    return (await fetch('/', { method: 'HEAD', cache: 'no-store' })).status === 403;
  } catch {
    return false;
  }
}

async function noteLoss(): Promise<void> {
  const { state, attempt } = useConnection.getState();
  useConnection.setState({ state: state === 'open' ? 'lost' : state, attempt: attempt + 1 });
  const refused = await isRefused();
  const now = useConnection.getState().state;
  if (now === 'open') return;
  if (refused) useConnection.setState({ state: 'refused' });
  else if (now === 'refused') useConnection.setState({ state: 'lost' });
}

const firstRetryMs = 400;
const lastRetryMs = 5000;

/** Opens the socket, and opens it again whenever it closes; the promise held by `current` waits for the next one. */
function socketLinks(url: string): () => Promise<Link> {
  let current: Promise<Link>;
  let delay = firstRetryMs;
  const open = (): void => {
    current = new Promise((resolve) => {
      const socket = new WebSocket(url);
      // The link listens before anything can arrive.
      const link = new SocketLink({ websocket: socket });
      socket.addEventListener('open', () => {
        delay = firstRetryMs;
        useConnection.setState({ state: 'open', attempt: 0 });
        resolve(link);
      });
      socket.addEventListener('close', () => {
        void noteLoss();
        // Who waits for this link waits for the next one instead.
        window.setTimeout(() => {
          open();
          void current.then(resolve);
        }, delay);
        delay = Math.min(delay * 2, lastRetryMs);
      });
    });
  };
  open();
  return () => current;
}

/** The way to the desk: the MessagePort of the Electron shell where there is one, else a WebSocket to where the page came from. */
export function openCarrier(): () => Promise<Link> {
  const bridge = shell();
  if (bridge !== undefined) {
    const link = portLink(bridge);
    return () => link;
  }
  return socketLinks(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
}
