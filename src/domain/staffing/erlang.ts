/**
 * How far below the peak of the sum its start may lie and be forgotten: each step shrinks what the start contributes by
 * k / load, over twelve deviations by e^-72, far under the last digit.
 */
const deviations = 12;

/**
 * 1 / B of Erlang's loss formula, for `load` in erlangs (may be fractional, over 0) on `agents` (whole). Infinity where
 * hardly anything is ever lost. By the recursion 1/B(k) = 1 + (k / load) / B(k-1), all of it positive, so that nothing
 * cancels. Source: Jagerman, Some properties of the Erlang loss function, 1974; Cooper, Introduction to Queueing Theory, 1981.
 */
export function inverseErlangB(agents: number, load: number): number {
  let inverse = 1;
  const top = Math.min(agents, load);
  const first = Math.max(0, Math.floor(top - deviations * Math.sqrt(top) - deviations));
  for (let k = first + 1; k <= agents && inverse < Infinity; k += 1) inverse = 1 + (k / load) * inverse;
  return inverse;
}

/** The share that finds all agents busy where nobody waits, 0 to 1. Source: Erlang 1917. SPEC STF-2. */
export function erlangB(agents: number, load: number): number {
  if (load <= 0) return agents === 0 ? 1 : 0;
  return 1 / inverseErlangB(agents, load);
}

/**
 * The share that has to wait where everybody waits, 0 to 1; 1 where the load is not less than the agents, since then the
 * queue grows without end. Source: Erlang 1917, from the loss formula as in Cooper 1981. SPEC STF-2.
 */
export function erlangC(agents: number, load: number): number {
  if (agents <= load) return load <= 0 && agents > 0 ? 0 : 1;
  const lost = erlangB(agents, load);
  return (agents * lost) / (agents - load + load * lost);
}
