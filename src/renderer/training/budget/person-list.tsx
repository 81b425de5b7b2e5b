import { TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import type { BudgetRow } from '../../../contract/index.ts';
import { tw } from '../../strings/en-training.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { setTraining } from '../training-store.ts';
import { Bar } from './bar.tsx';

const w = tw.budget;

type LineProps = { readonly row: BudgetRow; readonly name: string; readonly currency: string };

const Line = ({ row, name, currency }: LineProps) => (
  <Entry id={row.personId} className="flex-col justify-center gap-[3px] py-[6px]">
    <span className="flex items-center gap-2">
      <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={name}>
        {name}
      </span>
      {row.left < 0 && (
        <span className="inline-flex h-[20px] shrink-0 items-center gap-1 rounded-[4px] bg-late-soft px-[6px] text-small font-semibold text-late tabular-nums">
          <TriangleAlert size={12} aria-hidden />
          {w.over(tw.money(-row.left, currency))}
        </span>
      )}
      <span className="shrink-0 text-small text-ink-2 tabular-nums">
        {w.of(tw.money(row.amount, currency))}
        {row.own && `, ${w.own}`}
      </span>
    </span>
    <Bar row={row} currency={currency} />
    <span className="text-small text-ink-2 tabular-nums">{w.line(row, currency)}</span>
  </Entry>
);

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly rows: readonly BudgetRow[];
  readonly currency: string;
  readonly currentId: string | null;
  readonly nameOf: (id: string) => string;
  readonly onEnter: () => void;
};

/** Who has least left first. */
export const PersonList = ({ list, rows, currency, currentId, nameOf, onEnter }: Props) => (
  <EntryList
    ref={list}
    label={w.list}
    ids={rows.map(({ personId }) => personId)}
    currentId={currentId}
    onChoose={(personId) => setTraining({ personId, enrolmentId: null })}
    onFocus={() => setTraining({ side: 'left' })}
    onOther={(key) => {
      if (key !== 'Enter' && key !== 'ArrowRight') return false;
      onEnter();
      return true;
    }}
  >
    {rows.map((row) => (
      <Line key={row.personId} row={row} name={nameOf(row.personId)} currency={currency} />
    ))}
  </EntryList>
);
