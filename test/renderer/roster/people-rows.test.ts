import { expect, test } from 'vitest';
import type { Person } from '../../../src/contract/index.ts';
import { found, rowOf, sorted } from '../../../src/renderer/roster/people-rows.ts';

const person = (name: string, part: Partial<Person> = {}): Person => ({
  id: name,
  name,
  email: null,
  timeZone: null,
  active: true,
  skills: [],
  languages: [],
  capacity: null,
  away: false,
  phone: null,
  team: null,
  role: null,
  skillLevels: {},
  contractMinutes: null,
  availability: null,
  rampPercent: 100,
  ...part,
});

const rows = [
  person('Zoë', { team: 'North', contractMinutes: 2400, skills: ['Billing'], skillLevels: { Billing: 5 } }),
  person('ann', { team: 'south', contractMinutes: 600, languages: ['pt-BR'], away: true }),
  person('Ben', { active: false, availability: { mon: [['09:00', '12:00']] } }),
].map(rowOf);
const names = (list: typeof rows | readonly (typeof rows)[number][]) => list.map(({ person: { name } }) => name);

test('people are found by any of their words, all of which have to be there', () => {
  expect(names(found(rows, ' NORTH bill'))).toEqual(['Zoë']);
  expect(names(found(rows, 'pt away'))).toEqual(['ann']);
  expect(names(found(rows, 'left'))).toEqual(['Ben']);
  expect(found(rows, 'nobody')).toEqual([]);
  expect(found(rows, '  ')).toBe(rows);
});

test('they sort by a column either way; who has nothing there is last both times', () => {
  expect(names(sorted(rows, { by: 'name', down: false }))).toEqual(['ann', 'Ben', 'Zoë']);
  expect(names(sorted(rows, { by: 'team', down: false }))).toEqual(['Zoë', 'ann', 'Ben']);
  expect(names(sorted(rows, { by: 'team', down: true }))).toEqual(['ann', 'Zoë', 'Ben']);
  expect(names(sorted(rows, { by: 'contract', down: true }))).toEqual(['Zoë', 'ann', 'Ben']);
  expect(names(sorted(rows, { by: 'status', down: false }))).toEqual(['Zoë', 'ann', 'Ben']);
});

test('a row says levels, when somebody can work, and how they stand', () => {
  expect(rows.map(({ availability, status }) => [availability, status])).toEqual([
    ['any time', 'active'],
    ['any time', 'away'],
    ['Mon 09:00-12:00', 'left'],
  ]);
  expect(rowOf(person('Cy', { skills: ['chat'] })).skills).toEqual([{ skill: 'chat', level: 3 }]);
});
