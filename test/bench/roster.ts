import { proposeInputSchema, type ProposeInput } from '../../src/contract/roster.ts';
import { dateOf, dayNumber } from '../../src/domain/calendar/wall-time.ts';
import { prng } from '../../src/domain/prng.ts';
import { coverModel } from '../../src/domain/roster/propose/cover-model.ts';
import { problemOf } from '../../src/domain/roster/propose/problem.ts';
import { placeBreaks } from '../../src/domain/roster/breaks/place.ts';
import { budget } from '../../src/main/desk/solver/clock.ts';
import { boundProposal } from '../../src/main/desk/solver/bound-proposal.ts';
import { highs } from '../../src/main/desk/solver/highs.ts';
import { propose } from '../../src/main/desk/solver/propose.ts';
import type { Row } from './stats.ts';

const seconds = 20;
const near = 0.01;

/** Twenty people of four contracts, a week of half hours with two peaks a day: about as much work as there is time. */
function week(): ProposeInput {
  const random = prng(5);
  const first = dayNumber('2026-03-02');
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const people = Array.from({ length: 20 }, (_, i) => ({
    id: `p${i}`,
    contractMinutes: [2400, 2400, 1800, 1200][i % 4],
    availability: Object.fromEntries(
      names.flatMap((day) =>
        random.chance(0.85) ? [[day, [[['07:00', '06:00'][i % 2], ['22:00', '20:00'][i % 2]]]]] : [],
      ),
    ),
  }));
  const peak = (hour: number): number => Math.exp(-((hour - 11) ** 2) / 8) + 0.8 * Math.exp(-((hour - 16) ** 2) / 10);
  const demand = Array.from({ length: 7 * 30 }, (_, i) => {
    const [day, half] = [Math.floor(i / 30), i % 30];
    const people = 12 * peak(7 + half / 2) * (day > 4 ? 0.5 : 1) * (0.9 + 0.2 * random.next());
    return { at: (first + day) * 86_400_000 + (14 + half) * 1_800_000, required: Math.max(1, Math.round(people)) };
  });
  return proposeInputSchema.parse({
    timeZone: 'UTC',
    from: dateOf(first),
    days: 7,
    intervalMinutes: 30,
    people,
    demand,
    seconds,
  });
}

/** A week for 20 people; the floor is what proving the bound alone takes, without looking for any shift. */
export async function rosterBench(): Promise<Row[]> {
  const input = week();
  let ids = 0;
  let reached = seconds;
  const { shifts, cost, bound, gap } = await propose(input, {
    newId: () => `s${(ids += 1)}`,
    onProgress: (at) => {
      if (at.cost - at.bound <= near * at.cost) reached = Math.min(reached, at.seconds);
    },
  });
  const time = budget(seconds, () => false);
  const problem = problemOf(input);
  const relaxation = boundProposal(await highs(), problem, time, { bound: () => undefined });
  const floor = time.spent();
  const rows = coverModel(problem).base.rowLower.length;
  const from = performance.now();
  placeBreaks({ timeZone: 'UTC', shifts, demand: input.demand, intervalMinutes: 30, rules: input.rules });
  return [
    {
      name: 'propose a week for 20 people',
      ours: reached,
      floor,
      unit: 's',
      better: 'less',
      note:
        `to a gap of 1 %, or the limit of ${seconds} s: cost ${cost.toFixed(1)}, bound ${bound.toFixed(1)}, gap ` +
        `${(100 * gap).toFixed(1)} %; floor: the bound alone (${relaxation.toFixed(1)}), ${rows} intervals`,
    },
    {
      name: `breaks of ${shifts.length} shifts`,
      ours: (performance.now() - from) / 1000,
      floor: null,
      unit: 's',
      better: 'less',
    },
  ];
}
