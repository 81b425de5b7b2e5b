import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { CallbackRow } from '../../contract/index.ts';
import { openTicket } from '../app/window-store.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-relations.ts';
import { useBoard } from '../tickets/board-store.ts';
import { cx } from '../ui/cx.ts';
import { clockTime, exact, moment } from '../ui/format.ts';
import { Avatar } from '../ui/marks.tsx';
import { useMinute } from '../ui/use-now.ts';
import type { Entry } from './callbacks-store.ts';

export const entryId = (index: number): string => `promise-${index}`;

type Flag = CallbackRow['flags'][number];

const tones: Readonly<Record<Flag['kind'], string>> = {
  overdue: 'bg-late-soft text-late',
  noOwner: 'bg-risk-soft text-risk',
  ownerAway: 'bg-risk-soft text-risk',
  clash: 'bg-risk-soft text-risk',
  outsideHours: 'bg-risk-soft text-risk',
  ticketDone: 'bg-paused-soft text-paused',
  unconfirmed: 'bg-paused-soft text-paused',
};

function FlagChip({ flag }: { readonly flag: Flag }) {
  const Icon = flag.kind === 'overdue' ? TriangleAlert : flag.kind === 'unconfirmed' ? CircleDashed : CircleAlert;
  return (
    <span
      title={flag.reason}
      className={cx(
        'inline-flex h-[20px] shrink-0 items-center gap-1 rounded-[5px] px-[6px] text-cap font-semibold whitespace-nowrap',
        tones[flag.kind],
      )}
    >
      <Icon size={11} aria-hidden />
      {r.flag[flag.kind]}
    </span>
  );
}

const plainChip = 'text-small whitespace-nowrap text-ink-2';

/** What is wrong with a call, or that it is confirmed, or how it ended. */
function CallbackState({ row }: { readonly row: CallbackRow }) {
  const zone = useZone();
  const now = useMinute();
  if (row.state !== 'open') {
    const by = r.list.by(row.endedBy ?? '', moment(row.endedAt ?? now, zone, now));
    return (
      <span className="truncate text-small text-ink-2" title={`${row.result ?? ''} (${by})`}>
        <span className="font-semibold">{r.callbackState[row.state]}</span> {row.result}
      </span>
    );
  }
  const tries = row.attempts > 0 && <span className={plainChip}>{r.list.tries(row.attempts)}</span>;
  const moves = row.moves > 0 && <span className={plainChip}>{r.list.moves(row.moves)}</span>;
  const confirmed =
    row.validatedAt === null ? null : r.list.confirmed(row.validatedBy ?? '', moment(row.validatedAt, zone, now));
  return (
    <span className="flex min-w-0 items-center gap-2 overflow-hidden">
      {row.flags.map((flag) => (
        <FlagChip key={flag.kind} flag={flag} />
      ))}
      {row.flags.length === 0 && confirmed !== null && (
        <span className="inline-flex shrink-0 items-center gap-1 text-small text-met" title={confirmed}>
          <CircleCheck size={13} aria-hidden />
          <span className="sr-only">{confirmed}</span>
        </span>
      )}
      {tries}
      {moves}
    </span>
  );
}

type Props = { readonly entry: Entry; readonly index: number; readonly current: boolean; readonly ended: boolean };

function Owner({ name }: { readonly name: string | null }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      {name !== null && <Avatar name={name} />}
      <span className={cx('truncate', name === null && 'text-ink-2')} dir="auto">
        {name ?? r.list.nobody}
      </span>
    </span>
  );
}

/** What both kinds of lines show: when, to whom, about what. */
function useParts(entry: Entry) {
  const { people } = useNames();
  if (entry.kind === 'dispatch') {
    const { dueAt, overdue, name, note } = entry.row;
    return { at: dueAt, late: overdue, whom: name, about: note };
  }
  const { promisedAt, flags, ownerId, phone } = entry.row;
  const whom = ownerId === null ? null : (people.get(ownerId) ?? '…');
  return { at: promisedAt, late: flags[0]?.kind === 'overdue', whom, about: phone };
}

function Outcome({ entry, late }: { readonly entry: Entry; readonly late: boolean }) {
  if (entry.kind === 'callback') return <CallbackState row={entry.row} />;
  const { state, result } = entry.row;
  return (
    <span className={cx('truncate text-small', late ? 'font-semibold text-late' : 'text-ink-2')} title={result ?? ''}>
      {late ? r.list.late : r.dispatchState[state]} {result}
    </span>
  );
}

const columns =
  '[grid-template-columns:96px_minmax(110px,150px)_minmax(90px,160px)_48px_minmax(80px,1fr)_minmax(120px,1.1fr)] @max-[640px]:[grid-template-columns:48px_108px_20px_44px_minmax(0,1fr)]';

/** When, who, which ticket, and what is wrong or became of it. */
export function EntryRow({ entry, index, current, ended }: Props) {
  const zone = useZone();
  const now = useMinute();
  const { at, late, whom, about } = useParts(entry);
  const { ticket } = entry.row;
  const call = entry.kind === 'callback';
  return (
    <div
      role="row"
      id={entryId(index)}
      aria-selected={current}
      data-cursor={current || undefined}
      data-current={current || undefined}
      onClick={() => {
        useBoard.setState({ cursor: { position: index, id: ticket.id } });
        openTicket(ticket.id);
      }}
      className={cx(
        'relative grid h-[34px] items-center gap-2 border-b border-line px-4',
        columns,
        current
          ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
          : 'hover:bg-canvas',
      )}
    >
      <span
        role="gridcell"
        title={exact(at, zone)}
        className={cx('truncate font-semibold tabular-nums', late && 'text-late')}
      >
        {ended || late ? moment(at, zone, now) : clockTime(at, zone)}
      </span>
      <span role="gridcell" className="truncate" title={call ? about : (whom ?? '')} dir={call ? 'ltr' : 'auto'}>
        {call ? about : <Owner name={whom} />}
      </span>
      <span role="gridcell" className="min-w-0 truncate" title={call ? (whom ?? '') : about} dir="auto">
        {call ? <Owner name={whom} /> : about}
      </span>
      <span role="gridcell" className="text-ink-2 tabular-nums">
        #{ticket.number}
      </span>
      <span
        role="gridcell"
        className="truncate @max-[640px]:hidden"
        title={`${ticket.subject}, ${ticket.requester}`}
        dir="auto"
      >
        {ticket.subject}
      </span>
      <span role="gridcell" className="flex min-w-0 justify-end">
        <Outcome entry={entry} late={late} />
      </span>
    </div>
  );
}
