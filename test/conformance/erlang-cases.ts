/**
 * Published figures of the Erlang formulas and of simulated days, as numbers alone, each with where it stands.
 * pyworkforce: github.com/rodrigo-arenas/pyworkforce, tests (MIT). ContactCenters: github.com/umontreal-simul/contactcenters,
 * doc/examples/MMC.res and MMCAb.res (Apache-2.0), whose programs beside them say what is counted.
 */

/** pyworkforce: 100 calls of 3 minutes in half an hour, 80 % in 0.33 minutes, 30 % shrinkage. */
export const requiredPositions = [
  { maxOccupancy: 0.85, agents: 14, onRoster: 20, serviceLevel: 0.888, occupancy: 0.714, waitProbability: 0.174 },
  { maxOccupancy: 0.7, agents: 15, onRoster: 22, serviceLevel: 0.941, occupancy: 0.667, waitProbability: 0.102 },
] as const;

/** Tests of programs found by their text, without a name: 752 seconds a call, a quarter of an hour, 20 seconds. */
export const unnamed = {
  required: { calls: 25, share: 0.9, agents: 28 },
  serviceLevel: { calls: 35, agents: 37, between: [0.9042, 0.9043] },
} as const;

export const lossCases = [
  { load: 1, agents: 1, lost: 0.5 },
  { load: 1, agents: 2, lost: 0.2 },
] as const;

/** The fewest lines on which ten erlangs lose no more than 2 %. */
export const lossTable = { load: 10, mostLost: 0.02, agents: 17 } as const;

/** Erlang A, 100 calls of 3 minutes in half an hour, patience 5 minutes, 14 agents, a third of a minute. */
export const impatient = {
  agents: 14,
  waitProbability: 0.14526,
  abandonProbability: 0.013984,
  occupancy: 0.704297,
  asaMinutes: 0.069919,
  serviceLevel: 0.916792,
} as const;

/** ContactCenters: 4.2 calls a minute, 2 minutes each, 12 agents, 480 minutes, a third of a minute; 1,000 days. */
export const simulatedDay = {
  serviceLevel: 0.902,
  ci95: [0.9, 0.904],
  asaMinutes: [0.097, 0.102],
  occupancy: [0.694, 0.697],
} as const;

/**
 * The same with a mean patience of a minute. Its "service level" is of the answered, its "service level with abandonment"
 * leaves out who gave up within the time, its speed of answer is of the answered.
 */
export const simulatedImpatient = {
  inTimePerDay: [1903.785, 1908.231],
  abandonedPerDay: [57.66, 59.558],
  ofAnswered: 0.975,
  withoutEarlyAbandons: 0.968,
  answeredWaitMinutes: 0.024,
  occupancy: [0.674, 0.677],
} as const;

/** Two public reference values that do not hold, beside what does. */
export const wrong = {
  /** An unnamed table of "published Erlang C validation data". */
  serviceLevel: { load: 5, agents: 8, ahtSeconds: 300, withinSeconds: 15, claimed: 0.75, holds: 0.856 },
  /** PRODYNA exciting-algorithms, erlangc_test.go. */
  waitProbability: { load: 20, agents: 25, claimed: 0.261, holds: 0.2091 },
} as const;
