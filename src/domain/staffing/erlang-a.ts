import { inverseErlangB } from './erlang.ts';
import { integral } from './quadrature.ts';

/** Rates are per second; `agents` is whole and at least 1, `rate` over 0. */
export type ImpatientQueue = {
  readonly agents: number;
  readonly rate: number;
  readonly ahtSeconds: number;
  readonly patienceSeconds: number;
  readonly withinSeconds: number;
};

/** Shares of all offered; `meanWait` in seconds, of all offered, those who gave up counted until they did. */
export type ImpatientResult = {
  readonly waitProbability: number;
  readonly abandonProbability: number;
  readonly meanWait: number;
  readonly serviceLevel: number;
};

/** What is e^-44 of the peak changes no digit. */
const nats = 44;
/** Ten points follow an exponential over four e-folds to the last digit. */
const panels = 12;

/**
 * The wait that somebody of endless patience would meet has a density in proportion to exp(h(w)) for w over 0, with
 * h(w) = rate * patience * (1 - e^(-w / patience)) - w * agents / aht. It is taken from its peak on: `peak` is where
 * that is (0 unless overloaded), `height` is h there, `shape(u)` is h(peak + u) - h(peak), never over 0.
 */
type Density = { readonly peak: number; readonly height: number; readonly shape: (u: number) => number };

function densityOf({ agents, rate, ahtSeconds, patienceSeconds }: ImpatientQueue): Density {
  const drain = agents / ahtSeconds;
  const over = Math.max(0, rate / drain - 1);
  const bend = Math.min(rate, drain) * patienceSeconds;
  const slope = Math.max(0, drain - rate);
  return {
    peak: patienceSeconds * Math.log1p(over),
    height: drain * patienceSeconds * (over - Math.log1p(over)),
    shape: (u) => {
      const s = u / patienceSeconds;
      return bend * -(Math.expm1(-s) + s) - slope * u;
    },
  };
}

/** Where a shape that falls away from 0 has fallen by `nats`, between 0 and `far`; `far` where it has not by then. */
function edge(shape: (u: number) => number, far: number): number {
  if (shape(far) > -nats) return far;
  let near = 0;
  let out = far;
  for (let round = 0; round < 200 && Math.abs(out - near) > 1e-6 * Math.abs(out); round += 1) {
    const middle = (near + out) / 2;
    if (shape(middle) > -nats) near = middle;
    else out = middle;
  }
  return out;
}

/** The part of the line in which the density is to be seen, as seconds from the peak. */
function windowOf({ peak, shape }: Density, patienceSeconds: number): { readonly low: number; readonly high: number } {
  let far = patienceSeconds;
  while (shape(far) > -nats) far *= 2;
  while (shape(far / 16) < -nats) far /= 16;
  return { low: peak > 0 ? edge(shape, -peak) : 0, high: edge(shape, far) };
}

/** Integrates over the window in two parts: patience may end long before the window does, and bends what it touches. */
function integrator(low: number, high: number, patienceSeconds: number) {
  const wide = (high - low) / panels;
  const bend = Math.min(high, low + nats * patienceSeconds);
  return (f: (u: number) => number, from: number, to: number): number =>
    integral(f, from, Math.min(to, bend), Math.min(wide, patienceSeconds)) +
    integral(f, Math.max(from, bend), to, wide);
}

/**
 * The queue M/M/n+M, in which each caller gives up after an exponential time unless answered (Erlang A). Holds for any
 * load, also over the agents, and for any patience; time is the same for 1 agent and 100,000, but for the loss formula.
 * Service level: answered within the time, of all offered; who gave up, also before the time, was missed.
 * Source: Palm, Research on telephone traffic carried by full availability groups, 1957; Garnett, Mandelbaum, Reiman,
 * Designing a call center with impatient customers, 2002; the density from Mandelbaum, Zeltyn, Service engineering in
 * action: the Palm/Erlang-A queue, 2007. SPEC STF-3.
 */
export function erlangA(queue: ImpatientQueue): ImpatientResult {
  const { agents, rate, ahtSeconds, patienceSeconds, withinSeconds } = queue;
  const density = densityOf(queue);
  const { low, high } = windowOf(density, patienceSeconds);
  const over = integrator(low, high, patienceSeconds);
  const seen = (u: number) => Math.exp(density.shape(u));
  const lost = (u: number) => -Math.expm1(-(density.peak + u) / patienceSeconds) * seen(u);
  const limit = Math.min(high, Math.max(low, withinSeconds - density.peak));

  const early = over(seen, low, limit);
  const late = over(seen, limit, high);
  const lostEarly = over(lost, low, limit);
  const lostLate = over(lost, limit, high);
  const all = early + late;

  // Weights of "somebody is free" and "all are busy", both as multiples of the chance that just all are busy.
  const free = (inverseErlangB(agents, rate * ahtSeconds) - 1) * Math.exp(-density.height);
  const waitProbability = 1 / (1 + free / ((agents / ahtSeconds) * all));
  const abandonProbability = waitProbability * ((lostEarly + lostLate) / all);
  return {
    waitProbability,
    abandonProbability,
    meanWait: abandonProbability * patienceSeconds,
    serviceLevel: Math.max(0, 1 - waitProbability * ((lostEarly + late) / all)),
  };
}
