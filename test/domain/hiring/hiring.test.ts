import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interviewFormSchema, type CandidateStage, type Interview } from '../../../src/contract/index.ts';
import { candidateStages, seatStates } from '../../../src/contract/words.ts';
import { uuidMaker } from '../../../src/domain/desk/uuid.ts';
import { meanOfInterviews, meanRating, readable, twice } from '../../../src/domain/hiring/interviews.ts';
import { pipelineOf } from '../../../src/domain/hiring/pipeline.ts';
import { bornAt, deleteAtOf } from '../../../src/domain/hiring/retention.ts';
import { isRunning } from '../../../src/domain/hiring/stages.ts';
import { seededBytes } from '../../../src/domain/prng.ts';
import interview from '../../../resources/hiring/interview.json' with { type: 'json' };

const stage = fc.constantFrom(...candidateStages);
const seatId = fc.constantFrom('a', 'b', 'c', 'd');
const seats = fc
  .uniqueArray(seatId)
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), state: fc.constantFrom(...seatStates) }))),
  );
const candidates = fc.array(fc.record({ seatId: fc.option(seatId), stage }), { maxLength: 12 });

describe('the pipeline (HIR-1)', () => {
  it('tells how many there are for each open seat, and which seat has none of its own', () => {
    const open = (id: string) => ({ id, state: 'open' as const });
    const of = (seat: string | null, at: CandidateStage = 'applied') => ({ seatId: seat, stage: at });
    expect(pipelineOf([], [of(null)])).toEqual({ open: 0, running: 1, perSeat: null, bare: [], verdict: 'noSeats' });
    expect(pipelineOf([open('a'), open('b')], [of('a'), of('a', 'offer'), of(null)])).toEqual({
      open: 2,
      running: 3,
      perSeat: 1.5,
      bare: ['b'],
      verdict: 'short',
    });
    expect(pipelineOf([open('a'), { id: 'b', state: 'filled' }], [of('a', 'screening')]).verdict).toBe('enough');
    expect(pipelineOf([open('a')], [of('a', 'rejected'), of('a', 'hired')])).toMatchObject({ running: 0, bare: ['a'] });
  });

  it('is enough only with as many in the running as open seats; one more candidate never makes it short', () => {
    fc.assert(
      fc.property(seats, candidates, fc.record({ seatId: fc.option(seatId), stage }), (all, some, more) => {
        const now = pipelineOf(all, some);
        expect(now.open).toBe(all.filter(({ state }) => state === 'open').length);
        expect(now.running).toBe(some.filter((each) => isRunning(each.stage)).length);
        expect(now.verdict === 'noSeats').toBe(now.perSeat === null);
        if (now.verdict === 'enough') expect(now.running).toBeGreaterThanOrEqual(now.open);
        if (now.verdict !== 'noSeats') expect(now.verdict === 'enough').toBe(now.bare.length === 0);
        // Every open seat is bare, or somebody in the running is for it; never both.
        for (const { id, state } of all) {
          const own = some.some((each) => each.seatId === id && isRunning(each.stage));
          expect(now.bare.includes(id)).toBe(state === 'open' && !own);
        }
        const after = pipelineOf(all, [...some, more]);
        if (now.verdict === 'enough') expect(after.verdict).toBe('enough');
        expect(after.bare.every((id) => now.bare.includes(id))).toBe(true);
        expect(pipelineOf(all, some.toReversed())).toEqual(now);
      }),
    );
  });
});

describe('interviews (HIR-11, HIR-13)', () => {
  const rated = (...all: readonly (number | null)[]): Interview['ratings'] =>
    Object.fromEntries(all.map((rating, at) => [`q${at}`, { rating, note: '' }]));

  it('the mean is of what was asked; interviews that are done weigh the same', () => {
    expect([meanRating({}), meanRating(rated(null)), meanRating(rated(4, null, 2))]).toEqual([null, null, 3]);
    const form = (mean: number | null, done = true) => ({ mean, done });
    expect(meanOfInterviews([form(5), form(2), form(1, false), form(null)])).toBe(3.5);
    expect(meanOfInterviews([form(4, false)])).toBeNull();
  });

  it('nobody reads another’s form before their own is done, unless the interviews are over; nobody a draft', () => {
    const viewer = fc.constantFrom(null, 'me');
    const by = fc.constantFrom(null, 'me', 'x', 'y');
    const forms = fc.uniqueArray(fc.record({ byId: by, done: fc.boolean() }), { selector: ({ byId }) => byId });
    fc.assert(
      fc.property(viewer, forms, stage, (me, all, at) => {
        const shown = readable(all, me, at);
        const own = all.find(({ byId }) => byId === me);
        expect(shown.includes(own!)).toBe(own !== undefined);
        const over = ['offer', 'hired', 'rejected', 'withdrawn'].includes(at);
        for (const other of all.filter((form) => form !== own))
          expect(shown.includes(other)).toBe(other.done && (over || own?.done === true));
      }),
    );
  });

  it('the form that comes with it asks for five or more things, each with all three anchors and a key of its own', () => {
    const form = interviewFormSchema.parse(interview);
    expect(form.questions.length).toBeGreaterThanOrEqual(5);
    expect(twice(form)).toBeNull();
    for (const { anchors } of form.questions)
      expect(Object.values(anchors).every((text) => text.length > 20)).toBe(true);
    expect(twice({ questions: [...form.questions, form.questions[1]!] })).toBe(form.questions.length);
  });
});

describe('retention (HIR-22)', () => {
  it('counts from the end, for everybody who is not in the running', () => {
    const day = 86_400_000;
    for (const at of candidateStages) {
      const over = ['hired', 'rejected', 'withdrawn'].includes(at);
      expect([at, deleteAtOf(at, 1000, 180)]).toEqual([at, over ? 1000 + 180 * day : null]);
    }
  });

  it('an id tells when it was made', () => {
    const make = uuidMaker(seededBytes(3));
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 4_000_000_000_000 }), (at) => {
        // One maker keeps ids in order, and borrows from the future to do so.
        expect(bornAt(uuidMaker(seededBytes(3))(at))).toBe(at);
      }),
    );
    expect(bornAt(make(0))).toBe(0);
  });
});
