import { Check, X } from 'lucide-react';
import type { RefObject } from 'react';
import type { CandidateRow, Seat } from '../../../contract/index.ts';
import { hw } from '../../strings/en-hiring.ts';
import { locale, number } from '../../strings/en.ts';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryGroup, EntryList } from '../../ui/entry-list.tsx';
import { setHiring } from '../hiring-store.ts';
import { isRunning, type Group } from '../stages.ts';
import type { Told } from '../use-told.ts';

const w = hw.list;
const dayMs = 86_400_000;
const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const meanText = (mean: number): string => oneDigit.format(mean);

/** What somebody has to see to, on a ground of its own: it reads on a row under the cursor as well. */
const attention = 'rounded-[4px] bg-risk-soft px-1 font-semibold text-risk';

const isLate = (neededOn: string, { today }: Told): boolean => neededOn < today;

/** From when somebody is needed, or since when they were. */
export const neededText = (neededOn: string, told: Told): string =>
  (isLate(neededOn, told) ? w.late : w.needed)(told.date(neededOn));

function Needed({ seat, told }: { readonly seat: Seat; readonly told: Told }) {
  if (seat.neededOn === null || seat.state !== 'open') return null;
  return <span className={cx(isLate(seat.neededOn, told) && attention)}>{neededText(seat.neededOn, told)}</span>;
}

function SeatLine({ seat, told }: { readonly seat: Seat; readonly told: Told }) {
  const bare = seat.state === 'open' && seat.running === 0;
  return (
    <Entry id={seat.id} className="flex-col justify-center py-[5px]">
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={seat.title}>
          {seat.title}
        </span>
        <span className={cx('shrink-0 text-small', bare ? attention : 'text-ink-2')}>
          {seat.state === 'open' ? w.running(seat.running) : w.state[seat.state]}
        </span>
      </span>
      <span className="flex flex-wrap gap-x-2 text-small text-ink-2 tabular-nums">
        {seat.team !== '' && <span dir="auto">{seat.team}</span>}
        <Needed seat={seat} told={told} />
        {seat.state === 'filled' && seat.personId !== null && <span dir="auto">{told.nameOf(seat.personId)}</span>}
      </span>
    </Entry>
  );
}

/** Tests passed and not passed, as marks with their counts. */
function Tests({ passed, failed }: Pick<CandidateRow, 'passed' | 'failed'>) {
  if (passed + failed === 0) return null;
  return (
    <span className="flex shrink-0 items-center gap-2 text-small tabular-nums">
      {passed > 0 && (
        <span role="img" aria-label={w.passed(passed)} title={w.passed(passed)} className="flex items-center text-met">
          <Check size={13} aria-hidden />
          {number(passed)}
        </span>
      )}
      {failed > 0 && (
        <span role="img" aria-label={w.failed(failed)} title={w.failed(failed)} className="flex items-center text-late">
          <X size={13} aria-hidden />
          {number(failed)}
        </span>
      )}
    </span>
  );
}

type LineProps = { readonly candidate: CandidateRow; readonly seat: string; readonly told: Told };

function CandidateLine({ candidate, seat, told }: LineProps) {
  const { id, name, stage, stageAt, interview, deleteAt } = candidate;
  const days = Math.max(0, Math.floor((told.now - stageAt) / dayMs));
  return (
    <Entry id={id} className="flex-col justify-center py-[5px]">
      <span className="flex items-center gap-2">
        <span
          className={cx('min-w-0 flex-1 truncate font-semibold', !isRunning(stage) && 'text-ink-2')}
          dir="auto"
          title={name}
        >
          {name}
        </span>
        <Tests {...candidate} />
        {interview !== null && (
          <span className="shrink-0 text-small tabular-nums" title={w.mean(meanText(interview))}>
            {meanText(interview)}
          </span>
        )}
      </span>
      <span className="flex flex-wrap gap-x-2 text-small text-ink-2 tabular-nums">
        {seat !== '' && (
          <span className="truncate" dir="auto">
            {seat}
          </span>
        )}
        <span>{deleteAt === null ? w.since(days) : w.deleted(told.day(deleteAt))}</span>
      </span>
    </Entry>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly seats: readonly Seat[];
  readonly titles: ReadonlyMap<string, string>;
  readonly groups: readonly Group[];
  readonly ids: readonly string[];
  readonly currentId: string | null;
  readonly told: Told;
  readonly onChoose: () => void;
  readonly onEnter: () => void;
};

/** Seats, then candidates by stage: one list, whose cursor says what is beside it. */
export function PipelineList({ list, seats, titles, groups, ids, currentId, told, onChoose, onEnter }: Props) {
  return (
    <EntryList
      ref={list}
      label={w.label}
      ids={ids}
      currentId={currentId}
      onChoose={(id) => {
        onChoose();
        setHiring({ currentId: id, place: ids.indexOf(id) });
      }}
      onOther={(key) => {
        if (key !== 'Enter' && key !== 'ArrowRight') return false;
        onEnter();
        return true;
      }}
    >
      <EntryGroup title={w.seats} count={seats.length} none={w.noSeats}>
        {seats.map((seat) => (
          <SeatLine key={seat.id} seat={seat} told={told} />
        ))}
      </EntryGroup>
      {groups.map(({ stage, candidates }) => (
        <EntryGroup key={stage} title={hw.stage[stage]} count={candidates.length} none={w.none}>
          {candidates.map((candidate) => (
            <CandidateLine
              key={candidate.id}
              candidate={candidate}
              seat={
                (candidate.seatId === null ? undefined : titles.get(candidate.seatId)) ??
                (isRunning(stage) ? w.noSeat : '')
              }
              told={told}
            />
          ))}
        </EntryGroup>
      ))}
    </EntryList>
  );
}
