import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample } from '../../../../src/domain/quality/sampling/draw.ts';
import { riskOf } from '../../../../src/domain/quality/sampling/risk.ts';
import { stratumOf } from '../../../../src/domain/quality/sampling/strata.ts';
import type { Candidate } from '../../../../src/domain/quality/sampling/strata.ts';
import { closedTickets, plan, ticket, week } from './tickets.ts';

const idsOf = (picks: readonly { readonly id: string }[]) => picks.map(({ id }) => id).sort();
const count = <T>(list: readonly T[], key: (one: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
};
const byId = (candidates: readonly Candidate[]) => new Map(candidates.map((each) => [each.id, each]));

describe('the random sample (QAS-1 to QAS-3)', () => {
  it('is the share of all, no agent below the minimum, no ticket twice', () => {
    fc.assert(
      fc.property(week, plan, (candidates, asked) => {
        const { random } = drawSample({ ...asked, candidates });
        const known = byId(candidates);
        const drawn = count(random, ({ agentId }) => agentId);
        expect(new Set(idsOf(random)).size).toBe(random.length);
        for (const [agent, closed] of count(candidates, ({ agentId }) => agentId)) {
          const due = (closed * asked.sharePercent) / 100;
          const least = Math.min(asked.minPerAgent, closed);
          expect(drawn.get(agent) ?? 0).toBeGreaterThanOrEqual(Math.max(least, Math.floor(due)));
          expect(drawn.get(agent) ?? 0).toBeLessThanOrEqual(Math.max(least, Math.ceil(due)));
        }
        for (const { id, agentId, stratum } of random) {
          expect(known.get(id)?.agentId).toBe(agentId);
          expect(stratumOf(known.get(id)!)).toBe(stratum);
        }
        const forShare = random.filter(({ reason }) => reason === 'share').length;
        expect(forShare).toBe(Math.round((candidates.length * asked.sharePercent) / 100));
      }),
    );
  });

  it('takes of each stratum of an agent what it is due, rounded down or up', () => {
    fc.assert(
      fc.property(week, plan, (candidates, asked) => {
        const { random } = drawSample({ ...asked, candidates });
        const wanted = count(random, ({ agentId }) => agentId);
        const closed = count(candidates, ({ agentId }) => agentId);
        const key = (agentId: string, stratum: string) => `${agentId}: ${stratum}`;
        const drawn = count(random, ({ agentId, stratum }) => key(agentId, stratum));
        for (const [name, size] of count(candidates, (each) => key(each.agentId, stratumOf(each)))) {
          const agentId = name.split(':')[0] ?? '';
          const due = ((wanted.get(agentId) ?? 0) * size) / closed.get(agentId)!;
          expect(drawn.get(name) ?? 0).toBeGreaterThanOrEqual(Math.floor(due - 1e-9));
          expect(drawn.get(name) ?? 0).toBeLessThanOrEqual(Math.ceil(due + 1e-9));
        }
      }),
    );
  });

  it('is the same for the same seed in whatever order tickets come, and another for another seed', () => {
    fc.assert(
      fc.property(week, plan, (candidates, asked) => {
        const one = drawSample({ ...asked, candidates });
        const other = drawSample({ ...asked, candidates: [...candidates].reverse() });
        expect(idsOf(other.random)).toEqual(idsOf(one.random));
        expect(other.risk).toEqual(one.risk);
      }),
    );
    const candidates = closedTickets(400, 3);
    const draw = (seed: number) =>
      idsOf(drawSample({ candidates, sharePercent: 10, minPerAgent: 0, riskPicks: 0, seed }).random);
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('gives each ticket of an agent the same chance, those of rare kinds as well', () => {
    // 38 alike, one of its own kind each: by largest remainders neither of the two would ever be drawn.
    const candidates = [
      ...Array.from({ length: 38 }, (_, at) => ticket(`plain-${at}`)),
      ticket('angry', { csat: 'bad' }),
      ticket('urgent', { priority: 'p1', channel: 'phone' }),
    ];
    const runs = 4000;
    const times = new Map<string, number>();
    for (let seed = 0; seed < runs; seed += 1)
      for (const { id } of drawSample({ candidates, sharePercent: 5, minPerAgent: 0, riskPicks: 0, seed }).random)
        times.set(id, (times.get(id) ?? 0) + 1);
    const deviation = Math.sqrt(runs * 0.05 * 0.95);
    for (const { id } of candidates) expect(Math.abs((times.get(id) ?? 0) - runs * 0.05)).toBeLessThan(4.5 * deviation);
  });

  it('draws its lots anew for each week: the same seed does not always take the same kind', () => {
    let angry = 0;
    const weeks = 1000;
    for (let at = 0; at < weeks; at += 1) {
      const candidates = Array.from({ length: 20 }, (_, n) => ticket(`w${at}-${n}`, n === 0 ? { csat: 'bad' } : {}));
      const { random } = drawSample({ candidates, sharePercent: 5, minPerAgent: 0, riskPicks: 0, seed: 1 });
      if (random[0]?.id === `w${at}-0`) angry += 1;
    }
    expect(Math.abs(angry - weeks / 20)).toBeLessThan(4.5 * Math.sqrt((weeks * 19) / 400));
  });

  it('draws everything at 100 percent, and nothing of nothing', () => {
    const candidates = closedTickets(50, 1);
    const all = { sharePercent: 100, minPerAgent: 0, riskPicks: 5, seed: 1 };
    expect(idsOf(drawSample({ ...all, candidates }).random)).toEqual(idsOf(candidates));
    expect(drawSample({ ...all, candidates }).risk).toEqual([]);
    expect(drawSample({ ...all, candidates: [] })).toEqual({ random: [], risk: [] });
  });

  it('says of which stratum a pick is, and why', () => {
    const candidates = [
      ticket('one', { csat: 'bad', escalated: true }),
      ticket('two', { agentId: 'bo', newAgent: true }),
    ];
    const { random } = drawSample({
      candidates,
      sharePercent: 0,
      minPerAgent: 1,
      riskPicks: 0,
      seed: 1,
      already: ['one'],
    });
    expect(random.map(({ id, reason, why }) => [id, reason, why])).toEqual([
      ['one', 'before', 'Random sample, drawn before (bad CSAT, SLA met, escalated, email, p3)'],
      ['two', 'minimum', 'Random sample, the least for each agent (no CSAT, SLA met, email, p3, new agent)'],
    ]);
  });
});

describe('topping up (QAS-4)', () => {
  it('keeps what was drawn while more close, however often, and ends at what one draw would have', () => {
    const cuts = fc.array(fc.nat(300), { maxLength: 5 });
    fc.assert(
      fc.property(week, plan, cuts, (candidates, asked, at) => {
        let already: string[] = [];
        for (const cut of [...at, candidates.length].sort((a, b) => a - b)) {
          const so = candidates.slice(0, cut);
          const found = idsOf(drawSample({ ...asked, candidates: so, already }).random);
          expect(found).toEqual(expect.arrayContaining(already));
          already = found;
        }
        const once = count(drawSample({ ...asked, candidates }).random, ({ agentId }) => agentId);
        const topped = count(
          candidates.filter(({ id }) => already.includes(id)),
          ({ agentId }) => agentId,
        );
        for (const [agent, wanted] of once) expect(topped.get(agent)).toBeGreaterThanOrEqual(wanted);
      }),
    );
  });

  it('a draw again with nothing new changes nothing', () => {
    fc.assert(
      fc.property(week, plan, (candidates, asked) => {
        const already = idsOf(drawSample({ ...asked, candidates }).random);
        const again = drawSample({ ...asked, candidates, already }).random;
        expect(idsOf(again)).toEqual(already);
        expect(again.every(({ reason }) => reason === 'before')).toBe(true);
      }),
    );
  });

  it('puts right what the earlier draw could not know: late strata are filled first', () => {
    const early = Array.from({ length: 20 }, (_, at) => ticket(`early-${at}`));
    const late = Array.from({ length: 20 }, (_, at) => ticket(`late-${at}`, { channel: 'phone' }));
    const asked = { sharePercent: 10, minPerAgent: 0, riskPicks: 0, seed: 5 };
    const already = idsOf(drawSample({ ...asked, candidates: early }).random);
    const after = drawSample({ ...asked, candidates: [...early, ...late], already }).random;
    expect(after.filter(({ stratum }) => stratum.includes('phone'))).toHaveLength(2);
    expect(after).toHaveLength(4);
  });

  it('what was drawn and is closed no more counts no more', () => {
    const candidates = closedTickets(40, 2, 1);
    const asked = { sharePercent: 10, minPerAgent: 0, riskPicks: 0, seed: 5 };
    expect(drawSample({ ...asked, candidates, already: ['gone'] }).random).toHaveLength(4);
  });
});

describe('risk picks (QAS-5)', () => {
  it('are the riskiest of what is not in the random sample, the riskiest first', () => {
    fc.assert(
      fc.property(week, plan, (candidates, asked) => {
        const { random, risk } = drawSample({ ...asked, candidates });
        const without = new Set(idsOf(random));
        const known = byId(candidates);
        const scores = candidates
          .filter(({ id }) => !without.has(id))
          .map(riskOf)
          .filter((score) => score > 0)
          .sort((a, b) => b - a)
          .slice(0, asked.riskPicks);
        expect(risk.map(({ score }) => score)).toEqual(scores);
        expect(risk.every(({ id, score }) => !without.has(id) && riskOf(known.get(id)!) === score)).toBe(true);
      }),
    );
  });

  it('weigh what a customer said above what a clock says', () => {
    const signs = [
      { csat: 'bad' },
      { reopened: true },
      { slaMissed: true },
      { longPauseMinutes: 10_000 },
      { longPauseMinutes: 1440 },
      { longPauseMinutes: 1439 },
      { csat: 'good', escalated: true, priority: 'p1' },
    ] as const;
    expect(signs.map((sign) => riskOf(ticket('t', sign)))).toEqual([40, 25, 20, 15, 5, 0, 0]);
    expect(riskOf(ticket('t', { csat: 'bad', reopened: true, slaMissed: true, longPauseMinutes: 1e9 }))).toBe(100);
  });

  it('say why in words', () => {
    const candidates = [ticket('t', { csat: 'bad', reopened: true, slaMissed: true, longPauseMinutes: 3000 })];
    const { risk } = drawSample({ candidates, sharePercent: 0, minPerAgent: 0, riskPicks: 1, seed: 1 });
    expect(risk[0]?.why).toBe('Low CSAT, reopened, SLA missed, paused for 50 hours');
  });
});
