import { describe, expect, test } from 'vitest';
import { bold, enter, indent, ticketAt, type Edit } from '../../../src/renderer/written/editing.ts';

/** The text after an edit, with `|` where the mark begins and ends. */
function done(text: string, edit: Edit | null): string | null {
  if (edit === null) return null;
  const next = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const [from, to] = edit.mark;
  const marked = from === to ? '|' : `|${next.slice(from, to)}|`;
  return next.slice(0, from) + marked + next.slice(to);
}

test('bold goes on and off', () => {
  expect(done('say it', bold('say it', 4, 6))).toBe('say **|it|**');
  expect(done('say ', bold('say ', 4, 4))).toBe('say **|**');
  expect(done('say **it**', bold('say **it**', 6, 8))).toBe('say |it|');
  expect(done('say **it**', bold('say **it**', 4, 10))).toBe('say |it|');
});

describe('Enter', () => {
  const at = (text: string): string | null => done(text, enter(text, text.length, text.length));
  test('goes on with a list of the same kind', () => {
    expect(at('- [x] a')).toBe('- [x] a\n- [ ] |');
    expect(at('x\n  * a')).toBe('x\n  * a\n  * |');
    expect(at('9. a')).toBe('9. a\n10. |');
  });
  test('ends it on an empty item', () => {
    expect(at('- a\n- ')).toBe('- a\n|');
    expect(at('- [ ] a\n  - [ ] ')).toBe('- [ ] a\n|');
  });
  test('is plain elsewhere', () => {
    expect(at('a - b')).toBeNull();
    expect(enter('- a', 1, 1)).toBeNull();
    expect(enter('- ab', 2, 3)).toBeNull();
  });
  test('splits an item', () => {
    expect(done('- a b', enter('- a b', 3, 3))).toBe('- a\n- | b');
  });
});

describe('Tab', () => {
  test('moves items in and out', () => {
    expect(done('- a', indent('- a', 3, 3, 1))).toBe('  - a|');
    expect(done('  - a', indent('  - a', 5, 5, -1))).toBe('- a|');
    expect(done('- a\n- b', indent('- a\n- b', 0, 7, 1))).toBe('  |- a\n  - b|');
  });
  test('leads on where there is nothing to move', () => {
    expect(indent('words', 2, 2, 1)).toBeNull();
    expect(indent('- a', 3, 3, -1)).toBeNull();
    expect(indent('', 0, 0, 1)).toBeNull();
  });
});

test('a ticket is looked for by # and digits before the caret', () => {
  expect(ticketAt('see #12', 7)).toEqual({ from: 4, digits: '12' });
  expect(ticketAt('#1', 2)).toEqual({ from: 0, digits: '1' });
  expect(ticketAt('see #12', 4)).toBeNull();
  expect(ticketAt('see #', 5)).toBeNull();
  expect(ticketAt('a#12', 4)).toBeNull();
  expect(ticketAt('# 12', 4)).toBeNull();
});
