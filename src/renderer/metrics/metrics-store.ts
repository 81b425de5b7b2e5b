import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { KpiDimension, KpiName, Narrow } from '../../contract/index.ts';
import { kpiNames } from '../../contract/words.ts';
import { againsts, nextSpan, type Against, type OwnDays, type Span } from './range.ts';

export const metricsTabs = ['overview', 'by', 'when'] as const;
export type MetricsTab = (typeof metricsTabs)[number];
export type Cause = 'created' | 'escalated';

/** What the tickets are behind: a figure, of a row or of a weekday where it is of one. */
export type Behind = {
  readonly name: KpiName;
  readonly which: 'all' | 'hits' | 'misses';
  /** Where, in words; null: everywhere. */
  readonly place: string | null;
  readonly row: Narrow | null;
  readonly weekday: number | null;
  /** Of all tickets, whatever is narrowed to. */
  readonly everywhere: boolean;
};

export type Asking =
  | { readonly what: 'target'; readonly name: KpiName }
  | { readonly what: 'behind'; readonly behind: Behind }
  | { readonly what: 'days' }
  | { readonly what: 'cost' };

type Kept = {
  readonly tab: MetricsTab;
  readonly span: Span;
  /** In place of so many days back from today. */
  readonly own: OwnDays | null;
  readonly against: Against;
  /** With what it is called, which is known before it is read. */
  readonly within: (Narrow & { readonly label: string }) | null;
  /** Which figures are shown, in which order: tiles, columns and the wall. */
  readonly tiles: readonly KpiName[];
  readonly by: KpiDimension;
  /** Null: in the order in which the desk tells rows. */
  readonly sort: { readonly name: KpiName; readonly descending: boolean } | null;
  readonly cause: Cause;
};

type State = Kept & {
  /** The figure under the cursor. */
  readonly at: KpiName | null;
  /** Shown whole, in place of the tiles. */
  readonly opened: KpiName | null;
  readonly asking: Asking | null;
  /** The list of values to narrow to is open. */
  readonly narrowing: boolean;
  /** The tiles alone, over the whole window. */
  readonly wall: boolean;
};

/** What the Numbers screen shows; the first part is kept on this machine. */
export const useMetrics = create<State>()(
  persist(
    (): State => ({
      tab: 'overview',
      span: 30,
      own: null,
      against: 'before',
      within: null,
      tiles: kpiNames,
      by: 'queue',
      sort: null,
      cause: 'created',
      at: null,
      opened: null,
      asking: null,
      narrowing: false,
      wall: false,
    }),
    {
      name: 'foredesk.metrics',
      version: 1,
      partialize: ({ tab, span, own, against, within, tiles, by, sort, cause }): Kept => ({
        tab,
        span,
        own,
        against,
        within,
        tiles,
        by,
        sort,
        cause,
      }),
    },
  ),
);

export function setMetrics(part: Partial<State>): void {
  useMetrics.setState(part);
}
export const showTab = (tab: MetricsTab): void => setMetrics({ tab, opened: null });
export const ask = (asking: Asking | null): void => setMetrics({ asking });
export const stepSpan = (by: 1 | -1): void => setMetrics({ span: nextSpan(useMetrics.getState().span, by), own: null });

export function stepAgainst(): void {
  const { against } = useMetrics.getState();
  setMetrics({ against: againsts[(againsts.indexOf(against) + 1) % againsts.length] ?? 'before' });
}

const whole = { which: 'all', place: null, row: null, weekday: null, everywhere: false } as const;
export const askBehind = (behind: Pick<Behind, 'name'> & Partial<Behind>): void =>
  ask({ what: 'behind', behind: { ...whole, ...behind } });
