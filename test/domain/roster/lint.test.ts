import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/domain/fault.ts';
import { day, hour, lisbon, look, newYork, of, say, shift, taken, type Found } from './build.ts';

const ada = { id: 'ada', name: 'Ada Lund' };
const told = ({ severity, text }: Found) => `${severity}: ${text}`;
const labels = ({ remedies }: Found) => remedies.map(({ label }) => label);
const clock = (at: number) => say('Europe/Lisbon')(at).slice(11, 16);
const week = (...dates: number[]) => dates.map((date) => day('ada', date));

describe('a roster without fault (LNT-1)', () => {
  it('has no findings', () => {
    expect(look({ people: [{ ...ada, contractMinutes: 2400 }], shifts: week(2, 3, 4, 5, 6) })).toEqual([]);
    expect(look({ shifts: [] })).toEqual([]);
  });

  it('is told of by start, then by person, and only where it was asked', () => {
    const people = [{ id: 'bo', name: 'Bo' }, ada];
    const shifts = [day('ada', 3, '08:00', '20:00'), day('bo', 3, '08:00', '20:00'), day('ada', 2, '08:00', '20:00')];
    const order = (over: object) =>
      look({ people, shifts, rules: { off: ['missingBreak'] }, ...over }).map(
        (one) => `${one.personId ?? ''} ${one.rule}`,
      );
    expect(order({})).toEqual(['ada dayLength', 'bo dayLength', 'ada dayLength']);
    expect(order({ to: lisbon('2026-03-03 00:00') })).toEqual(['ada dayLength']);
    expect(order({ from: lisbon('2026-03-02 20:00') })).toEqual(['bo dayLength', 'ada dayLength']);
  });

  it('leaves rules out that are off', () => {
    const shifts = [day('ada', 2, '08:00', '20:00'), day('ada', 2, '09:00', '21:00')];
    expect(of('doubleBooking', { shifts, rules: { off: ['doubleBooking'] } })).toEqual([]);
    expect(of('doubleBooking', { shifts })).toHaveLength(1);
  });

  it('calls people by their id who have no name, or are not among those given', () => {
    const shifts = [day('x7', 2, '08:00', '20:00')];
    expect(look({ shifts })[0]?.text).toMatch(/^x7's shift lasts 12 h/);
    expect(look({ shifts, people: [{ id: 'x7' }] })[0]?.text).toMatch(/^x7's shift lasts 12 h/);
  });

  it('refuses what cannot be, at its field', () => {
    const field = (given: Parameters<typeof look>[0]) => {
      try {
        look(given);
      } catch (error) {
        return error instanceof Fault ? error.data?.field : error;
      }
      return 'nothing';
    };
    const shifts = week(2);
    expect(field({ shifts, people: [ada, { id: 'bo', timeZone: 'Europe/Atlantis' }] })).toBe('people.1.timeZone');
    expect(field({ shifts, people: [ada, ada] })).toBe('people.1.id');
    expect(field({ shifts: [...shifts, ...shifts] })).toBe('shifts.1.id');
    expect(field({ shifts, away: [{ personId: 'ada', startAt: 2, endAt: 1 }] })).toBe('away.0.endAt');
    expect(field({ shifts, holidays: ['2026-02-30'] as never })).not.toBe('nothing');
  });
});

describe('two shifts at once (LNT-3)', () => {
  it('are told with how long', () => {
    const shifts = [day('ada', 4, '08:00', '16:30'), shift('ada', '2026-03-04 14:00', '2026-03-04 20:00')];
    const [one, ...others] = of('doubleBooking', { people: [ada], shifts });
    expect(others).toEqual([]);
    expect(one && told(one)).toBe('error: Ada Lund has two shifts at once Wednesday 14:00 to 16:30, 2 h 30.');
    expect(one && labels(one)).toEqual([
      'Start the second at 16:30',
      'End the first at 14:00',
      'Make the second an open shift',
    ]);
  });

  it('that are one and the same have one of them removed', () => {
    const twice = { ...day('ada', 4), id: 'again' };
    const [one] = of('doubleBooking', { people: [ada], shifts: [day('ada', 4), twice] });
    expect(one?.remedies[0]).toMatchObject({ label: 'Remove the entry from 08:00', shiftId: 'again', set: null });
  });

  it('are none where they touch, and none of two people or of nobody', () => {
    const shifts = [
      shift('ada', '2026-03-04 08:00', '2026-03-04 12:00'),
      shift('ada', '2026-03-04 12:00', '2026-03-04 16:00'),
      day('bo', 4),
      day(null, 4),
      { ...day(null, 4), id: 'another' },
    ];
    expect(of('doubleBooking', { people: [ada], shifts })).toEqual([]);
  });
});

describe('nights on both dates (LNT-11)', () => {
  const night = shift('ada', '2026-03-04 22:00', '2026-03-05 06:00', [], { id: 'night' });

  it('written again on the next day are told once, and the second entry goes', () => {
    const again = shift('ada', '2026-03-05 00:00', '2026-03-05 06:00', [], { id: 'again' });
    const findings = look({ people: [ada], shifts: [night, again], rules: { off: ['missingBreak'] } });
    expect(findings.map(told)).toEqual([
      "error: Ada Lund's night from Wednesday 22:00 stands on both dates: again from Thursday 00:00.",
    ]);
    expect(findings[0]?.remedies[0]).toMatchObject({ shiftId: 'again', set: null });
  });

  it('that run into the next shift are told, and joining them is one change of two shifts', () => {
    const next = shift('ada', '2026-03-05 05:00', '2026-03-05 07:30', [], { id: 'next' });
    const [one] = of('overnightOverlap', { people: [ada], shifts: [night, next] });
    expect(one && told(one)).toBe(
      "error: Ada Lund's night from Wednesday 22:00 runs to 06:00, into the shift that begins Thursday 05:00.",
    );
    const join = one?.remedies.find(({ label }) => label === 'Join them into one night');
    expect(join?.also).toEqual([{ shiftId: 'next', set: null }]);
    expect(join?.set?.endAt).toBe(lisbon('2026-03-05 07:30'));
  });

  it('split at midnight are a warning, and one night again when joined', () => {
    const shifts = [
      shift('ada', '2026-03-04 22:00', '2026-03-05 00:00', [], { id: 'a' }),
      shift('ada', '2026-03-05 00:00', '2026-03-05 06:00', [['break', '2026-03-05 02:00', '2026-03-05 02:30']], {
        id: 'b',
      }),
    ];
    const findings = look({ people: [ada], shifts });
    expect(findings.map(told)).toEqual([
      'warning: Ada Lund has one night as two shifts, split at midnight: Wednesday 22:00 to Thursday 06:00.',
    ]);
    const [join] = findings[0]?.remedies ?? [];
    const after = join ? taken(shifts, join) : [];
    expect(after).toEqual([{ ...shifts[0], endAt: lisbon('2026-03-05 06:00'), activities: shifts[1]?.activities }]);
    expect(look({ people: [ada], shifts: after })).toEqual([]);
  });

  it('are by midnight where the person is', () => {
    const at = (zone: string) => [
      shift('ada', '2026-03-04 22:00', '2026-03-05 00:00', [], { id: 'a', zone }),
      shift('ada', '2026-03-05 00:00', '2026-03-05 04:00', [], { id: 'b', zone }),
    ];
    const people = [{ ...ada, timeZone: 'America/New_York' }];
    expect(of('overnightOverlap', { people, shifts: at('America/New_York') })).toHaveLength(1);
    expect(of('overnightOverlap', { people, shifts: at('Europe/Lisbon') })).toEqual([]);
  });

  it('are doubles where the rule for nights is off', () => {
    const next = shift('ada', '2026-03-05 05:00', '2026-03-05 13:00');
    const rules = { off: ['overnightOverlap'] };
    expect(of('doubleBooking', { people: [ada], shifts: [night, next], rules })).toHaveLength(1);
    expect(of('doubleBooking', { people: [ada], shifts: [night, next] })).toEqual([]);
  });
});

describe('hours in which somebody can work (LNT-4)', () => {
  const hours = { mon: [['09:00', '17:00']], tue: [['22:00', '06:00']] };
  const people = [{ ...ada, availability: hours }];

  it('are kept by a shift inside, a night past midnight too', () => {
    const shifts = [
      day('ada', 2, '09:00', '17:00'),
      shift('ada', '2026-03-03 22:00', '2026-03-04 06:00', [['break', '2026-03-04 02:00', '2026-03-04 02:30']]),
    ];
    expect(look({ people, shifts })).toEqual([]);
  });

  it('are told where a shift goes beyond, and it is moved or cut', () => {
    const shifts = [day('ada', 2, '08:00', '16:00')];
    const [one, ...others] = look({ people, shifts });
    expect(others).toEqual([]);
    expect(one && told(one)).toBe(
      "error: Ada Lund's shift Monday 08:00 to 16:00 goes 1 h beyond the hours they can work.",
    );
    expect(one && labels(one)).toEqual([
      'Move it to 09:00 to 17:00',
      'Make it 09:00 to 16:00',
      'Make it an open shift',
    ]);
  });

  it('are none on a day left out', () => {
    const [one] = of('availability', { people, shifts: [day('ada', 6)] });
    expect(one?.text).toBe("Ada Lund's shift Friday 08:00 to 16:30 lies outside of the hours they can work.");
  });

  it('are by the clock where the person is, which is named', () => {
    const afar = [{ ...ada, timeZone: 'America/New_York', availability: { mon: [['09:00', '17:00']] } }];
    expect(of('availability', { people: afar, shifts: [day('ada', 2, '09:00', '17:00', 'America/New_York')] })).toEqual(
      [],
    );
    const [one] = of('availability', { people: afar, shifts: [shift('ada', '2026-03-02 13:00', '2026-03-02 21:00')] });
    expect(one?.text).toMatch(/Monday 08:00 to 16:00 New York time goes 1 h beyond/);
  });

  it('move with the clock, not with UTC', () => {
    const sunday = [{ ...ada, availability: { sat: [['00:00', '24:00']], sun: [['00:00', '08:00']] } }];
    const late = shift('ada', '2026-10-24 23:00', '2026-10-25 08:00');
    expect(of('availability', { people: sunday, shifts: [late] })).toEqual([]);
    const later = shift('ada', '2026-10-24 23:00', '2026-10-25 08:30');
    expect(of('availability', { people: sunday, shifts: [later] })[0]).toMatchObject({
      startAt: lisbon('2026-10-25 08:00'),
      endAt: lisbon('2026-10-25 08:30'),
    });
  });
});

describe('time away (LNT-5)', () => {
  it('has no shift in it; what is left of one is offered', () => {
    const away = [
      { personId: 'ada', startAt: lisbon('2026-03-02 13:00'), endAt: lisbon('2026-03-02 15:00') },
      { personId: 'ada', startAt: lisbon('2026-03-02 15:00'), endAt: lisbon('2026-03-04 00:00') },
    ];
    const [one, ...others] = of('timeOff', { people: [ada], shifts: week(2), away });
    expect(others).toEqual([]);
    expect(one && told(one)).toBe('error: Ada Lund is away Monday 13:00 to 16:30 and has a shift then.');
    expect(one && labels(one)).toEqual(['Make it 08:00 to 13:00', 'Make it an open shift']);
    expect(of('timeOff', { people: [ada], shifts: week(4), away })).toEqual([]);
  });
});

describe('rest (LNT-6)', () => {
  const late = (to: string) => day('ada', 3, '12:30', to);

  it('is told in the words of the contract, and put right three ways', () => {
    const shifts = [late('22:30'), day('ada', 4, '08:00', '16:30')];
    const [one] = of('rest', { people: [ada], shifts: [{ ...shifts[0]!, activities: [] }, shifts[1]!] });
    expect(one && told(one)).toBe('error: Ada Lund has 9 h 30 of rest before Wednesday 08:00; the rule is 11 h.');
    expect(one?.fix).toBe('Start 1 h 30 later, or end the shift before that much earlier.');
    expect(one && labels(one)).toEqual([
      'Move it to 09:30 to 18:00',
      'Start at 09:30',
      'End the shift before at 21:00',
    ]);
  });

  it('is enough at exactly the rule, and none of two that touch', () => {
    const shifts = [
      shift('ada', '2026-03-03 13:00', '2026-03-03 21:00'),
      shift('ada', '2026-03-04 08:00', '2026-03-04 12:00'),
      shift('ada', '2026-03-04 12:00', '2026-03-04 16:00'),
    ];
    expect(of('rest', { shifts })).toEqual([]);
  });

  it('counts as it passes: an hour less in the night the clocks go forward', () => {
    const shifts = [
      shift('ada', '2026-03-28 13:00', '2026-03-28 21:00'),
      shift('ada', '2026-03-29 08:00', '2026-03-29 16:00'),
    ];
    expect(of('rest', { people: [ada], shifts })[0]?.text).toBe(
      'Ada Lund has 10 h of rest before Sunday 08:00; the rule is 11 h.',
    );
  });

  it('counts as it passes: an hour more in the night they go back', () => {
    const shifts = [
      shift('ada', '2026-10-24 14:00', '2026-10-24 22:00'),
      shift('ada', '2026-10-25 08:00', '2026-10-25 16:00'),
    ];
    expect(of('rest', { people: [ada], shifts })).toEqual([]);
    expect(of('rest', { people: [ada], shifts, rules: { minRestMinutes: 661 } })).toHaveLength(1);
  });

  it('is by the clock of each person: the same night is longer in one place', () => {
    const night = (personId: string, zone: string) => [
      shift(personId, '2026-03-28 13:00', '2026-03-28 21:00', [], { zone }),
      shift(personId, '2026-03-29 08:00', '2026-03-29 16:00', [], { zone }),
    ];
    const people = [ada, { id: 'bo', name: 'Bo', timeZone: 'America/New_York' }];
    const shifts = [...night('ada', 'Europe/Lisbon'), ...night('bo', 'America/New_York')];
    expect(of('rest', { people, shifts }).map(({ personId }) => personId)).toEqual(['ada']);
  });

  it('offers no remedy that would break another rule', () => {
    const hours = { tue: [['00:00', '24:00']], wed: [['08:00', '16:30']] };
    const shifts = [shift('ada', '2026-03-03 12:30', '2026-03-03 22:30'), day('ada', 4)];
    const [one] = of('rest', { people: [{ ...ada, availability: hours }], shifts });
    expect(one && labels(one)).toEqual(['Start at 09:30', 'End the shift before at 21:00']);
  });
});

describe('hours of the contract (LNT-7)', () => {
  it('are counted without breaks, and the week is shortened to them', () => {
    const people = [{ ...ada, contractMinutes: 38 * 60 }];
    const [one] = of('contractHours', { people, shifts: week(2, 3, 4, 5, 6) });
    expect(one && told(one)).toBe('error: Ada Lund works 40 h in the week of Monday 2 March; the contract is 38 h.');
    expect(one && labels(one)[0]).toBe('End Friday at 14:30');
    expect(of('contractHours', { people, shifts: week(2, 3, 4, 5) })).toEqual([]);
  });

  it('may be passed by what is allowed', () => {
    const people = [{ ...ada, contractMinutes: 38 * 60 }];
    const given = (overContractMinutes: number) => ({
      people,
      shifts: week(2, 3, 4, 5, 6),
      rules: { overContractMinutes },
    });
    expect(of('contractHours', given(120))).toEqual([]);
    expect(of('contractHours', given(119))[0]?.text).toMatch(/the contract is 38 h \(1 h 59 over are allowed\)\.$/);
  });

  it('of a night over Sunday midnight go to both weeks, split at midnight where the person is', () => {
    const night = shift('ada', '2026-03-08 22:00', '2026-03-09 06:00');
    const over = (contractMinutes: number, timeZone: string) =>
      of('contractHours', { people: [{ ...ada, contractMinutes, timeZone }], shifts: [night] }).map(({ text }) =>
        /works (.*) in the week of (.*);/.exec(text)?.slice(1).join(' '),
      );
    expect(over(60, 'Europe/Lisbon')).toEqual(['2 h Monday 2 March', '6 h Monday 9 March']);
    // 18:00 to 01:00 in New York: the clocks went forward there that morning, 4 hours behind by then.
    expect(over(60, 'America/New_York')).toEqual(['6 h Monday 2 March', '2 h Monday 9 March']);
    expect(over(120, 'Europe/Lisbon')).toEqual(['6 h Monday 9 March']);
  });

  it('count a night of a change of the clocks as it passes', () => {
    const hours = (from: string, to: string) =>
      of('contractHours', { people: [{ ...ada, contractMinutes: 0 }], shifts: [shift('ada', from, to)] })[0]?.text;
    expect(hours('2026-03-28 22:00', '2026-03-29 06:00')).toMatch(/works 7 h in/);
    expect(hours('2026-10-24 22:00', '2026-10-25 06:00')).toMatch(/works 9 h in/);
  });

  it('count two shifts at once only once', () => {
    const shifts = [
      shift('ada', '2026-03-02 08:00', '2026-03-02 12:00'),
      shift('ada', '2026-03-02 10:00', '2026-03-02 13:00'),
    ];
    expect(of('contractHours', { people: [{ ...ada, contractMinutes: 300 }], shifts })).toEqual([]);
    expect(of('contractHours', { people: [{ ...ada, contractMinutes: 299 }], shifts })[0]?.text).toMatch(/works 5 h/);
  });
});

describe('length of a day (LNT-8)', () => {
  it('is an error where it is too long, and is cut at either end', () => {
    const [one] = of('dayLength', { people: [ada], shifts: [day('ada', 4, '08:00', '19:15')] });
    expect(one && told(one)).toBe(
      "error: Ada Lund's shift lasts 11 h 15, Wednesday 08:00 to 19:15; the rule is at most 10 h.",
    );
    expect(one && labels(one)).toEqual(['End at 18:00', 'Start at 09:15']);
  });

  it('is a warning where it is too short', () => {
    const [one] = of('dayLength', { people: [ada], shifts: [shift('ada', '2026-03-04 08:00', '2026-03-04 11:00')] });
    expect(one && told(one)).toBe(
      "warning: Ada Lund's shift lasts 3 h, Wednesday 08:00 to 11:00; the rule is at least 4 h.",
    );
    expect(one && labels(one)).toEqual(['End at 12:00', 'Start at 07:00']);
  });

  it('offers no way that makes another error worse', () => {
    const shifts = [...week(2, 3, 4, 5), shift('ada', '2026-03-06 08:00', '2026-03-06 11:00')];
    const offers = (contractMinutes: number) =>
      of('dayLength', { people: [{ ...ada, contractMinutes }], shifts }).map(labels);
    expect(offers(36 * 60)).toEqual([['End at 12:00', 'Start at 07:00']]);
    expect(offers(34 * 60)).toEqual([[]]);
  });

  it('is that of shifts that touch together', () => {
    const shifts = [
      shift('ada', '2026-03-04 08:00', '2026-03-04 14:00'),
      shift('ada', '2026-03-04 14:00', '2026-03-04 20:00', [], { work: 'mail' }),
    ];
    expect(of('dayLength', { people: [ada], shifts })[0]?.text).toBe(
      'Ada Lund has shifts without rest between, for 12 h, Wednesday 08:00 to 20:00; the rule is at most 10 h.',
    );
  });

  it('is looked at in open shifts too', () => {
    const [one] = of('dayLength', { shifts: [day(null, 4, '08:00', '19:00')] });
    expect(one).toMatchObject({ personId: null });
    expect(one?.text).toMatch(/^An open shift lasts 11 h, Wednesday 08:00/);
  });

  it('of a night is as it passes', () => {
    const rules = { maxShiftMinutes: 480, off: ['missingBreak'] };
    expect(look({ rules, shifts: [shift('ada', '2026-03-28 22:00', '2026-03-29 07:00')] })).toEqual([]);
    expect(look({ rules, shifts: [shift('ada', '2026-10-24 22:00', '2026-10-25 06:00')] })).toHaveLength(1);
  });
});

describe('days in a row (LNT-9)', () => {
  it('are told from first to last, and the day to free leaves neither side too long', () => {
    const [one] = of('daysInRow', { people: [ada], shifts: week(2, 3, 4, 5, 6, 7, 8) });
    expect(one && told(one)).toBe(
      'error: Ada Lund works 7 days in a row, Monday 2 March to Sunday 8 March; the rule is 5.',
    );
    expect(one && labels(one)).toEqual(['Free Saturday: make it an open shift', 'Free Tuesday: make it an open shift']);
    expect(of('daysInRow', { people: [ada], shifts: week(2, 3, 4, 5, 6, 8) })).toEqual([]);
  });

  it('count where a shift begins, by the date where the person is', () => {
    const nights = [2, 3, 4].map((date) => shift('ada', `2026-03-0${date} 22:00`, `2026-03-0${date + 1} 06:00`));
    const given = {
      shifts: [...nights, shift('ada', '2026-03-06 22:00', '2026-03-07 06:00')],
      rules: { maxDaysInRow: 2 },
    };
    expect(of('daysInRow', { people: [ada], ...given })[0]?.text).toMatch(
      /3 days in a row, Monday 2 March to Wednesday/,
    );
    // 02:00 in Lisbon on the 5th is still the 4th in New York.
    const early = [
      shift('ada', '2026-03-03 20:00', '2026-03-04 00:00', [], { zone: 'America/New_York' }),
      shift('ada', '2026-03-05 02:00', '2026-03-05 06:00'),
    ];
    const count = (timeZone: string) =>
      of('daysInRow', { people: [{ ...ada, timeZone }], shifts: early, rules: { maxDaysInRow: 1 } }).length;
    expect(count('America/New_York')).toBe(1);
    expect(count('Europe/Lisbon')).toBe(1);
    expect(say('America/New_York')(early[1]!.startAt)).toMatch(/^2026-03-04 21:00/);
  });

  it('go on over the days on which the clocks change', () => {
    const days = ['03-26', '03-27', '03-28', '03-29', '03-30', '03-31'].map((date) =>
      shift('ada', `2026-${date} 09:00`, `2026-${date} 14:00`),
    );
    expect(of('daysInRow', { people: [ada], shifts: days })[0]?.text).toMatch(/works 6 days in a row/);
  });
});

describe('breaks (LNT-13)', () => {
  it('are put into the middle where there are none', () => {
    const shifts = [shift('ada', '2026-03-04 08:00', '2026-03-04 16:00')];
    const [one] = of('missingBreak', { people: [ada], shifts });
    expect(one && told(one)).toBe(
      "error: Ada Lund's shift from Wednesday 08:00 has no break in 8 h; over 6 h it needs 30 min.",
    );
    expect(one && labels(one)).toEqual(['Put a 30 min break at 11:45']);
    expect(one?.remedies[0]?.set?.activities).toEqual([
      { kind: 'break', startAt: lisbon('2026-03-04 11:45'), endAt: lisbon('2026-03-04 12:15') },
    ]);
  });

  it('that are too short have what is missing added', () => {
    const shifts = [
      shift('ada', '2026-03-04 08:00', '2026-03-04 16:00', [['break', '2026-03-04 10:00', '2026-03-04 10:15']]),
    ];
    const [one] = of('missingBreak', { people: [ada], shifts });
    expect(one?.text).toMatch(/has only 15 min of break in 8 h/);
    expect(one && labels(one)[0]).toMatch(/^Put a 15 min break at 1[23]:/);
  });

  it('at the edge part nothing, and are moved', () => {
    const shifts = [
      shift('ada', '2026-03-04 08:00', '2026-03-04 16:00', [['lunch', '2026-03-04 08:30', '2026-03-04 09:00']]),
    ];
    const [one] = of('missingBreak', { people: [ada], shifts });
    expect(one?.text).toBe(
      "Ada Lund's shift from Wednesday 08:00 has 7 h of work without a break; the rule is at most 6 h.",
    );
    expect(one && labels(one)[0]).toBe('Move the lunch to 11:45');
  });

  it('are not laid over what is planned', () => {
    const shifts = [
      shift('ada', '2026-03-04 08:00', '2026-03-04 16:00', [['training', '2026-03-04 10:30', '2026-03-04 13:00']]),
    ];
    const [one] = of('missingBreak', { people: [ada], shifts });
    expect(one && labels(one)).toEqual(['Put a 30 min break at 13:00']);
  });

  it('take their time from another channel where that is in the middle', () => {
    const shifts = [
      shift('ada', '2026-03-04 08:00', '2026-03-04 16:00', [['mail', '2026-03-04 10:00', '2026-03-04 14:00']]),
    ];
    const [one] = of('missingBreak', { people: [ada], shifts });
    expect(
      one?.remedies[0]?.set?.activities.map(({ kind, startAt, endAt }) => [kind, clock(startAt), clock(endAt)]),
    ).toEqual([
      ['mail', '10:00', '11:45'],
      ['break', '11:45', '12:15'],
      ['mail', '12:15', '14:00'],
    ]);
  });

  it('are not needed at six hours, and are by the length of the night as it passes', () => {
    expect(of('missingBreak', { shifts: [shift('ada', '2026-03-04 08:00', '2026-03-04 14:00')] })).toEqual([]);
    expect(of('missingBreak', { shifts: [shift('ada', '2026-03-28 23:00', '2026-03-29 06:00')] })).toEqual([]);
    expect(of('missingBreak', { shifts: [shift('ada', '2026-10-24 23:00', '2026-10-25 05:00')] })).toHaveLength(1);
  });

  it('go where a rule of cover is not short for it', () => {
    const cover = [{ kind: 'language', name: 'es', people: 1, hours: { wed: [['10:00', '13:00']] } }];
    const people = [{ ...ada, languages: ['es'] }];
    const shifts = [shift('ada', '2026-03-04 08:00', '2026-03-04 16:00')];
    const [one] = of('missingBreak', { people, shifts, rules: { cover } });
    expect(one && labels(one)).toEqual(['Put a 30 min break at 13:00']);
  });
});

describe('cover (LNT-10)', () => {
  const people = [
    { ...ada, languages: ['en', 'es-MX'], skills: { Billing: 4 } },
    { id: 'bo', name: 'Bo Hale', languages: ['es'], skills: { billing: 2 } },
    { id: 'cy', name: 'Cy', languages: ['en'] },
  ];
  const hours = {
    mon: [
      ['09:00', '12:00'],
      ['11:00', '15:00'],
    ],
  };
  const spanish = (count: number, over = hours as object) => ({
    cover: [{ kind: 'language', name: 'es', people: count, hours: over }],
  });
  const stretches = (found: readonly Found[]) =>
    found.map(
      ({ startAt, endAt }) => `${say('Europe/Lisbon')(startAt).slice(5)} ${say('Europe/Lisbon')(endAt).slice(11)}`,
    );

  it('of a language is told in stretches, at work and not on a break', () => {
    const shifts = [day('ada', 2, '08:00', '14:00'), day('bo', 2, '10:00', '16:30'), day('cy', 2)];
    const found = of('languageGap', { people, shifts, rules: spanish(2) });
    expect(stretches(found)).toEqual(['03-02 09:00:00 10:00:00', '03-02 12:00:00 12:30:00', '03-02 14:00:00 15:00:00']);
    expect(found.map(told)).toEqual([
      'error: Spanish: 1 at work Monday 09:00 to 10:00; 2 people are asked for.',
      'error: Spanish: nobody at work Monday 12:00 to 12:30; 2 people are asked for.',
      'error: Spanish: 1 at work Monday 14:00 to 15:00; 2 people are asked for.',
    ]);
    expect(found.map(labels)).toEqual([['Bo Hale: start at 09:00'], [], ['Ada Lund: end at 15:00']]);
  });

  it('of a break is put right by moving it', () => {
    const shifts = [day('ada', 2), day('cy', 2)];
    const [one] = of('languageGap', { people, shifts, rules: spanish(1, { mon: [['11:30', '12:30']] }) });
    expect(one && labels(one)).toEqual(
      ["Move Ada Lund's lunch to 12:30", "Move Ada Lund's lunch to 11:30"].slice(0, 1),
    );
  });

  it('is put right by an open shift given to who can', () => {
    const shifts = [day(null, 2, '09:00', '17:00'), day('cy', 2)];
    const rules = spanish(1, { mon: [['10:00', '11:00']] });
    const [one] = of('languageGap', { people, shifts, rules });
    expect(one && labels(one)).toEqual([
      'Give the open shift from 09:00 to Ada Lund',
      'Give the open shift from 09:00 to Bo Hale',
    ]);
    const away = [{ personId: 'ada', startAt: lisbon('2026-03-02 00:00'), endAt: lisbon('2026-03-03 00:00') }];
    const [other] = of('languageGap', { people, shifts, rules, away });
    expect(other && labels(other)).toEqual(['Give the open shift from 09:00 to Bo Hale']);
  });

  it('of a skill asks for its level', () => {
    const skill = (minLevel: number) => ({
      cover: [{ kind: 'skill', name: 'BILLING', minLevel, people: 1, hours: { mon: [['09:00', '10:00']] } }],
    });
    const shifts = [day('bo', 2)];
    expect(of('skillGap', { people, shifts, rules: skill(2) })).toEqual([]);
    const [one] = of('skillGap', { people, shifts, rules: skill(3) });
    expect(one?.text).toBe('BILLING (level 3 or more): nobody at work Monday 09:00 to 10:00; 1 person is asked for.');
  });

  it('counts nobody who is away, nobody twice, and no open shift', () => {
    const shifts = [day('ada', 2), { ...day('ada', 2), id: 'twice' }, day(null, 2)];
    const rules = spanish(2, { mon: [['09:00', '10:00']] });
    expect(of('languageGap', { people, shifts, rules })[0]?.text).toMatch(/1 at work/);
    const away = [{ personId: 'ada', startAt: lisbon('2026-03-02 09:30'), endAt: lisbon('2026-03-02 09:45') }];
    const gaps = of('languageGap', { people, shifts, away, rules: spanish(1, { mon: [['09:00', '10:00']] }) });
    expect(stretches(gaps)).toEqual(['03-02 09:30:00 09:45:00']);
  });

  it('is looked at on the days of the roster, or in what is asked for, and not on holidays', () => {
    const rules = spanish(1, { mon: [['09:00', '10:00']], tue: [['09:00', '10:00']] });
    const shifts = [day('cy', 2)];
    expect(of('languageGap', { people, shifts, rules })).toHaveLength(1);
    const asked = { from: lisbon('2026-03-02 09:30'), to: lisbon('2026-03-04 00:00') };
    expect(stretches(of('languageGap', { people, shifts, rules, ...asked }))).toEqual([
      '03-02 09:30:00 10:00:00',
      '03-03 09:00:00 10:00:00',
    ]);
    expect(of('languageGap', { people, shifts, rules, holidays: ['2026-03-02'] })).toEqual([]);
  });

  it('holds by the clock of the desk, over midnight and the change of the clocks', () => {
    const nights = spanish(1, { sat: [['22:00', '06:00']] });
    const covered = [shift('bo', '2026-10-24 22:00', '2026-10-25 05:00')];
    const asked = { from: lisbon('2026-10-24 00:00'), to: lisbon('2026-10-26 00:00') };
    const [gap] = of('languageGap', { people, shifts: covered, rules: nights, ...asked });
    expect(gap).toMatchObject({ startAt: lisbon('2026-10-25 05:00'), endAt: lisbon('2026-10-25 06:00') });
    const abroad = [{ ...people[1]!, timeZone: 'America/New_York' }];
    const there = [shift('bo', '2026-10-24 17:00', '2026-10-25 02:00', [], { zone: 'America/New_York' })];
    expect(of('languageGap', { people: abroad, shifts: there, rules: nights, ...asked })).toEqual([]);
    expect(there[0]!.endAt - there[0]!.startAt).toBe(9 * hour);
  });

  it('keeps remedies of other findings from breaking it', () => {
    const given = {
      people: [{ ...ada, languages: ['es'] }],
      shifts: [shift('ada', '2026-03-02 13:00', '2026-03-02 22:30'), day('ada', 3)],
    };
    const rules = spanish(1, { mon: [['13:00', '22:30']], tue: [['08:00', '09:00']] });
    const [free] = of('rest', given);
    const [bound] = of('rest', { ...given, rules });
    expect(free && labels(free)).toHaveLength(3);
    expect(bound && labels(bound)).toEqual([]);
  });
});

describe('holidays (LNT-12)', () => {
  it('are a warning by the date where the person is', () => {
    const holidays = [{ date: '2026-03-05', name: 'Founders’ day' }];
    const people = [ada, { id: 'bo', name: 'Bo', timeZone: 'America/New_York' }];
    const shifts = [
      shift('ada', '2026-03-05 01:00', '2026-03-05 06:00'),
      { ...shift('bo', '2026-03-05 01:00', '2026-03-05 06:00'), id: 'there' },
      shift('bo', '2026-03-05 20:00', '2026-03-06 00:00', [], { zone: 'America/New_York' }),
    ];
    expect(of('holiday', { people, shifts, holidays }).map(told)).toEqual([
      "warning: Ada Lund's shift begins on a holiday, Thursday (Founders’ day).",
      "warning: Bo's shift begins on a holiday, Thursday (Founders’ day).",
    ]);
    expect(of('holiday', { people, shifts: [day('ada', 5)], holidays: ['2026-03-05'] })[0]?.text).toMatch(
      /on a holiday, Thursday\.$/,
    );
  });
});

describe('words (LNT-15)', () => {
  it('name the day where the roster has that weekday twice', () => {
    const shifts = [day('ada', 4, '08:00', '19:00'), day('ada', 18)];
    expect(of('dayLength', { people: [ada], shifts })[0]?.text).toMatch(/Wednesday 4 March 08:00 to 19:00/);
  });

  it('name the zone where it is not the desk’s', () => {
    const people = [{ ...ada, timeZone: 'America/New_York' }];
    const shifts = [day('ada', 4, '08:00', '19:00', 'America/New_York')];
    const [one] = of('dayLength', { people, shifts });
    expect(one?.text).toMatch(/Wednesday 08:00 to 19:00 New York time;/);
    expect(one && labels(one)).toEqual(['End at 18:00', 'Start at 09:00']);
    expect(one?.startAt).toBe(newYork('2026-03-04 08:00'));
  });
});
