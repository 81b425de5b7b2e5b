import type { Metric, Segment } from '../../contract/sla.ts';
import { countIntervals, openIntervals, openMsBetween } from '../calendar/arithmetic.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import type { Running, Sink } from './clock.ts';

export type Ledger = Readonly<Record<Metric, Segment[]>>;

type Piece = { from: number; to: number; kind: Segment['kind']; reason: string; counted: number };

/** A stretch with more openings than this stays in one piece: nobody reads a thousand lines. */
const mostPieces = 1000;

const kindOf = (clock: Readonly<Running>): Segment['kind'] => {
  if (clock.phase === 'done') return 'done';
  if (clock.phase === 'idle' || !clock.target) return 'idle';
  return clock.paused ? 'paused' : 'counting';
};

const byOpening = (calendar: CompiledCalendar, from: number, to: number, reason: string): Piece[] => {
  if (countIntervals(calendar, from, to) > mostPieces) {
    return [{ from, to, kind: 'counting', reason, counted: openMsBetween(calendar, from, to) }];
  }
  const pieces: Piece[] = [];
  const push = (start: number, end: number, kind: 'counting' | 'closed') => {
    const began = kind === 'closed' ? 'closing' : 'opening';
    const counted = kind === 'closed' ? 0 : end - start;
    if (start < end) pieces.push({ from: start, to: end, kind, reason: pieces.length ? began : reason, counted });
  };
  let last = from;
  for (const [opens, closes] of openIntervals(calendar, from, to)) {
    push(last, opens, 'closed');
    push(opens, closes, 'counting');
    last = closes;
  }
  push(last, to, 'closed');
  return pieces;
};

/** Cuts the piece in which the due time passed, so that the ledger shows the breach. */
const cutAt = (piece: Piece, at: number | null): Piece[] => {
  if (at === piece.from) return [{ ...piece, reason: 'breached' }];
  const whole = piece.kind === 'counting' && piece.counted === piece.to - piece.from;
  if (!whole || at === null || at < piece.from || at >= piece.to) return [piece];
  return [
    { ...piece, to: at, counted: at - piece.from },
    { ...piece, from: at, counted: piece.to - at, reason: 'breached' },
  ];
};

const piecesOf = (clock: Readonly<Running>, calendar: CompiledCalendar, from: number, to: number): Piece[] => {
  const kind = kindOf(clock);
  const { reason } = clock;
  if (kind !== 'counting') return [{ from, to, kind, reason, counted: 0 }];
  const pieces = clock.target?.business
    ? byOpening(calendar, from, to, reason)
    : [{ from, to, kind, reason, counted: to - from }];
  // A breach at the very start was brought by what began the stretch; that says more.
  return pieces.flatMap((piece) => cutAt(piece, clock.breachedAt === from ? null : clock.breachedAt));
};

/** A sink that writes every stretch of every clock down. SPEC SLA-20. */
export const ledgerSink = (ledger: Ledger): Sink => {
  return (clock, calendar, from, to) => {
    for (const piece of piecesOf(clock, calendar, from, to)) {
      ledger[clock.metric].push({
        from: piece.from,
        to: piece.to,
        kind: piece.kind,
        reason: piece.reason,
        countedMinutes: piece.counted / minuteMs,
        targetMinutes: clock.target && clock.target.ms / minuteMs,
      });
    }
  };
};
