import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailAgents } from '../../../src/domain/staffing/backlog.ts';
import type { MailLoad } from '../../../src/domain/staffing/backlog.ts';

const hour = 3_600_000;
/** At six minutes an item, an agent does ten an hour. */
const perHour = 10;
const mail = (
  values: readonly number[],
  more: Partial<MailLoad> = {},
  open = (_: number): boolean => true,
): MailLoad => ({
  intervalMinutes: 60,
  ahtSeconds: 360,
  withinMinutes: 480,
  backlog: 0,
  arrivals: values.map((value, index) => ({ at: index * hour, value, open: open(index) })),
  ...more,
});
const levels = (load: MailLoad) => mailAgents(load).intervals.map(({ agents }) => Math.round(agents * 1e6) / 1e6);

/**
 * The worst lateness (hours) of any item when `agents` work the mail off in order, by walking through time in steps, each
 * with the mail of its own. Nothing of it is shared with the rule.
 */
function worstLateness({ arrivals, withinMinutes, backlog }: MailLoad, agents: readonly number[], steps = 60): number {
  const queue: { at: number; left: number }[] = backlog > 0 ? [{ at: 0, left: backlog }] : [];
  let head = 0;
  let worst = -Infinity;
  const within = withinMinutes / 60;
  arrivals.forEach(({ value, open }, index) => {
    for (let step = 0; step < steps; step += 1) {
      const at = index + (step + 1) / steps;
      if (value > 0) queue.push({ at: index + (step + 0.5) / steps, left: value / steps });
      let room = open ? ((agents[index] ?? 0) * perHour) / steps : 0;
      while (room > 1e-9 && head < queue.length) {
        const item = queue[head]!;
        const done = Math.min(room, item.left);
        item.left -= done;
        room -= done;
        if (item.left > 1e-9) break;
        worst = Math.max(worst, at - item.at - within);
        head += 1;
      }
    }
  });
  // What is left at the end and was due by then was never done.
  const due = arrivals.length - within;
  return queue.slice(head).some((item) => item.left > 1e-6 && item.at <= due + 1e-9) ? Infinity : worst;
}

/**
 * Whether a staffing keeps a promise of whole hours, exactly: within an hour work goes on at one pace and is held up only by
 * what has come, so that the ends of the hours tell.
 */
function keeps({ arrivals, withinMinutes, backlog }: MailLoad, agents: readonly number[]): boolean {
  const come = [backlog];
  arrivals.forEach(({ value }) => come.push(come.at(-1)! + value));
  let done = 0;
  return arrivals.every(({ open }, index) => {
    done = Math.min(come[index + 1]!, done + (open ? (agents[index] ?? 0) * perHour : 0));
    return done >= (come[index + 1 - withinMinutes / 60] ?? 0) - 1e-9;
  });
}

const squares = (agents: readonly number[]) => agents.reduce((sum, level) => sum + level * level, 0);
const peak = (agents: readonly number[]) => Math.max(...agents);

describe('mail in time with the least and smoothest staff (STF-7)', () => {
  it('a backlog is worked off evenly until its time is over', () => {
    expect(levels(mail([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], { backlog: 100 }))).toEqual([
      ...Array<number>(8).fill(1.25),
      0,
      0,
    ]);
  });

  it('nothing is needed for nothing, and nothing can be done before it comes', () => {
    expect(levels(mail([0, 0, 0]))).toEqual([0, 0, 0]);
    // A hundred in the second hour, due two hours after: three hours to do them in.
    expect(levels(mail([0, 90, 0, 0, 0, 0], { withinMinutes: 120 }))).toEqual([0, 3, 3, 3, 0, 0]);
  });

  it('is level over a day of waves, not a wave itself', () => {
    const found = levels(mail([0, 60, 0, 60, 0, 60, 0, 60, 0, 0, 0, 0], { withinMinutes: 240 }));
    expect(peak(found)).toBeLessThan(3.2);
    expect(Math.min(...found.slice(2, 10))).toBeGreaterThan(1.9);
  });

  it('only open intervals work, while the promise runs by the clock', () => {
    const night = (index: number) => index < 2 || index > 5;
    const { intervals } = mailAgents(mail([10, 10, 0, 0, 0, 0, 0, 0], { withinMinutes: 360 }, night));
    // What came by 2 o'clock is due from 6 on: half an hour's work then, or before.
    expect(intervals.map(({ agents }) => agents).slice(2, 6)).toEqual([0, 0, 0, 0]);
    expect(intervals.at(-1)).toMatchObject({ backlog: 0, late: 0 });
    expect(peak(intervals.map(({ agents }) => agents))).toBeLessThanOrEqual(1);
  });

  it('what falls due while nobody works is late, and caught up within the next open interval (STF-8)', () => {
    const night = (index: number) => index < 1 || index > 4;
    const { intervals } = mailAgents(mail([0, 10, 10, 0, 0, 0, 0], { withinMinutes: 120 }, night));
    expect(intervals.map(({ late }) => Math.round(late))).toEqual([0, 0, 0, 10, 20, 0, 0]);
    expect(intervals.map(({ backlog }) => Math.round(backlog))).toEqual([0, 10, 20, 20, 20, 0, 0]);
    expect(intervals[5]?.agents).toBeCloseTo(2, 9);
  });

  it('a promise shorter than an interval: mail is done as it comes, and the backlog within the time', () => {
    expect(levels(mail([10, 20, 0], { withinMinutes: 30 }))).toEqual([1, 2, 0]);
    const hurried = mail([0, 0], { withinMinutes: 30, backlog: 10 });
    expect(levels(hurried)).toEqual([2, 0]);
    expect(worstLateness(hurried, levels(hurried))).toBeLessThanOrEqual(1e-9);
  });

  it('occupancy and shrinkage add people; a roster is whole', () => {
    const load = mail(Array<number>(8).fill(0), { backlog: 80, maxOccupancy: 0.8, shrinkage: 0.3 });
    expect(levels(load)).toEqual(Array<number>(8).fill(1.25));
    expect(mailAgents(load).intervals[0]?.scheduledAgents).toBe(2);
  });

  it('never open: nothing is done, and what is due is late', () => {
    const { intervals } = mailAgents(mail([10, 0, 0], { withinMinutes: 60 }, () => false));
    expect(intervals.at(-1)).toMatchObject({ agents: 0, scheduledAgents: 0, backlog: 10, late: 10 });
  });

  it('refuses intervals that overlap, and takes instants as text', () => {
    const arrivals = ['2026-03-02T09:00:00Z', '2026-03-02T09:30:00Z'].map((at) => ({ at, value: 1, open: true }));
    expect(() => mailAgents({ ...mail([]), arrivals })).toThrow(
      expect.objectContaining({ code: 'INVALID', data: { field: 'arrivals.1.at' } }),
    );
    const { intervals } = mailAgents({ ...mail([]), intervalMinutes: 30, arrivals });
    expect(intervals[1]?.at).toBe(Date.parse('2026-03-02T09:30:00Z'));
  });

  it('intervals with a gap between them: nobody works in it', () => {
    const arrivals = [
      { at: 0, value: 10, open: true },
      { at: 90 * 60_000, value: 0, open: true },
    ];
    const { intervals } = mailAgents({ ...mail([]), withinMinutes: 60, arrivals });
    // From 1 to 1:30 nobody is there, and half of it falls due: it is done before.
    expect(intervals[0]?.agents).toBeGreaterThanOrEqual(0.5);
    expect(intervals.every(({ late }) => late === 0)).toBe(true);
  });
});

describe('held against trying everything (STF-7)', () => {
  const small = fc.record({
    values: fc.array(fc.constantFrom(0, 0, 10, 20, 40), { minLength: 3, maxLength: 4 }),
    backlog: fc.constantFrom(0, 10, 30),
    within: fc.integer({ min: 1, max: 3 }),
    closed: fc.integer({ min: -1, max: 3 }),
  });
  /** All staffings in half agents up to five. */
  const every = (intervals: number): number[][] =>
    intervals === 0
      ? [[]]
      : every(intervals - 1).flatMap((rest) => Array.from({ length: 11 }, (_, at) => [...rest, at / 2]));

  it('no staffing in halves keeps the promise with a lower sum of squares or a lower peak', () => {
    fc.assert(
      fc.property(small, ({ values, backlog, within, closed }) => {
        const load = mail(values, { backlog, withinMinutes: within * 60 }, (index) => index !== closed);
        const plan = mailAgents(load);
        const found = plan.intervals.map(({ agents }) => agents);
        // A promise that nobody can keep has nothing to compare.
        fc.pre(keeps(load, Array<number>(values.length).fill(1000)));
        expect(plan.intervals.every(({ late }) => late === 0)).toBe(true);
        expect(keeps(load, found)).toBe(true);
        // Steps of a minute are coarse by a minute.
        expect(worstLateness(load, found)).toBeLessThanOrEqual(1.01 / 60);
        const cells = every(values.length).filter((agents) => agents[closed] === undefined || agents[closed] === 0);
        for (const agents of cells) {
          const better = squares(agents) < squares(found) - 1e-6 || peak(agents) < peak(found) - 1e-6;
          if (better && keeps(load, agents)) expect({ agents, found }).toBe('no better than ours');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes a little from any interval, and the promise breaks', () => {
    const load = mail([10, 40, 0, 20, 30, 0, 0, 0], { backlog: 20, withinMinutes: 180 }, (index) => index !== 3);
    const found = mailAgents(load).intervals.map(({ agents }) => agents);
    expect(keeps(load, found)).toBe(true);
    found.forEach((level, index) => {
      if (level === 0) return;
      const less = found.map((other, at) => (at === index ? other * 0.99 : other));
      expect(keeps(load, less)).toBe(false);
    });
  });

  it('a time that is no whole number of intervals is kept too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 10, 20, 40, 70), { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 15, max: 400 }),
        fc.constantFrom(0, 30),
        (values, withinMinutes, backlog) => {
          const load = mail(values, { withinMinutes, backlog });
          const { intervals } = mailAgents(load);
          expect(intervals.every(({ late }) => late === 0)).toBe(true);
          expect(
            worstLateness(
              load,
              intervals.map(({ agents }) => agents),
            ),
          ).toBeLessThanOrEqual(1.01 / 60);
        },
      ),
    );
  });
});
