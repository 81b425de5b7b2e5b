import { Notification } from 'electron';
import type { Live } from '../../contract/index.ts';
import { escalationNotices, noticesFor, type Notice } from './notices.ts';

/**
 * Native notifications for SLA alerts (SPEC SLA-30) and P1s that went up by themselves (SPEC ESC-10). `show` is called with the ticket when one is clicked, with null for
 * one that stands for many.
 */
export function notify(live: Live, show: (ticketId: string | null) => void): void {
  const notices = noticesOf(live);
  if (notices.length === 0 || !Notification.isSupported()) return;
  for (const notice of notices) raise(notice, show);
}

function noticesOf(live: Live): readonly Notice[] {
  if (live.type === 'alerts') return noticesFor(live.alerts);
  return live.type === 'escalated' ? escalationNotices(live.escalations) : [];
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
