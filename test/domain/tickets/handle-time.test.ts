import { expect, it } from 'vitest';
import { handleSecondsOf, readHandleSeconds } from '../../../src/domain/tickets/handle-time.ts';

it('handle time is read as its header says it, seconds where it says nothing; what may be two things is none (KPI-19)', () => {
  for (const [text, header, seconds] of [
    ['754', 'Time Spent', 754],
    ['754', 'Total time spent (sec)', 754],
    ['12,5', 'Handle time (minutes)', 750],
    ['1.5', 'Time worked in hours', 5400],
    ['0:12:34', 'AHT', 754],
    ['100:00:01', 'Handle time', 360_001],
    ['1h 30m', 'Time tracked', 5400],
    ['12 min', 'Talk time', 720],
    ['45 s', 'Talk time', 45],
    ['0', 'Talk time', 0],
    ['12:34', 'Talk time', null],
    ['-5', 'Talk time', null],
    ['long', 'Talk time', null],
    ['', 'Talk time', null],
    ['0:61:00', 'Talk time', null],
    ['99999999999', 'Talk time', null],
    ['9999', 'Time in hours', null],
    ['1,234', 'Handle time (s)', null],
    ['1.234', 'Bearbeitungszeit', null],
    ['254000', 'Handle time (ms)', 254],
    ['2', 'Time (days)', null],
    ['2', 'Time worked (hrs)', 7200],
    ['2', 'Time worked (h)', 7200],
    ['2', 'Bearbeitungszeit (Std)', 7200],
    ['2', 'Time (m)', null],
    ['250 ms', 'Talk time', null],
    ['3 months', 'Talk time', null],
  ] as const)
    expect([text, header, readHandleSeconds(text, header)]).toEqual([text, header, seconds]);
  expect([handleSecondsOf('12.5'), handleSecondsOf(7), handleSecondsOf('12 min'), handleSecondsOf(null)]).toEqual([
    12.5,
    7,
    null,
    null,
  ]);
});
