import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/domain/calendar/compile.ts';
import { callbackFlags, dayIn, type Promised } from '../../../src/domain/callbacks/flags.ts';
import { defaultCalendar } from '../../../src/domain/sla/default-policy.ts';
import { hour, minute, mondayTen } from '../../support/fake-clock.ts';

const noor = { id: 'noor', name: 'Noor Haddad', away: false };
const bo = { id: 'bo', name: 'Bo Berg', away: false };
const day = 24 * hour;

/** A promise in order: at 11:00, Noor's, confirmed just now. */
const promised = (given: Partial<Promised> = {}): Promised => ({
  id: 'one',
  ticketNumber: 12,
  promisedAt: mondayTen + hour,
  owner: noor,
  ticketDone: false,
  validatedAt: mondayTen,
  ...given,
});
const context = { now: mondayTen, timeZone: 'UTC', calendar: compileCalendar(defaultCalendar('UTC')) };
const flagsOf = (all: readonly Promised[], id: string, given: Partial<typeof context> = {}) =>
  callbackFlags(all, { ...context, ...given }).get(id) ?? [];
const kinds = (all: readonly Promised[], given: Partial<typeof context> = {}) =>
  flagsOf(all, 'one', given).map(({ kind }) => kind);

describe('flags of promised calls (CBK-5)', () => {
  it('none where number, owner and time were confirmed today', () => {
    expect(kinds([promised()])).toEqual([]);
  });

  it('overdue strictly after the promised time; confirming it would not help', () => {
    expect(kinds([promised({ promisedAt: mondayTen })])).toEqual([]);
    const late = promised({ promisedAt: mondayTen - 1, validatedAt: null });
    expect(flagsOf([late], 'one')).toEqual([
      { kind: 'overdue', reason: 'Promised for 09:59. Call now, or promise another time.' },
    ]);
    expect(flagsOf([promised({ promisedAt: mondayTen - 3 * day })], 'one')[0]?.reason).toContain('Fri 27 Feb');
  });

  it('a call of today is to be confirmed today: yesterday does not count, tomorrow is not asked for yet (CBK-4)', () => {
    expect(kinds([promised({ validatedAt: null })])).toEqual(['unconfirmed']);
    expect(kinds([promised({ validatedAt: mondayTen - 11 * hour })])).toEqual(['unconfirmed']);
    expect(kinds([promised({ validatedAt: mondayTen - 10 * hour })])).toEqual([]);
    expect(kinds([promised({ promisedAt: mondayTen + day, validatedAt: null })])).toEqual([]);
  });

  it('what is today is said by the zone of the desk', () => {
    // 10:00 UTC on Monday is 23:00 in Auckland; 11:30 UTC is Tuesday there.
    const one = promised({ promisedAt: mondayTen + 90 * minute, validatedAt: null });
    expect(kinds([one], { timeZone: 'Pacific/Auckland' })).toEqual([]);
    expect(kinds([one])).toEqual(['unconfirmed']);
    expect(dayIn('Pacific/Auckland', mondayTen + 90 * minute)).toBe('2026-03-03');
  });

  it('no owner, or one who is away', () => {
    expect(kinds([promised({ owner: null })])).toEqual(['noOwner']);
    expect(flagsOf([promised({ owner: { ...noor, away: true } })], 'one')).toEqual([
      { kind: 'ownerAway', reason: 'Noor Haddad is away. Give it to somebody who is here.' },
    ]);
  });

  it('two for one owner within one minute, and only then', () => {
    const other = promised({ id: 'two', ticketNumber: 40, promisedAt: mondayTen + hour + 59_999 });
    expect(flagsOf([promised(), other], 'one')).toEqual([
      { kind: 'clash', reason: 'Noor Haddad promised another call at 11:00: #40.' },
    ]);
    expect(kinds([promised(), { ...other, promisedAt: mondayTen + hour + minute }])).toEqual([]);
    expect(kinds([promised(), { ...other, owner: bo }])).toEqual([]);
    expect(kinds([promised({ owner: null }), { ...other, owner: null }])).toEqual(['noOwner']);
  });

  it('outside the opening hours: closing time is outside, opening time is not', () => {
    const at = (hours: number) => kinds([promised({ promisedAt: mondayTen + hours * hour })]);
    expect(at(6.99)).toEqual([]);
    expect(at(7)).toEqual(['outsideHours']);
    expect(at(5 * 24)).toEqual(['outsideHours']);
    expect(at(23)).toEqual([]);
    expect(
      callbackFlags([promised({ promisedAt: mondayTen + 9 * hour })], { ...context, calendar: null }).get('one'),
    ).toEqual([]);
  });

  it('a ticket that is done: is the call still wanted?', () => {
    expect(kinds([promised({ ticketDone: true })])).toEqual(['ticketDone']);
  });

  it('a clash is seen from both sides, and order does not matter', () => {
    const some = fc.record({
      promisedAt: fc.integer({ min: -4, max: 4 }).map((n) => mondayTen + n * 20_000 + hour),
      owner: fc.constantFrom(noor, bo, null),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (given) => {
        const all = given.map((each, index) => promised({ ...each, id: String(index), ticketNumber: index }));
        const flags = callbackFlags(all, context);
        const backwards = callbackFlags(all.toReversed(), context);
        for (const { id, owner, promisedAt } of all) {
          const clash = flags.get(id)?.some(({ kind }) => kind === 'clash') ?? false;
          const peers = all.filter(
            (peer) =>
              peer.id !== id &&
              peer.owner?.id === owner?.id &&
              Math.floor(peer.promisedAt / minute) === Math.floor(promisedAt / minute),
          );
          expect(clash).toBe(owner !== null && peers.length > 0);
          expect(backwards.get(id)?.map(({ kind }) => kind)).toEqual(flags.get(id)?.map(({ kind }) => kind));
        }
      }),
    );
  });
});
