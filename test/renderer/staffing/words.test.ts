import { expect, test } from 'vitest';
import { openStaffing, useStaffing } from '../../../src/renderer/staffing/staffing-store.ts';
import { useWindow } from '../../../src/renderer/app/window-store.ts';
import { sw } from '../../../src/renderer/strings/en-staffing.ts';

test('a share that is not quite all or nothing is not rounded to it', () => {
  expect([0, 0.004, 0.5, 0.996, 1].map(sw.percent)).toEqual(['0 %', '< 1 %', '50 %', '> 99 %', '100 %']);
});

test('waits are said in the unit they are read in', () => {
  expect([0, 20, 90, 180, 4000].map(sw.wait)).toEqual(['0 s', '20 s', '1 min 30 s', '3 min', '1 h 06 min']);
});

test('the error of a forecast is put in plain words', () => {
  const words = sw.forecast.means(28, 30, 0.31, 0.084);
  expect(words).toContain('A whole day was off by 8 %');
  expect(words).toContain('of 100 contacts in a day count on 8 more or fewer');
});

test('how the rest of a day is forecast again is said with its way', () => {
  expect(sw.forecast.reforecast(1.12)).toContain('12 % over plan');
  expect(sw.forecast.reforecast(0.9)).toContain('10 % under plan');
  expect(sw.forecast.reforecast(1.001)).toBe('So far today as planned.');
});

test('another screen opens a tab on a day', () => {
  openStaffing('whatIf', '2026-11-27');
  expect(useStaffing.getState()).toMatchObject({ tab: 'whatIf', date: '2026-11-27' });
  expect(useWindow.getState().screen).toBe('staffing');
});
