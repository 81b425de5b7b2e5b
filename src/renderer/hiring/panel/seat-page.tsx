import type { CandidateRow, Seat } from '../../../contract/index.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ask, setHiring } from '../hiring-store.ts';
import { isRunning } from '../stages.ts';
import type { Told } from '../use-told.ts';
import { neededText } from '../list/pipeline-list.tsx';
import type { Entering } from './entering.ts';
import { Page } from './page.tsx';
import { Part } from './part.tsx';

const w = hw.panel;

type Props = Entering & {
  readonly seat: Seat;
  readonly candidates: readonly CandidateRow[];
  readonly told: Told;
};

function Head({ seat, told }: Pick<Props, 'seat' | 'told'>) {
  const facts = [
    hw.list.state[seat.state],
    ...(seat.team === '' ? [] : [w.team(seat.team)]),
    w.opened(told.date(seat.openedOn)),
    ...(seat.neededOn === null ? [] : [neededText(seat.neededOn, told)]),
    ...(seat.personId === null ? [] : [w.filledBy(told.nameOf(seat.personId))]),
  ];
  return (
    <header className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="min-w-0 truncate text-title font-bold" dir="auto" title={seat.title}>
          {seat.title}
        </h2>
        <span className="text-small text-ink-2 tabular-nums" dir="auto">
          {facts.join(' · ')}
        </span>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button small look="primary" onClick={() => ask({ what: 'newCandidate', seatId: seat.id })}>
          {w.addCandidate}
          <Kbd keys="n" on />
        </Button>
        <Button small onClick={() => ask({ what: 'seat', seat })}>
          {w.edit}
          <Kbd keys="e" />
        </Button>
      </div>
    </header>
  );
}

/** A seat: since when and from when it is open, and who is for it. */
export function SeatPage({ seat, candidates, told, ...page }: Props) {
  const own = candidates.filter(({ seatId, stage }) => seatId === seat.id && isRunning(stage));
  return (
    <Page
      label={w.seatTitle(seat.title)}
      body={w.forSeat(seat.title)}
      head={<Head seat={seat} told={told} />}
      {...page}
    >
      <Part title={w.ofSeat} {...(own.length > 0 && { note: String(own.length) })}>
        {own.length === 0 ? (
          <p className="text-small text-ink-2">{w.bare}</p>
        ) : (
          <ul className="border-t border-line">
            {own.map(({ id, name, stage, stageAt }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => setHiring({ currentId: id })}
                  className="flex min-h-[34px] w-full items-center gap-3 border-b border-line px-2 text-left -outline-offset-2 hover:bg-canvas"
                >
                  <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
                    {name}
                  </span>
                  <span className="text-small text-ink-2 tabular-nums">
                    {w.since(hw.stage[stage], told.day(stageAt))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </Page>
  );
}
