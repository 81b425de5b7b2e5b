import { expect, test } from 'vitest';
import type { ActionItem } from '../../../src/contract/index.ts';
import { reportSections } from '../../../src/contract/words.ts';
import { builtIns } from '../../../src/domain/reports/built-in.ts';
import {
  builtOf,
  definitionOf,
  draftOf,
  isSame,
  missingSections,
  newDraft,
  problemsOf,
  withMoved,
  withoutSection,
  withSection,
} from '../../../src/renderer/reports/built/draft.ts';
import { itemRows } from '../../../src/renderer/reports/items/item-actions.ts';
import { itemGroups } from '../../../src/renderer/reports/items/item-groups.ts';

const weekly = draftOf(builtIns.weekly);

test('what is typed of each of the four, and not changed, is what the desk has of it', () => {
  for (const report of Object.values(builtIns)) expect(definitionOf(draftOf(report))).toEqual(report);
});

test('by hand is no time; one that is typed short counts; a weekday of the month goes to the fourth', () => {
  expect(definitionOf({ ...weekly, every: 'hand' }).time).toBeNull();
  expect(definitionOf({ ...weekly, at: '930' }).time?.at).toBe('09:30');
  expect(definitionOf({ ...weekly, every: 'weekday', nth: 9 }).time?.nth).toBe(4);
  expect(definitionOf({ ...weekly, every: 'workday', nth: 9 }).time?.nth).toBe(9);
});

test('problems are said at their fields', () => {
  expect(problemsOf(weekly)).toEqual({});
  expect(problemsOf({ ...weekly, recipients: ['ann@example.org', 'x.y+z@mail.example.org'] })).toEqual({});
  expect(
    Object.keys(problemsOf({ ...weekly, title: '  ', sections: [], at: 'noon', recipients: ['ann@example'] })),
  ).toEqual(['title', 'sections', 'at', 'recipients']);
  expect(problemsOf({ ...weekly, every: 'hand', at: 'noon' })).toEqual({});
  expect(problemsOf({ ...weekly, recipients: ['ann@example.org', 'a, b@c.de'] }).recipients).toContain('a, b@c.de');
});

test('what is previewed has a title and a section', () => {
  expect(builtOf({ ...weekly, sections: [] })).toBeNull();
  expect(builtOf({ ...weekly, title: ' ' })?.title).toBe('My report');
  expect(builtOf({ ...weekly, title: ' Board ' })?.title).toBe('Board');
});

test('a draft is the same whatever is held of a time that is none', () => {
  const hand = { ...weekly, every: 'hand' } as const;
  expect(isSame(hand, { ...hand, at: '11:00' })).toBe(true);
  expect(isSame(weekly, { ...weekly, at: '11:00' })).toBe(false);
});

test('a new one begins as that of the week, by hand', () => {
  const draft = newDraft([]);
  expect([draft.every, draft.kind, draft.sections.length > 0]).toEqual(['hand', 'weekly', true]);
});

test('sections are added after the one at hand, moved within their list, and taken out', () => {
  const held = { sections: ['summary', 'sla', 'actions'], at: 'sla' } as const;
  expect(withSection(held, 'note')).toEqual({ sections: ['summary', 'sla', 'note', 'actions'], at: 'note' });
  expect(withSection({ ...held, at: null }, 'note').sections.at(-1)).toBe('note');
  expect(withMoved(held, 1)).toEqual({ sections: ['summary', 'actions', 'sla'], at: 'sla' });
  expect(withMoved({ ...held, at: 'summary' }, -1).sections).toEqual(held.sections);
  expect(withoutSection(held)).toEqual({ sections: ['summary', 'actions'], at: 'actions' });
  expect(withoutSection({ sections: ['sla'], at: 'sla' })).toEqual({ sections: [], at: null });
  expect(missingSections(held.sections)).toHaveLength(reportSections.length - 3);
});

const item = (id: string, part: Partial<ActionItem>): ActionItem => ({
  id,
  text: id,
  ownerId: null,
  dueOn: null,
  madeAt: Date.parse('2026-11-20T23:30:00Z'),
  doneAt: null,
  issueId: null,
  late: false,
  carried: 0,
  ...part,
});

test('items are late, open, done; done ones where they are asked for', () => {
  const items = [item('open', {}), item('late', { late: true }), item('done', { doneAt: 5 })];
  const told = (showDone: boolean) => itemGroups(items, showDone).map(({ name, items: in_ }) => [name, in_.length]);
  expect(told(false)).toEqual([
    ['late', 1],
    ['open', 1],
  ]);
  expect(told(true)).toEqual([
    ['late', 1],
    ['open', 1],
    ['done', 1],
  ]);
});

test('items go to a file by names and by days in the zone of the desk', () => {
  const [head, row] = itemRows(
    [item('Call the carrier', { ownerId: 'x', dueOn: '2026-11-24', late: true, carried: 2 })],
    (id) => (id === 'x' ? 'Ann' : ''),
    'Europe/Berlin',
  );
  expect(head).toHaveLength(7);
  expect(row).toEqual(['Call the carrier', 'Ann', '2026-11-24', 'yes', '2', '2026-11-21', '']);
});
