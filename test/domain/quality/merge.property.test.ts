import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hybridClock } from '../../../src/domain/desk/hlc.ts';
import { conflictsOf, mergeRegisters } from '../../../src/domain/quality/merge.ts';
import { fieldKey, type Register, type Registers } from '../../../src/domain/quality/registers.ts';

const fields = ['a/value', 'a/comment', 'b/value', '/state'] as const;
const places = ['home', 'branch', 'pack'] as const;
type Place = (typeof places)[number];

/** Somebody says something somewhere at some minute, or one place hears of all that another has. */
const act = fc.oneof(
  fc.record({
    kind: fc.constant('say' as const),
    at: fc.constantFrom(...places),
    field: fc.constantFrom(...fields),
    value: fc.integer({ min: 1, max: 5 }),
    minute: fc.nat(20),
  }),
  fc.record({ kind: fc.constant('meet' as const), at: fc.constantFrom(...places), from: fc.constantFrom(...places) }),
);
const order = fc.shuffledSubarray(
  places.flatMap((at) => places.filter((from) => from !== at).map((from) => [at, from] as const)),
  { minLength: 6 },
);

const text = (registers: Registers): string => JSON.stringify([...registers].sort(([a], [b]) => (a < b ? -1 : 1)));

it('any interleaving of what is said in three places, met in any order, ends in one state (QAP-4)', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), order, order, (acts, first, second) => {
      const clocks = { home: hybridClock('home'), branch: hybridClock('branch'), pack: hybridClock('pack') };
      const start: Record<Place, Registers> = { home: new Map(), branch: new Map(), pack: new Map() };
      for (const each of acts) {
        if (each.kind === 'meet') start[each.at] = mergeRegisters(start[each.at], start[each.from]);
        else {
          // Clocks on walls differ and go back: what one has heard of it is always after.
          for (const { hlc } of start[each.at].values()) clocks[each.at].observe(hlc);
          const said: Register = { value: each.value, hlc: clocks[each.at].next(each.minute * 60_000), actor: each.at };
          start[each.at] = new Map(start[each.at]).set(each.field, said);
        }
      }
      // All hear of all, in two orders, twice: the same everywhere, whichever order it was.
      const ends = [first, second].map((pairs) => {
        const places_ = { ...start };
        for (const [at, from] of [...pairs, ...pairs, ...pairs])
          places_[at] = mergeRegisters(places_[at], places_[from]);
        return places.map((place) => text(places_[place]));
      });
      expect(new Set(ends.flat()).size).toBe(1);
      const whole = mergeRegisters(mergeRegisters(start.home, start.branch), start.pack);
      expect(text(whole)).toBe(ends[0]![0]);
      expect(text(mergeRegisters(whole, whole))).toBe(text(whole));
    }),
    { numRuns: 500 },
  );
});

it('nothing said last is lost, and nobody is asked about what only one side changed (QAP-5)', () => {
  const said = (value: number, hlc: string): Register => ({ value, hlc, actor: 'x' });
  const base = new Map([[fieldKey('a', 'value'), '1']]);
  const here: Registers = new Map([
    ['a/value', said(3, '2')],
    ['b/value', said(4, '2')],
    ['c/value', said(5, '3')],
  ]);
  const there: Registers = new Map([
    ['a/value', said(2, '3')],
    ['b/value', said(4, '3')],
    ['d/value', said(1, '2')],
  ]);
  const merged = mergeRegisters(here, there);
  expect([...merged].map(([key, { value }]) => [key, value])).toEqual([
    ['a/value', 2],
    ['b/value', 4],
    ['c/value', 5],
    ['d/value', 1],
  ]);
  expect(conflictsOf(here, there, base).map(({ key }) => key)).toEqual(['a/value']);
  expect(conflictsOf(here, there, new Map([['a/value', '2']]))).toEqual([]);
});
