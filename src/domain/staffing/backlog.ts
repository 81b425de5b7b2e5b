import { mailCurve } from './mail-curve.ts';
import type { MailCurve, MailInterval, MailSpan } from './mail-curve.ts';
import { onRoster } from './required.ts';
import { tautString } from './taut-string.ts';

export type MailLoad = {
  readonly intervalMinutes: number;
  readonly ahtSeconds: number;
  readonly withinMinutes: number;
  readonly backlog: number;
  readonly arrivals: readonly MailInterval[];
  readonly maxOccupancy?: number | undefined;
  readonly shrinkage?: number | undefined;
};

export type MailPlan = {
  intervals: { at: number; agents: number; scheduledAgents: number; backlog: number; late: number }[];
};

const minuteMs = 60_000;
const noise = 1e-9;

/** Moments strictly inside a span at which what is due turns; `from` is where to begin to look. */
function turnsInside(turns: readonly number[], { start, end }: MailSpan, from: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < turns.length && (turns[at] ?? 0) < end; at += 1) {
    const turn = turns[at] ?? 0;
    if (turn > start && turn < end) found.push(turn);
  }
  return found;
}

/** The turns inside each span; spans and turns are both in order, so one walk finds them all. */
function turnsOf({ spans, turns }: MailCurve): readonly (readonly number[])[] {
  let from = 0;
  return spans.map((span) => {
    while (from < turns.length && (turns[from] ?? 0) <= span.start) from += 1;
    return turnsInside(turns, span, from);
  });
}

/** What has to be done when a span opens so that an even pace from there to what is due at its end is never behind. */
function dueAtOpening(curve: MailCurve, span: MailSpan, turns: readonly number[]): number {
  const atEnd = curve.dueBy(span.end);
  let need = curve.dueBy(span.start);
  for (const turn of turns) {
    const share = (turn - span.start) / (span.end - span.start);
    need = Math.max(need, (curve.dueBy(turn) - share * atEnd) / (1 - share));
  }
  return need;
}

/**
 * What is to be done by the end of each open span, evenly paced within it: no less than what falls due before the next
 * one ends its closed time, no more than what has come. Promises shorter than an interval are kept by doing all mail of
 * an interval within it.
 */
function doneByEnd(
  curve: MailCurve,
  insides: readonly (readonly number[])[],
  atOnce: boolean,
): ReadonlyMap<MailSpan, number> {
  const open = curve.spans.flatMap((span, index) => (span.open ? [{ span, turns: insides[index] ?? [] }] : []));
  const horizon = curve.spans.at(-1)?.end ?? 0;
  const x = [0];
  const low = [0];
  const high = [0];
  open.forEach(({ span }, index) => {
    const next = open[index + 1];
    const come = curve.arrivedBy(span.end);
    const due = next ? dueAtOpening(curve, next.span, next.turns) : curve.dueBy(horizon);
    x.push((x.at(-1) ?? 0) + span.end - span.start);
    low.push(atOnce ? come : Math.min(come, due));
    high.push(come);
  });
  const heights = tautString({ x, low, high });
  return new Map(open.map(({ span }, index) => [span, heights[index + 1] ?? 0]));
}

/** The pace (items a ms) that no turn inside the span finds behind. What is late already does not count: it is late. */
function paceFor(curve: MailCurve, span: MailSpan, turns: readonly number[], done: number, target: number): number {
  let pace = Math.max(0, target - done) / (span.end - span.start);
  if (done < curve.dueBy(span.start) - noise) return pace;
  for (const turn of turns) pace = Math.max(pace, (curve.dueBy(turn) - done) / (turn - span.start));
  return pace;
}

/** What is left of a sum, without the last digits that floating point leaves. */
const clean = (left: number, of: number): number => (left <= noise * Math.max(1, of) ? 0 : left);

/**
 * Agents for mail, the oldest first: each item is done within so many minutes of its arrival by the clock, by people who
 * work in open intervals alone. Mail comes evenly within its interval and is done as a curve, so `agents` may be
 * fractional; the roster is whole people. Of all levels that keep the promise it is the smoothest: the least sum of
 * squares, and with it the least peak (see tautString), where the promise is a whole number of intervals; else never more
 * than a little above it. What is due after the last interval is left. What comes and falls due while nobody works is
 * late; it is caught up within the next open interval. SPEC STF-7, STF-8.
 * Faults INVALID where intervals overlap or are out of order.
 */
export function mailAgents(input: MailLoad): MailPlan {
  const lengthMs = input.intervalMinutes * minuteMs;
  const withinMs = input.withinMinutes * minuteMs;
  const curve = mailCurve(input.arrivals, { lengthMs, withinMs, backlog: input.backlog });
  const insides = turnsOf(curve);
  const targets = doneByEnd(curve, insides, withinMs < lengthMs);
  const agentMs = (input.ahtSeconds * 1000) / (input.maxOccupancy ?? 1);
  let done = 0;
  const intervals = curve.spans.map((span, index) => {
    const target = targets.get(span);
    const pace = target === undefined ? 0 : paceFor(curve, span, insides[index] ?? [], done, target);
    const come = curve.arrivedBy(span.end);
    done = Math.min(come, done + pace * lengthMs);
    const agents = pace * agentMs;
    return {
      at: curve.first + span.start,
      agents,
      scheduledAgents: onRoster(agents, input.shrinkage),
      backlog: clean(come - done, come),
      late: clean(curve.dueBy(span.end) - done, come),
    };
  });
  return { intervals };
}
