import type { Alert, EscalatedByItself } from '../../contract/index.ts';

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

/** `1 h`, `45 min`, `2 h 30 min`. */
function left(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

function whatOf({ kind, markMinutes }: Alert): string {
  if (kind === 'breached') return 'is late';
  return kind === 'ladder' && markMinutes !== null ? `is due in ${left(markMinutes)}` : 'is at risk';
}

function single(alert: Alert): Notice {
  return {
    title: `#${alert.number} ${metricName[alert.metric].toLowerCase()} ${whatOf(alert)}`,
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

/** Of P1s that went up by themselves: each of a few, more than three as one count. SPEC ESC-10. */
export function escalationNotices(escalations: readonly EscalatedByItself[]): readonly Notice[] {
  if (escalations.length > mostAtOnce) {
    const title = `${escalations.length} P1 tickets went up a level by themselves`;
    return [{ title, body: 'Open Foredesk to see which.', ticketId: null }];
  }
  return escalations.map(({ ticketId, number, subject, level, owner, minutes }) => ({
    title: `#${number} went to level ${level} by itself`,
    body: `${subject}\nP1 and not solved for ${left(minutes)}; ${owner === null ? 'nobody has it yet' : `now with ${owner}`}.`,
    ticketId,
  }));
}
