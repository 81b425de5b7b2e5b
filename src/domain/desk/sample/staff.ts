import type { Prng } from '../../prng.ts';

export const queues = ['Billing', 'Delivery', 'Accounts', 'Returns', 'Sales', 'Technical'] as const;

/** `pace` multiplies response times, `quality` the odds of a good rating; weights are per queue, in their order. */
export type Agent = {
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly pace: number;
  readonly quality: number;
  readonly weights: readonly [number, number, number, number, number, number];
  readonly newcomer: boolean;
  readonly lead: boolean;
};

type Traits = Pick<Agent, 'pace' | 'quality' | 'weights'> & { readonly newcomer?: boolean; readonly lead?: boolean };

function agent(name: string, zone: 'Lisbon' | 'New York', traits: Traits): Agent {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return {
    name,
    email: `${plain.replace(' ', '.')}@northwind.example`,
    timeZone: zone === 'Lisbon' ? 'Europe/Lisbon' : 'America/New_York',
    newcomer: false,
    lead: false,
    ...traits,
  };
}

/** Eight in Lisbon, four in New York; they differ, and two came four weeks ago. SPEC SMP-3. */
export const staff: readonly Agent[] = [
  agent('Rosa Silva', 'Lisbon', { pace: 0.75, quality: 0.94, weights: [1, 0, 6, 0, 0, 5], lead: true }),
  agent('Jorge Teixeira', 'Lisbon', { pace: 0.95, quality: 0.88, weights: [0, 7, 0, 2, 0, 0] }),
  agent('Ilse Claes', 'Lisbon', { pace: 0.85, quality: 0.92, weights: [6, 0, 1, 3, 0, 0] }),
  agent('Mirko Kovač', 'Lisbon', { pace: 1.1, quality: 0.86, weights: [4, 3, 0, 0, 2, 1] }),
  agent('Priya Nair', 'Lisbon', { pace: 0.8, quality: 0.95, weights: [0, 0, 3, 0, 7, 1] }),
  agent('Tomás Ferreira', 'Lisbon', { pace: 1.3, quality: 0.82, weights: [0, 5, 0, 6, 0, 0] }),
  agent('Bea Lindholm', 'Lisbon', { pace: 1.7, quality: 0.8, weights: [2, 2, 3, 2, 1, 1], newcomer: true }),
  agent('Omar Benali', 'Lisbon', { pace: 0.9, quality: 0.9, weights: [0, 0, 2, 0, 0, 7] }),
  agent('Grace Whitfield', 'New York', { pace: 0.8, quality: 0.93, weights: [4, 1, 0, 2, 4, 0] }),
  agent('Diego Ramos', 'New York', { pace: 1, quality: 0.87, weights: [0, 5, 1, 4, 0, 1] }),
  agent('Hannah Kim', 'New York', { pace: 0.9, quality: 0.91, weights: [1, 0, 4, 0, 2, 5] }),
  agent('Marcus Bell', 'New York', { pace: 1.6, quality: 0.81, weights: [1, 3, 1, 2, 3, 0], newcomer: true }),
];

/** Newcomers began so long before the end of the history. */
export const newcomerMs = 28 * 86_400_000;

function weightsFor(queue: number, newcomers: boolean): readonly number[] {
  return staff.map((each) => (each.newcomer && !newcomers ? 0 : (each.weights[queue] ?? 0)));
}

const settled = queues.map((_, queue) => weightsFor(queue, false));
const complete = queues.map((_, queue) => weightsFor(queue, true));

/** Who takes a ticket of a queue (by its place in `queues`). */
export function pickAgent(rng: Prng, queue: number, newcomers: boolean): Agent {
  const weights = (newcomers ? complete : settled)[queue] ?? [];
  const found = staff[rng.weighted(weights)];
  if (!found) throw new RangeError('No such queue.');
  return found;
}
