import { useQuery } from '@tanstack/react-query';
import type { DeskShift, RosterShift } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { messageOf } from '../app/errors.ts';
import { client, orpc } from '../client/client.ts';
import { d } from '../strings/en-day.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { clockTime } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { closeFloat } from './day-actions.ts';

const w = d.breaks;

type Pause = { readonly kind: 'break' | 'lunch'; readonly startAt: number };
const pauses = (shift: Pick<RosterShift, 'activities'>): readonly Pause[] =>
  shift.activities.flatMap(({ kind, startAt }) => (kind === 'break' || kind === 'lunch' ? [{ kind, startAt }] : []));

/** What moves in a shift: each pause of a kind against the one of its kind and order before. */
export function movedPauses(before: Pick<RosterShift, 'activities'>, after: Pick<RosterShift, 'activities'>) {
  return (['break', 'lunch'] as const).flatMap((kind) => {
    const old = pauses(before).filter((pause) => pause.kind === kind);
    const fresh = pauses(after).filter((pause) => pause.kind === kind);
    return fresh.flatMap((pause, index) => {
      const from = old[index]?.startAt ?? null;
      return from === pause.startAt ? [] : [{ kind, from, to: pause.startAt }];
    });
  });
}

type Props = {
  readonly date: string;
  readonly zone: string;
  readonly shifts: readonly DeskShift[];
  readonly names: ReadonlyMap<string, string>;
};

function Preview({ date, zone, shifts, names }: Props) {
  const asked = useQuery({ ...orpc.roster.breaksDay.queryOptions({ input: { date } }), staleTime: 0, gcTime: 0 });
  const { data, error } = asked;
  if (error !== null) return <p className="p-4 text-late">{messageOf(error)}</p>;
  if (data === undefined)
    return (
      <p role="status" className="p-4 text-ink-2">
        {w.working}
      </p>
    );
  const held = new Map(shifts.map((shift) => [shift.id, shift]));
  const lines = data.shifts.flatMap((shift) => {
    const before = held.get(shift.id);
    const moves = before === undefined ? [] : movedPauses(before, shift);
    return moves.length === 0 ? [] : [{ shift, moves }];
  });
  const apply = (): void => {
    closeFloat();
    void command(
      client.roster
        .breaksDay({ date, apply: true })
        .then(({ done }) => done ?? { changed: 0, label: w.none, changeSet: null }),
    );
  };
  const time = (at: number | null): string => (at === null ? '–' : clockTime(at, zone));
  return (
    <div className="flex flex-col gap-3 p-4">
      <dl className="flex gap-6 tabular-nums">
        {[
          [w.before, data.shortBefore],
          [w.after, data.shortAfter],
        ].map(([label, value]) => (
          <div key={label}>
            <dt className="text-small text-ink-2">{label}</dt>
            <dd className="text-head font-bold">
              {d.decimal(Number(value))} <span className="text-small font-normal text-ink-2">{w.unit}</span>
            </dd>
          </div>
        ))}
      </dl>
      {lines.length === 0 ? (
        <p className="text-ink-2">{w.none}</p>
      ) : (
        <>
          <p className="font-semibold">{w.changes(lines.length)}</p>
          <ul
            aria-label={w.changes(lines.length)}
            tabIndex={0}
            className="max-h-[280px] overflow-y-auto rounded-md border border-line"
          >
            {lines.map(({ shift, moves }) => (
              <li key={shift.id} className="flex gap-3 border-b border-line px-3 py-[5px] last:border-b-0">
                <span className="w-[140px] shrink-0 truncate font-semibold" dir="auto">
                  {names.get(shift.personId ?? '') ?? d.board.open}
                </span>
                <span className="text-ink-2 tabular-nums">
                  {moves.map(({ kind, from, to }) => w.moved(d.kind[kind], time(from), time(to))).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-small text-ink-2">{w.how}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={closeFloat} autoFocus={lines.length === 0}>
          {d.editor.cancel}
        </Button>
        <Button
          look="primary"
          disabled={lines.length === 0}
          onClick={apply}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
          }}
        >
          {w.apply} <Kbd keys="enter" on />
        </Button>
      </div>
    </div>
  );
}

/** Where breaks would hurt least, what that changes, and whether to take it. */
export function BreaksDialog({ open, ...props }: Props & { readonly open: boolean }) {
  return (
    <Dialog title={w.title} open={open} onClose={closeFloat}>
      <Preview {...props} />
    </Dialog>
  );
}
