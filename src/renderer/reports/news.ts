import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReportIssueRow } from '../../contract/index.ts';
import { say } from '../app/toasts.tsx';
import { orpc } from '../client/client.ts';
import { useViewer } from '../people/viewer.ts';
import { rw } from '../strings/en-reports-issues.ts';
import { openIssue } from './reports-store.ts';

/** Issues that came by themselves since the last look; the first look knows of none before it. SPEC REP-53. */
export const newIssues = (
  known: ReadonlySet<string> | null,
  issues: readonly ReportIssueRow[],
): readonly ReportIssueRow[] =>
  known === null ? [] : issues.filter(({ id, dueAt }) => dueAt !== null && !known.has(id));

const looked = 20;

/** Says that an issue was made by itself, wherever one is in the window. */
export function useIssueNews(): void {
  const { leads } = useViewer();
  const { data } = useQuery(orpc.reports.issues.queryOptions({ input: { limit: looked }, enabled: leads }));
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    for (const { id, title } of newIssues(known.current, data.issues))
      say({ title: rw.news.made(title), action: { label: rw.news.open, run: () => openIssue(id) } });
    // One that is taken away and comes back by undo is no news.
    known.current = new Set([...(known.current ?? []), ...data.issues.map(({ id }) => id)]);
  }, [data]);
}
