import type { Alert } from '../../contract/index.ts';

/** One native notification: a ticket, or (`ticketId` null) many at once. */
export type Notice = { readonly title: string; readonly body: string; readonly ticketId: string | null };

const mostAtOnce = 3;

const metricName: Readonly<Record<Alert['metric'], string>> = {
  firstResponse: 'First response',
  nextResponse: 'Next response',
  periodicUpdate: 'Periodic update',
  resolution: 'Resolution',
};

/** Few alerts are told one by one, breaches first; more than three (after a night asleep, say) as one count. */
export function noticesFor(alerts: readonly Alert[]): readonly Notice[] {
  if (alerts.length > mostAtOnce) return [together(alerts)];
  return [...alerts].sort((a, b) => rank(a) - rank(b)).map(single);
}

const rank = (alert: Alert): number => (alert.kind === 'breached' ? 0 : 1);

function single(alert: Alert): Notice {
  const what = alert.kind === 'breached' ? 'is late' : 'is at risk';
  return {
    title: `#${alert.number} ${metricName[alert.metric].toLowerCase()} ${what}`,
    body: alert.late ? `${alert.subject}\nThis happened while Foredesk was closed or asleep.` : alert.subject,
    ticketId: alert.ticketId,
  };
}

function together(alerts: readonly Alert[]): Notice {
  const breached = alerts.filter((alert) => alert.kind === 'breached').length;
  const atRisk = alerts.length - breached;
  const parts = [breached > 0 ? `${breached} late` : '', atRisk > 0 ? `${atRisk} at risk` : ''];
  return {
    title: `${alerts.length} clocks need attention`,
    body: `${parts.filter(Boolean).join(', ')}. Open Foredesk to see which.`,
    ticketId: null,
  };
}
