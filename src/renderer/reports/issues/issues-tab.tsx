import { useEffect, useRef } from 'react';
import type { ReportIssueRow } from '../../../contract/index.ts';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Beside } from '../../ui/beside.tsx';
import { Hints } from '../../ui/hints.tsx';
import { placeAfter } from '../../ui/list-steps.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { setReports, useReports } from '../reports-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { usePlace } from '../use-place.ts';
import { rowsOf, useIssues } from '../use-reports-read.ts';
import { IssueList } from './issue-list.tsx';
import { IssueView } from './issue-view.tsx';
import { NothingYet } from './nothing-yet.tsx';

const h = rw.issues.hints;
const hints = [
  ['j / k', h.move],
  ['enter', h.read],
  ['m', h.make],
  ['s', h.save],
  ['l', h.mail],
  ['t', h.sent],
  ['c', h.comment],
  ['a', h.item],
  ['f', h.only],
  ['delete', h.remove],
] as const;

type Props = {
  readonly rows: readonly ReportIssueRow[];
  readonly reading: boolean;
  readonly onOlder: (() => void) | undefined;
};

/** Which of the rows is open. One that is not among them is on its way, or older than those that are read, or gone. */
function useOpened({ rows, reading, onOlder }: Props): string | undefined {
  const held = useReports((state) => state.issueId);
  const found = rows.findIndex(({ id }) => id === held);
  const at = usePlace(found, rows.length);
  const isOnItsWay = found === -1 && held !== null && (reading || onOlder !== undefined);
  const opened = isOnItsWay ? held : rows[at]?.id;
  useEffect(() => {
    if (isOnItsWay) {
      if (!reading) onOlder?.();
      return;
    }
    if (opened !== undefined && held !== opened) setReports({ issueId: opened });
  }, [held, isOnItsWay, onOlder, opened, reading]);
  return opened;
}

function Loaded(props: Props) {
  const { rows, onOlder } = props;
  const opened = useOpened(props);
  const step = (by: 1 | -1): void => {
    const from = rows.findIndex(({ id }) => id === opened);
    const next = rows[placeAfter(from, by, rows.length)];
    // Past the last of those that are here are older ones.
    if (by === 1 && from === rows.length - 1) onOlder?.();
    if (next !== undefined) setReports({ issueId: next.id, sentBefore: null });
  };
  useTabActions({ next: () => step(1), previous: () => step(-1) });
  if (opened === undefined) return null;
  return (
    <Beside
      left={<IssueList rows={rows} currentId={opened} onOlder={onOlder} />}
      right={<IssueView issueId={opened} />}
    />
  );
}

/** What was made, the latest first, and the one under the cursor whole. */
export function IssuesTab() {
  const only = useReports((state) => state.only);
  const asked = useIssues(only);
  const { data, hasNextPage, fetchNextPage, isFetching } = asked;
  const rows = data === undefined ? undefined : rowsOf(data.pages);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(rows?.length));
  useTabActions({ make: () => setReports({ making: true }) });
  if (rows === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {rows.length === 0 ? (
        <NothingYet />
      ) : (
        <Loaded rows={rows} reading={isFetching} onOlder={hasNextPage ? () => void fetchNextPage() : undefined} />
      )}
      {rows.length > 0 && <Hints yields hints={hints} />}
    </div>
  );
}
