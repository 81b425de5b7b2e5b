import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  headPx,
  itemAt,
  itemOfRow,
  itemPx,
  layOut,
  pagesOf,
  rowPx,
  topOf,
  type Item,
  type Section,
} from '../../src/renderer/tickets/layout.ts';

const sectionsArb = fc.array(
  fc.record({ key: fc.string(), count: fc.integer({ min: 0, max: 40 }), folded: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

/** The same, spelled out as a list. */
function listed(sections: readonly Section[], headed: boolean): Item[] {
  const items: Item[] = [];
  let position = 0;
  sections.forEach(({ count, folded }, section) => {
    if (headed) items.push({ kind: 'head', section });
    for (let offset = 0; !folded && offset < count; offset++) {
      items.push({ kind: 'row', section, offset, position: position++ });
    }
  });
  return items;
}

test('every item, row and top is where a plain list has it', () => {
  fc.assert(
    fc.property(sectionsArb, (sections) => {
      const layout = layOut(sections, true);
      const list = listed(sections, true);
      expect(layout.items).toBe(list.length);
      let top = 0;
      list.forEach((item, index) => {
        expect(itemAt(layout, index)).toEqual(item);
        expect(topOf(layout, index)).toBe(top);
        if (item.kind === 'row') expect(itemOfRow(layout, item.position)).toBe(index);
        top += itemPx(layout, index);
      });
      expect(layout.heightPx).toBe(top);
    }),
  );
});

test('a million rows take no list', () => {
  const layout = layOut([{ key: null, count: 1_000_000, folded: false }], false);
  expect(itemAt(layout, 999_999)).toEqual({ kind: 'row', section: 0, offset: 999_999, position: 999_999 });
  expect(topOf(layout, 999_999)).toBe(999_999 * rowPx);
});

test('only the pages in sight and near it are asked for, each once', () => {
  const one = layOut([{ key: null, count: 1000, folded: false }], false);
  expect(pagesOf(one, 130, 160, 20)).toEqual([{ section: 0, page: 1 }]);
  expect(pagesOf(one, 185, 215, 20)).toEqual([
    { section: 0, page: 1 },
    { section: 0, page: 2 },
  ]);
  const two = layOut(
    [
      { key: 'a', count: 3, folded: false },
      { key: 'b', count: 5000, folded: true },
      { key: 'c', count: 3, folded: false },
    ],
    true,
  );
  expect(two.heightPx).toBe(3 * headPx + 6 * rowPx);
  expect(pagesOf(two, 0, 8, 0)).toEqual([
    { section: 0, page: 0 },
    { section: 2, page: 0 },
  ]);
});
