import { contextBridge, ipcRenderer } from 'electron';

/**
 * All that a window gets from the process beside it. It decides nothing: it passes on one MessagePort, and one kind of
 * wish ("show this ticket") as the address the window would have gone to itself.
 */
const bridge = {
  /** Asks for a port to the desk; it arrives as a `foredesk:port` message of the window with the port attached. */
  connect: (): void => ipcRenderer.send('foredesk:connect'),
  platform: process.platform,
};
export type ForedeskBridge = typeof bridge;

ipcRenderer.on('foredesk:port', (event) => {
  window.postMessage('foredesk:port', window.location.origin, [...event.ports]);
});

ipcRenderer.on('foredesk:show-ticket', (_event, id: unknown) => {
  if (typeof id === 'string' && /^[\da-f-]{36}$/i.test(id)) window.location.hash = `#/ticket/${id}`;
});

contextBridge.exposeInMainWorld('foredesk', bridge);
