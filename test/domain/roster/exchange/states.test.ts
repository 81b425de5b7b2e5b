import { describe, expect, test } from 'vitest';
import { agentStates } from '../../../../src/contract/words.ts';
import { missingStates } from '../../../../src/domain/roster/exchange/same.ts';
import { stateOf } from '../../../../src/domain/roster/exchange/words.ts';
import { iso, plan, said } from './support.ts';

describe('words for states (RIO-10)', () => {
  test.each([
    ['Ready', '', 'available'],
    ['Not Ready', '', 'offQueue'],
    ['NotReady', 'Lunch', 'lunch'],
    ['Not Ready', 'Team meeting', 'meeting'],
    ['Not Ready', 'Something', 'offQueue'],
    ['Not Ready: Break', '', 'break'],
    ['ACW', '', 'wrapUp'],
    ['After call work', '', 'wrapUp'],
    ['On call', '', 'onCall'],
    ['TALKING', '', 'onCall'],
    ['Aux', '', 'offQueue'],
    ['Aux 3 - Lunch', '', 'lunch'],
    ['AUX 7', '', 'offQueue'],
    ['Break', 'Lunch', 'lunch'],
    ['Logged Out', '', 'offline'],
    ['Nachbearbeitung', '', 'wrapUp'],
    ['Déjeuner', '', 'lunch'],
    ['1:1', '', 'coaching'],
    ['Juggling', '', null],
    ['Juggling', 'Training', 'training'],
    ['constructor', '', null],
  ])('%s %s', (word, reason, state) => {
    expect(stateOf(word, reason)).toBe(state);
  });

  test.each(agentStates)('our own word %s', (state) => {
    expect(stateOf(state)).toBe(state);
  });
});

const spans = (text: string, options = {}) =>
  plan(text, options).states.map(({ state, startAt, endAt }) => `${state} ${iso(startAt) ?? ''} ${iso(endAt) ?? 'on'}`);

describe('state logs (RIO-10)', () => {
  test('with an end, with a length, or until the next state', () => {
    const ended =
      'Agent,State,Start time,End time\nAda Lund,Ready,2026-01-13 09:00:05,2026-01-13 09:10:00\nAda Lund,ACW,2026-01-13 23:59:00,00:02:00\n';
    expect(spans(ended)).toEqual([
      'available 2026-01-13T08:00:05Z 2026-01-13T08:10:00Z',
      'wrapUp 2026-01-13T22:59:00Z 2026-01-13T23:02:00Z',
    ]);
    const lasted = (header: string, length: string) =>
      spans(`Agent,State,Date,Time,${header}\nAda Lund,Talking,13/01/2026,9:00 AM,${length}\n`);
    expect(lasted('Duration (sec)', '330')).toEqual(['onCall 2026-01-13T08:00:00Z 2026-01-13T08:05:30Z']);
    expect(lasted('Dauer (Minuten)', '"5,5"')).toEqual(['onCall 2026-01-13T08:00:00Z 2026-01-13T08:05:30Z']);
    expect(lasted('Duration (mm:ss)', '05:30')).toEqual(['onCall 2026-01-13T08:00:00Z 2026-01-13T08:05:30Z']);
    expect(lasted('Duration', '0:05:30')).toEqual(['onCall 2026-01-13T08:00:00Z 2026-01-13T08:05:30Z']);
    expect(spans('Agent,State,Timestamp\nAda Lund,Available,2026-01-13T09:00:00Z\n')).toEqual([
      'available 2026-01-13T09:00:00Z on',
    ]);
  });

  test('a length without a unit is proven by the next state, or asked', () => {
    const log = (unit: number) =>
      `Agent,State,Start,Duration\nAda Lund,Ready,2026-01-13 09:00:00,${600 / unit}\nAda Lund,ACW,2026-01-13 09:10:00,${120 / unit}\nAda Lund,Ready,2026-01-13 09:12:00,1\n`;
    expect(spans(log(1))[0]).toBe('available 2026-01-13T08:00:00Z 2026-01-13T08:10:00Z');
    expect(spans(log(60))[0]).toBe('available 2026-01-13T08:00:00Z 2026-01-13T08:10:00Z');
    const open = 'Agent,State,Start,Duration\nAda Lund,Ready,2026-01-13 09:00:00,10\n';
    expect(plan(open)).toMatchObject({ states: [], questions: [{ kind: 'durationUnit', suggested: 'seconds' }] });
    expect(spans(open, { durationUnit: 'minutes' })).toEqual(['available 2026-01-13T08:00:00Z 2026-01-13T08:10:00Z']);
  });

  test('a word nobody knows is asked once and refused with each row, or answered', () => {
    const text =
      'Agent,State,Start,End\nAda Lund,Juggling,2026-01-13 09:00,2026-01-13 10:00\nAda Lund,juggling,2026-01-13 10:00,2026-01-13 11:00\n';
    const read = plan(text);
    expect(read.questions).toMatchObject([{ kind: 'state', value: 'juggling' }]);
    expect(read.issues.map(({ line, column }) => [line, column])).toEqual([
      [2, 'State'],
      [3, 'State'],
    ]);
    expect(plan(text, { states: { juggling: 'training' } })).toMatchObject({
      questions: [],
      issues: [],
      states: [{ state: 'training' }, { state: 'training' }],
    });
  });

  test('bad rows are refused, doubles too; the same log again brings nothing', () => {
    const text =
      'Agent,State,Start,End\n' +
      'Ada Lund,Ready,2026-01-13 09:00,2026-01-13 08:00\n' +
      ',Ready,2026-01-13 09:00,2026-01-13 10:00\n' +
      'Ada Lund,,2026-01-13 09:00,2026-01-13 10:00\n' +
      'Ada Lund,Ready,2026-01-13 09:00,2026-01-13 10:00\n' +
      'Ada Lund,Ready,2026-01-13 09:00,2026-01-13 10:00\n';
    const read = plan(text);
    expect(said(read)).toEqual([
      '2 reject: The state ends before it begins.',
      '3 reject: The row names nobody.',
      '4 reject: The row has no state.',
      '6 reject: This state stands in line 5 already.',
    ]);
    expect(missingStates(plan(text).states, read.states)).toEqual([]);
    expect(missingStates(read.states, [])).toEqual(read.states);
  });
});
