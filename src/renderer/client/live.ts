import type { Alert, Change, EscalatedByItself, Live } from '../../contract/index.ts';
import { client, orpc, queryClient } from './client.ts';
import { touchedBy, type Touched } from './touched.ts';

export type LiveNews = {
  readonly onAlerts: (alerts: readonly Alert[]) => void;
  readonly onEscalated: (escalations: readonly EscalatedByItself[]) => void;
  readonly onWoke: (awayMs: number, alerts: number) => void;
};

const gatherMs = 120;
/** A ticket solved or renamed shows on the escalation board, too. */
const escalating: ReadonlySet<Change['domain']> = new Set(['escalation', 'tickets', 'people', 'desk']);
let gathered: Change[] = [];
let gathering: number | undefined;

const refetch = (queryKey: readonly unknown[]): void => {
  void queryClient.invalidateQueries({ queryKey });
};

function refetchTickets(tickets: 'all' | ReadonlySet<string>): void {
  refetch(orpc.sla.ledger.key());
  if (tickets === 'all') refetch(orpc.tickets.get.key());
  else for (const id of tickets) refetch(orpc.tickets.get.key({ input: { id } }));
}

/** What is one kind of query, by what makes it stale. */
const wholes = [
  ['views', orpc.tickets.views.key()],
  ['people', orpc.people.key()],
  ['queues', orpc.directory.key()],
  ['customers', orpc.customers.key()],
  ['exchange', orpc.exchange.key()],
  ['automation', orpc.automation.key()],
  ['quality', orpc.quality.key()],
  ['coaching', orpc.coaching.key()],
  ['onboarding', orpc.onboarding.key()],
  ['training', orpc.training.key()],
  ['hiring', orpc.hiring.key()],
  ['metrics', orpc.metrics.key()],
  ['surveys', orpc.surveys.key()],
  ['ask', orpc.ask.saved.key()],
  ['reports', orpc.reports.list.key()],
  ['reports', orpc.reports.issues.key()],
  ['reports', orpc.reports.issue.key()],
  ['reports', orpc.reports.items.key()],
  ['reports', orpc.reports.preview.key()],
  ['info', orpc.desk.info.key()],
] as const satisfies readonly (readonly [keyof Touched, readonly unknown[]])[];

/** Marks what the changes touched as stale; what is on screen is read again, the rest when it is next looked at. */
export function applyChanges(changes: readonly Change[]): void {
  const touched = touchedBy(changes);
  refetch(orpc.desk.history.key());
  refetchTickets(touched.tickets);
  if (touched.boards) {
    refetch(orpc.tickets.window.key());
    refetch(orpc.tickets.counts.key());
    refetch(orpc.tickets.search.key());
    refetch(orpc.tickets.relations.key());
    refetch(orpc.tickets.callbacks.key());
    refetch(orpc.tickets.dispatches.key());
    refetch(orpc.desk.summary.key());
    // What a report says now is read when it is asked for, not with every ticket.
    refetch(orpc.reports.standUp.key());
    refetch(orpc.reports.reconciliation.key());
    refetch(orpc.reports.day.key());
  }
  if (changes.some(({ domain }) => escalating.has(domain))) refetch(orpc.escalation.key());
  for (const [part, queryKey] of wholes) if (touched[part]) refetch(queryKey);
  if (touched.intake) {
    refetch(orpc.tickets.matrix.key());
    refetch(orpc.tickets.triageCompliance.key());
    refetch(orpc.tickets.duplicates.key());
    refetch(orpc.tickets.attachments.key());
  }
  if (touched.rules) {
    refetch(orpc.calendar.list.key());
    refetch(orpc.sla.policies.key());
    refetch(orpc.sla.policyHistory.key());
    refetch(orpc.sla.preview.key());
  }
  if (touched.roster) {
    refetch(orpc.roster.key());
    refetch(orpc.staffing.key());
  }
}

/** A burst of commits (an import, a breach of many clocks) becomes one refetch. */
function gather(changes: readonly Change[]): void {
  gathered.push(...changes);
  gathering ??= window.setTimeout(() => {
    const all = gathered;
    gathered = [];
    gathering = undefined;
    applyChanges(all);
  }, gatherMs);
}

function take(event: Live, news: LiveNews): void {
  if (event.type === 'changed') gather(event.changes);
  else if (event.type === 'alerts') news.onAlerts(event.alerts);
  else if (event.type === 'escalated') news.onEscalated(event.escalations);
  else if (event.type === 'woke') news.onWoke(event.awayMs, event.alerts);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));

/** Follows the desk until stopped, through lost connections. What was missed meanwhile is made good by reading all again. */
export function followDesk(news: LiveNews): () => void {
  const stop = new AbortController();
  const follow = async (): Promise<void> => {
    for (let first = true; !stop.signal.aborted; first = false) {
      try {
        const events = await client.desk.live(undefined, { signal: stop.signal });
        if (!first) void queryClient.invalidateQueries();
        for await (const event of events) take(event, news);
      } catch {
        // The carrier reconnects by itself; the next turn waits for it.
      }
      await pause(300);
    }
  };
  void follow();
  return () => {
    stop.abort();
  };
}
