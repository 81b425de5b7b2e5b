import { prng } from '../../../../src/domain/prng.ts';

/**
 * Instances of our own in the text format of Curtois and Qu, small enough to be solved by trying everything: a week, two
 * shifts that may not follow each other one way round, three people with limits that bind.
 */
export function madeInstance(seed: number, days = 7): string {
  const random = prng(seed, 0x607);
  const people = ['Ada', 'Ben', 'Cy'];
  const lines = (make: (add: (line: string) => void) => void): string[] => {
    const all: string[] = [];
    make((line) => void all.push(line));
    return all;
  };
  const requests = (chance: number): string[] =>
    lines((add) => {
      for (const id of people)
        for (let day = 0; day < days; day += 1)
          if (random.chance(chance)) add(`${id},${day},${random.pick(['E', 'L'])},${random.int(1, 3)}`);
    });
  return [
    '# Made for tests, not published anywhere',
    'SECTION_HORIZON',
    String(days),
    'SECTION_SHIFTS',
    'E,480,',
    'L,600,E',
    'SECTION_STAFF',
    ...people.map((id, k) => {
      const most = `E=${random.int(2, days)}|L=${random.int(1, 4)}`;
      return `${id},${most},${[2400, 2880, 1800][k]},${[960, 1440, 480][k]},${random.int(3, 5)},${random.int(1, 2)},${random.int(1, 2)},${random.int(0, 1)}`;
    }),
    'SECTION_DAYS_OFF',
    ...people.map((id) => `${id},${random.int(0, days - 1)}`),
    'SECTION_SHIFT_ON_REQUESTS',
    ...requests(0.25),
    'SECTION_SHIFT_OFF_REQUESTS',
    ...requests(0.15),
    'SECTION_COVER',
    ...lines((add) => {
      for (let day = 0; day < days; day += 1)
        for (const shift of ['E', 'L'])
          add(`${day},${shift},${random.int(0, 2)},${random.pick([10, 100])},${random.int(1, 5)}`);
    }),
    '',
  ].join('\n');
}
