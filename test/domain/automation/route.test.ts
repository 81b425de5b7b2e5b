import { describe, expect, it } from 'vitest';
import { routeSchema, type RouteRule } from '../../../src/contract/automation.ts';
import { routeTicket, type Candidate } from '../../../src/domain/automation/route.ts';

const person = (name: string, given: Partial<Candidate> = {}): Candidate => ({
  id: name.toLowerCase(),
  name,
  absent: null,
  skills: [],
  languages: [],
  capacity: null,
  open: 0,
  turn: 0,
  ...given,
});
const rule = (given: Partial<RouteRule> = {}): RouteRule => ({
  ...routeSchema.parse({ type: 'route', by: 'leastLoaded' }),
  ...given,
});
const choose = (given: Partial<RouteRule>, people: readonly Candidate[], language: string | null = null) =>
  routeTicket(rule(given), { language }, people);

describe('routing (AUT-20)', () => {
  it('tells of each, in the order given, why not: the first hindrance counts', () => {
    const { personId, considered } = choose(
      { among: ['bo', 'cy', 'di', 'ed', 'fi', 'gus'], skills: ['Refunds'], language: true },
      [
        person('Ann'),
        person('Bo', { absent: 'away' }),
        person('Cy', { skills: ['sales'] }),
        person('Di', { skills: ['refunds'], languages: ['en'] }),
        person('Ed', { skills: ['REFUNDS'], languages: ['PT'], capacity: 2, open: 2 }),
        person('Fi', { skills: ['refunds'], languages: ['pt-PT', 'en'], capacity: 3, open: 1 }),
        person('Gus', { skills: ['refunds'], languages: ['pt'], open: 7 }),
      ],
      'pt-BR',
    );
    expect(considered.map(({ name, fits, reason }) => [name, fits, reason])).toEqual([
      ['Ann', false, 'not among those asked for'],
      ['Bo', false, 'away'],
      ['Cy', false, 'lacks skill Refunds'],
      ['Di', false, 'speaks no pt-BR'],
      ['Ed', false, '2 of 2 open'],
      ['Fi', true, '1 of 3 open'],
      ['Gus', true, '7 open'],
    ]);
    expect(personId).toBe('fi');
  });

  it('asks for a language only where the ticket has one', () => {
    expect(choose({ language: true }, [person('Ann')]).personId).toBe('ann');
    expect(choose({ language: true }, [person('Ann')], 'de').personId).toBeNull();
    expect(choose({ language: false }, [person('Ann')], 'de').personId).toBe('ann');
  });

  it('says who and why, or that there is nobody', () => {
    expect(choose({}, []).reason).toBe('Nobody who is here fits and has room.');
    expect(choose({}, [person('Ann')]).reason).toBe('Ann, the only one who fits: least loaded with 0 open.');
    expect(choose({ by: 'roundRobin' }, [person('Ann'), person('Bo')]).reason).toBe(
      'Ann, of 2 who fit: it is their turn.',
    );
  });
});

describe('least loaded (AUT-21)', () => {
  it.each([
    [
      'the smallest share of capacity',
      [
        { capacity: 2, open: 1 },
        { capacity: 10, open: 4 },
      ],
      'bo',
    ],
    ['who has no limit by the largest capacity', [{ open: 4 }, { capacity: 10, open: 5 }], 'ann'],
    [
      'then the fewest open',
      [
        { capacity: 4, open: 2 },
        { capacity: 2, open: 1 },
      ],
      'bo',
    ],
    ['then who was longest not routed to', [{ turn: 3 }, { turn: 2 }], 'bo'],
    ['then by name', [{}, {}], 'ann'],
  ] as const)('%s', (_, [ann, bo], expected) => {
    const people = [person('Bo', bo), person('Ann', ann)];
    expect(choose({}, people).personId).toBe(expected);
    expect(choose({}, people.toReversed()).personId).toBe(expected);
  });
});

describe('round robin (AUT-22)', () => {
  it('goes round among those who fit, however loaded, those never routed to first', () => {
    let people = [
      person('Ann', { turn: 5, open: 0 }),
      person('Bo', { open: 9 }),
      person('Cy', { turn: 2 }),
      person('Di', { absent: 'away' }),
    ];
    const given: (string | null)[] = [];
    for (let turn = 6; turn < 11; turn++) {
      const { personId } = choose({ by: 'roundRobin' }, people);
      given.push(personId);
      people = people.map((each) => (each.id === personId ? { ...each, turn } : each));
    }
    expect(given).toEqual(['bo', 'cy', 'ann', 'bo', 'cy']);
  });
});
