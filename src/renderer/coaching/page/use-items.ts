import { useRef, type FocusEvent } from 'react';
import { setCoaching, useCoaching } from '../coaching-store.ts';

type Lists = readonly { readonly name: string; readonly ids: readonly string[] }[];

/** The cursor over all lists of a page or a session: it goes from the last of one to the first of the next. */
export function useItems(lists: Lists) {
  const box = useRef<HTMLDivElement>(null);
  const { list: active, itemId } = useCoaching();
  const some = lists.filter(({ ids }) => ids.length > 0);
  const goTo = (at: number, end: 'first' | 'last'): void => {
    const list = some[at];
    const id = end === 'first' ? list?.ids[0] : list?.ids.at(-1);
    if (list === undefined || id === undefined) return;
    setCoaching({ list: list.name, itemId: id });
    box.current?.querySelector<HTMLElement>(`[data-items="${list.name}"]`)?.focus({ preventScroll: true });
  };
  const beyond =
    (name: string) =>
    (way: 1 | -1): void => {
      const at = some.findIndex((each) => each.name === name) + way;
      // What stands above the first of the lists comes into sight again.
      if (at < 0) box.current?.scrollTo({ top: 0 });
      goTo(at, way === 1 ? 'first' : 'last');
    };
  const into = (): void => {
    if (some.length > 0) goTo(0, 'first');
    else box.current?.focus();
  };
  const list = some.find(({ name }) => name === active);
  const pointed =
    list === undefined
      ? null
      : { list: list.name, id: itemId !== null && list.ids.includes(itemId) ? itemId : (list.ids[0] ?? '') };
  /** Whatever has the focus now: a list, or something beside it. */
  const onFocusCapture = (event: FocusEvent): void => {
    const name = event.target.closest<HTMLElement>('[data-items]')?.dataset['items'] ?? null;
    if (name !== active) setCoaching({ list: name });
  };
  return { box, beyond, into, pointed, onFocusCapture };
}
