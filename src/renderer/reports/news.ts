import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReportIssueRow } from '../../contract/index.ts';
import { say } from '../app/toasts.tsx';
import { orpc } from '../client/client.ts';
import { useViewer } from '../people/viewer.ts';
import { rw } from '../strings/en-reports-issues.ts';
import { openIssue } from './reports-store.ts';

type Known = {
  readonly ids: ReadonlySet<string>;
  /** When the latest of the first look was made: one that comes into sight because another goes is no news. */
  readonly began: number;
};

/** Issues that came by themselves since the last look; the first look knows of none before it. SPEC REP-53. */
export const newIssues = (known: Known | null, issues: readonly ReportIssueRow[]): readonly ReportIssueRow[] =>
  known === null
    ? []
    : issues.filter(({ id, dueAt, madeAt }) => dueAt !== null && madeAt >= known.began && !known.ids.has(id));

const looked = 20;

/** Says that an issue was made by itself, wherever one is in the window. */
export function useIssueNews(): void {
  const { leads } = useViewer();
  const { data } = useQuery(orpc.reports.issues.queryOptions({ input: { limit: looked }, enabled: leads }));
  const known = useRef<Known | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    for (const { id, title } of newIssues(known.current, data.issues))
      say({ title: rw.news.made(title), action: { label: rw.news.open, run: () => openIssue(id) } });
    // One that is taken away and comes back by undo is no news.
    known.current = {
      ids: new Set([...(known.current?.ids ?? []), ...data.issues.map(({ id }) => id)]),
      began: known.current?.began ?? Math.max(0, ...data.issues.map(({ madeAt }) => madeAt)),
    };
  }, [data]);
}
