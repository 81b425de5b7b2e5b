import { expect, test } from 'vitest';
import { keyClashes, keyLabel, keyOf } from '../../src/renderer/app/keys.ts';

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('the platform decides which key is mod, and the other one is nothing of ours', () => {
  expect(keyOf(pressed('k', { ctrlKey: true }), false)).toBe('mod+k');
  expect(keyOf(pressed('k', { metaKey: true }), true)).toBe('mod+k');
  expect(keyOf(pressed('k', { metaKey: true }), false)).toBeNull();
  expect(keyOf(pressed('k', { ctrlKey: true }), true)).toBeNull();
});

test('shift is named with letters and named keys, not with signs that need it', () => {
  expect(keyOf(pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+z');
  expect(keyOf(pressed('ArrowDown', { shiftKey: true }), false)).toBe('shift+arrowdown');
  expect(keyOf(pressed('?', { shiftKey: true }), false)).toBe('?');
  expect(keyOf(pressed('Shift', { shiftKey: true }), false)).toBeNull();
  expect(keyOf(pressed(' '), false)).toBe('space');
});

test('keys carry the names of the platform', () => {
  expect(keyLabel('mod+shift+z', true)).toBe('⌘⇧Z');
  expect(keyLabel('mod+shift+z', false)).toBe('Ctrl Shift Z');
  expect(keyLabel('arrowdown', false)).toBe('↓');
  expect(keyLabel('+', false)).toBe('+');
});

test('two commands on one key are found', () => {
  expect(
    keyClashes([
      { id: 'a', keys: ['x'] },
      { id: 'b', keys: ['y', 'x'] },
    ]),
  ).toEqual(['x: a, b']);
  expect(
    keyClashes([
      { id: 'a', keys: ['x'] },
      { id: 'b', keys: ['x'], scope: 'board' },
    ]),
  ).toEqual([]);
});
