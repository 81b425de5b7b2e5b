import type { Load } from '../../src/contract/staffing.ts';
import { required } from '../../src/domain/staffing/required.ts';
import { simulateDay } from '../../src/domain/staffing/simulate.ts';
import { timing, type Row } from './stats.ts';

const skills = 6;
const quarters = 96;

/** A quarter of an hour of one skill: 3 to 90 calls along the day, by skills of three to eight minutes. */
const loads = (model: Load['model']): Load[] =>
  Array.from({ length: skills * quarters }, (_, at) => ({
    model,
    calls: 3 + 87 * Math.sin((Math.PI * (at % quarters)) / quarters) ** 2 * (1 - Math.floor(at / quarters) / 10),
    intervalMinutes: 15,
    ahtSeconds: 180 + 60 * Math.floor(at / quarters),
    target: { share: 0.8, withinSeconds: 20 },
    maxOccupancy: 0.88,
    shrinkage: 0.3,
    patienceSeconds: 180,
  }));

/** The plainest Erlang C there is: one sum of powers over factorials, for one number of agents. */
function plainErlangC(agents: number, load: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 0; k < agents; k++) {
    sum += term;
    term *= load / (k + 1);
  }
  const all = (term * agents) / (agents - load);
  return all / (sum + all);
}

const milliseconds = (work: () => void): number => {
  work();
  const samples = Array.from({ length: 9 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return timing(samples).p50;
};

/** Requirement searches of a planner's day, and a day played a thousand times. */
export function staffingBench(): Row[] {
  const voice = loads('erlangC');
  const impatient = loads('erlangA');
  let sink = 0;
  const searched = (of: readonly Load[]) => milliseconds(() => of.forEach((load) => (sink += required(load).agents)));
  const known = voice.map((load) => ({ load, agents: required(load).agents }));
  const floor = milliseconds(() => {
    for (const { load, agents } of known) sink += plainErlangC(agents, (load.calls * load.ahtSeconds) / 900);
  });
  const intervals = Array.from({ length: 16 }, (_, at) => ({ at: at * 1_800_000, calls: 126, agents: 12 }));
  const from = performance.now();
  const played = simulateDay({
    intervals,
    intervalMinutes: 30,
    ahtSeconds: 120,
    withinSeconds: 20,
    runs: 1000,
    seed: 1,
  });
  const seconds = (performance.now() - from) / 1000;
  sink += played.runs;
  if (!Number.isFinite(sink)) throw new Error('The work was not done');
  const name = `requirement for a day of ${quarters} intervals and ${skills} skills`;
  const note = 'floor: one plain sum of Erlang C each, the agents known';
  return [
    { name: `${name}, Erlang C`, ours: searched(voice), floor, unit: 'ms', better: 'less', note },
    { name: `${name}, Erlang A`, ours: searched(impatient), floor, unit: 'ms', better: 'less', note },
    { name: 'a day of 2,000 calls played 1,000 times', ours: seconds, floor: null, unit: 's', better: 'less' },
  ];
}
