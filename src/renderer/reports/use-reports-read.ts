import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Report, ReportIssueRow, ReportKey } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useViewer } from '../people/viewer.ts';

const noReports: readonly Report[] = [];
const pageRows = 100;

export const useReportsAsked = () => {
  const { leads } = useViewer();
  return useQuery(orpc.reports.list.queryOptions({ enabled: leads }));
};

export const useReportList = (): readonly Report[] => useReportsAsked().data?.reports ?? noReports;

/** Issues, the latest first, of one report or of all; read in pages. */
export const useIssues = (only: ReportKey | null) =>
  useInfiniteQuery(
    orpc.reports.issues.infiniteOptions({
      input: (before: number | undefined) => ({
        limit: pageRows,
        ...(before !== undefined && { before }),
        ...(only !== null && { key: only }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: ({ issues }) => (issues.length < pageRows ? undefined : issues.at(-1)?.madeAt),
    }),
  );

/** All rows of the pages that are read, none twice. */
export function rowsOf(pages: readonly { readonly issues: readonly ReportIssueRow[] }[]): readonly ReportIssueRow[] {
  return [...new Map(pages.flatMap(({ issues }) => issues).map((row) => [row.id, row])).values()];
}

export const issueOptions = (issueId: string) => orpc.reports.issue.queryOptions({ input: { issueId } });
