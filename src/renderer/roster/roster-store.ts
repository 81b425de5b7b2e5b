import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { PeopleSort } from './people-rows.ts';

export const rosterTabs = ['people', 'requests', 'patterns', 'rules', 'files'] as const;
export type RosterTab = (typeof rosterTabs)[number];

type Kept = { readonly tab: RosterTab; readonly sort: PeopleSort; readonly formPx: number };
type State = Kept & {
  /** Under the cursor of the people; `new` for somebody begun. */
  readonly personId: string | null;
  /** Whether the form of that person is open. */
  readonly form: boolean;
  readonly find: string;
  readonly sorting: boolean;
  /** Under the cursor of what was asked for. */
  readonly askedId: string | null;
  readonly decidedShown: boolean;
  /** The reason for declining is being written. */
  readonly declining: boolean;
  /** Somebody asks, through whoever sits here. */
  readonly asking: boolean;
  /** The template or rotation that is open. */
  readonly patternId: string | null;
  /** It is being put on days. */
  readonly applying: boolean;
  /** What putting it on days came to, in words. */
  readonly applied: string | null;
};

/** What the Roster screen shows. The tab, the order of people and the width of the form are kept between starts. */
export const useRoster = create<State>()(
  persist(
    (): State => ({
      tab: 'people',
      sort: { by: 'name', down: false },
      formPx: 520,
      personId: null,
      form: false,
      find: '',
      sorting: false,
      askedId: null,
      decidedShown: false,
      declining: false,
      asking: false,
      patternId: null,
      applying: false,
      applied: null,
    }),
    {
      name: 'foredesk.roster',
      version: 1,
      partialize: ({ tab, sort, formPx }): Kept => ({ tab, sort, formPx }),
    },
  ),
);

export function setRoster(part: Partial<State>): void {
  useRoster.setState(part);
}
export const showTab = (tab: RosterTab): void => setRoster({ tab, declining: false, sorting: false });
