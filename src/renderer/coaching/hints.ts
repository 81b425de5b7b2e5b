import { cw } from '../strings/en-coaching.ts';

type Hint = readonly [keys: string, words: string];
const w = cw.page.hints;

/** What the keys do in a list of a page or a session. */
export function hintsOfList(list: string, leads: boolean): readonly Hint[] {
  const own: Readonly<Record<string, readonly Hint[]>> = {
    goals: [
      ['m', w.met],
      ['d', w.drop],
    ],
    actions: [
      ['x', w.tick],
      ['delete', w.remove],
    ],
    sessions: [['delete', w.remove]],
    evidence: [['delete', w.remove]],
  };
  // Of all these an agent has the tick of their own actions alone.
  const keys = (own[list] ?? []).filter(([key]) => leads || key === 'x');
  return [['j / k', w.move], ['enter', w.open], ...keys];
}
