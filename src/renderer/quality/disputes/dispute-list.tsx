import type { RefObject } from 'react';
import type { ReviewRow } from '../../../contract/index.ts';
import { useNames } from '../../client/use-desk.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Entry, EntryGroup, EntryList } from '../../ui/entry-list.tsx';
import { Deadline } from './deadline.tsx';

const w = qm.disputes;
function Line({ row }: { readonly row: ReviewRow }) {
  const { people } = useNames();
  return (
    <Entry id={row.id}>
      <span className="flex items-baseline gap-2">
        <span className="font-semibold tabular-nums">#{row.ticketNumber}</span>
        <span className="min-w-0 flex-1 truncate" dir="auto" title={row.subject}>
          {row.subject}
        </span>
      </span>
      <span className="flex h-[18px] items-center gap-2 text-small text-ink-2">
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {people.get(row.agentId) ?? qw.someone}
        </span>
        {row.deadlineAt !== null && <Deadline at={row.deadlineAt} />}
        {row.state !== 'disputed' && (
          <span>
            {w.decided}
            {row.percent !== null && `, ${qm.percent(row.percent)}`}
          </span>
        )}
      </span>
    </Entry>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly open: readonly ReviewRow[];
  readonly decided: readonly ReviewRow[];
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
};

/** What waits for a decision first, by its deadline. */
export function DisputeList({ list, open, decided, currentId, onChoose }: Props) {
  const ids = [...open, ...decided].map(({ id }) => id);
  const lines = (rows: readonly ReviewRow[]) => rows.map((row) => <Line key={row.id} row={row} />);
  return (
    <EntryList ref={list} label={w.list} ids={ids} currentId={currentId} onChoose={onChoose}>
      <EntryGroup title={w.open} count={open.length} none={w.noneOpen}>
        {lines(open)}
      </EntryGroup>
      <EntryGroup title={w.decided} count={decided.length}>
        {lines(decided)}
      </EntryGroup>
    </EntryList>
  );
}
