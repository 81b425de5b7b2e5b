import { expect, test } from 'vitest';
import type { ClockOutcome } from '../../../src/contract/index.ts';
import { changeInWords } from '../../../src/renderer/sla/preview-words.ts';

const minute = 60_000;
const at = (dueAt: number | null, state: ClockOutcome['state'] = 'running'): ClockOutcome => ({
  state,
  dueAt: dueAt === null ? null : dueAt * minute,
  targetMinutes: 60,
  metAt: null,
});

test('what becomes of a clock is said, and of nothing nothing', () => {
  expect(changeInWords(at(100), at(100))).toBeNull();
  expect(changeInWords(at(null), at(null))).toBeNull();
  expect(changeInWords(at(null), at(100))).toBe('a new clock');
  expect(changeInWords(at(100), at(null))).toBe('no clock any more');
  expect(changeInWords(at(100), at(145))).toBe('45 min later');
  expect(changeInWords(at(400), at(100))).toBe('5 h earlier');
});

test('that a clock becomes late, or is no longer, is said with how far it moved', () => {
  expect(changeInWords(at(100), at(40, 'breached'))).toBe('60 min earlier, late then');
  expect(changeInWords(at(40, 'breached'), at(100))).toBe('60 min later, no longer late');
  expect(changeInWords(at(100), at(100, 'breached'))).toBe('late then');
  expect(changeInWords(at(100, 'breached'), at(130, 'breached'))).toBe('30 min later');
});
