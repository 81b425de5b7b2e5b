import { Notification } from 'electron';
import type { Alert } from '../../contract/index.ts';
import { noticesFor, type Notice } from './notices.ts';

/**
 * Native notifications for SLA alerts (SPEC SLA-30). `show` is called with the ticket when one is clicked, with null for
 * one that stands for many.
 */
export function notify(alerts: readonly Alert[], show: (ticketId: string | null) => void): void {
  if (!Notification.isSupported()) return;
  for (const notice of noticesFor(alerts)) raise(notice, show);
}

/** Electron lets go of a notification nobody holds, and its click with it. */
const held = new Set<Notification>();

function raise(notice: Notice, show: (ticketId: string | null) => void): void {
  const notification = new Notification({ title: notice.title, body: notice.body });
  held.add(notification);
  const letGo = (): void => void held.delete(notification);
  notification.on('click', () => {
    letGo();
    show(notice.ticketId);
  });
  notification.on('close', letGo);
  notification.on('failed', letGo);
  notification.show();
}
