import { channels, priorities } from '../../src/contract/words.ts';
import { prng } from '../../src/domain/prng.ts';
import { agreement } from '../../src/domain/quality/agreement/agreement.ts';
import { drawSample } from '../../src/domain/quality/sampling/draw.ts';
import type { Candidate } from '../../src/domain/quality/sampling/strata.ts';
import { timing, type Row } from './stats.ts';

const reviewers = 20;
const items = 1000;

/** Twenty reviewers who mostly agree on five points; one in ten ratings is missing. */
function ratings(): (number | null)[][] {
  const rng = prng(20, items);
  return Array.from({ length: items }, () => {
    const truth = rng.int(1, 5);
    return Array.from({ length: reviewers }, () =>
      rng.chance(0.1) ? null : Math.min(5, Math.max(1, truth + rng.pick([-1, 0, 0, 0, 1]))),
    );
  });
}

/** A million tickets of three hundred agents. */
function closedTickets(): Candidate[] {
  const rng = prng(1, 1_000_000);
  return Array.from({ length: 1_000_000 }, (_, at) => ({
    id: `01990000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
    agentId: `agent-${rng.int(1, 300)}`,
    channel: channels[rng.weighted([6, 2, 3, 0.2, 1, 0.1, 0.1, 0.1])] ?? 'email',
    priority: priorities[rng.weighted([0.3, 1, 5, 2])] ?? 'p3',
    csat: rng.chance(0.3) ? (rng.chance(0.85) ? 'good' : 'bad') : null,
    slaMissed: rng.chance(0.1),
    escalated: rng.chance(0.05),
    newAgent: rng.chance(0.1),
    closedAt: at,
    reopened: rng.chance(0.08),
    longPauseMinutes: rng.chance(0.1) ? rng.int(0, 6000) : 0,
  }));
}

const milliseconds = (runs: number, work: () => void): number =>
  timing(
    Array.from({ length: runs }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  ).p50;

/** All figures of agreement with their intervals; a sample drawn from a million tickets that are at hand. */
export function qualityBench(): Row[] {
  const table = ratings();
  const complete = table.map((row) => row.map((value) => value ?? 3));
  const candidates = closedTickets();
  let sink = 0;
  const agree = (of: (number | null)[][]) =>
    milliseconds(15, () => (sink += agreement({ ratings: of, weights: 'quadratic', tolerance: 0 }).alpha.ordinal ?? 0));
  const asked = { sharePercent: 5, minPerAgent: 5, riskPicks: 200, seed: 1 };
  const drawn = milliseconds(3, () => (sink += drawSample({ ...asked, candidates }).random.length));
  const floor = milliseconds(3, () => {
    const agents = new Map<string, number>();
    for (const { agentId } of candidates) agents.set(agentId, (agents.get(agentId) ?? 0) + 1);
    sink += agents.size;
  });
  if (!Number.isFinite(sink)) throw new Error('The work was not done');
  const name = `agreement of ${reviewers} reviewers on ${items.toLocaleString('en')} items`;
  return [
    { name, ours: agree(complete), floor: null, unit: 'ms', better: 'less', note: 'nothing missing, with ICC' },
    { name: `${name}, a tenth missing`, ours: agree(table), floor: null, unit: 'ms', better: 'less' },
    {
      name: 'sampling over 1 M closed tickets',
      ours: drawn,
      floor,
      unit: 'ms',
      better: 'less',
      note: 'at hand; floor: counting them by agent',
    },
  ];
}
