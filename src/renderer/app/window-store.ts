import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ViewDraft } from '../tickets/filter-fields.ts';
import type { Shown } from '../tickets/thread.ts';

export type Screen =
  | 'standUp'
  | 'metrics'
  | 'queues'
  | 'day'
  | 'escalations'
  | 'callbacks'
  | 'customers'
  | 'roster'
  | 'staffing'
  | 'quality'
  | 'coaching'
  | 'onboarding'
  | 'training'
  | 'hiring'
  | 'surveys'
  | 'ask'
  | 'reports'
  | 'clocks'
  | 'rules'
  | 'import';
/** The tabs of the Clocks screen. */
export type ClocksTab = 'policies' | 'calendars' | 'replay' | 'pauses';
export type Theme = 'system' | 'light' | 'dark';
export type DialogName =
  | 'palette'
  | 'keymap'
  | 'newTicket'
  | 'settings'
  | 'saveView'
  | 'history'
  | 'team'
  | 'macros'
  | 'route'
  | 'relation'
  | 'triage'
  | 'ledger'
  | 'escalation';
/** Pickers that a key can open: on the selection where there is one, else on the open ticket. */
export type PickerName = 'status' | 'assignee' | 'priority' | 'queue' | 'category' | 'tags' | 'addFilter' | 'columns';

type Kept = {
  readonly screen: Screen;
  readonly viewId: string | null;
  readonly drafts: Readonly<Record<string, ViewDraft>>;
  readonly sideFolded: boolean;
  readonly panelPx: number;
  readonly theme: Theme;
  readonly shown: Shown;
  readonly folded: Readonly<Record<string, readonly string[]>>;
  readonly clocksTab: ClocksTab;
};

export type WindowState = Kept & {
  readonly ticketId: string | null;
  readonly dialog: DialogName | null;
  readonly picker: PickerName | null;
  readonly paletteText: string;
  /** Whose history the dialog shows; null for the whole desk. */
  readonly historyOf: string | null;
};

const kept: Kept = {
  screen: 'queues',
  viewId: null,
  drafts: {},
  sideFolded: false,
  panelPx: 412,
  theme: 'system',
  shown: 'all',
  folded: {},
  clocksTab: 'policies',
};

/** What belongs to this window and not to the desk. The first part is kept on this machine between starts. */
export const useWindow = create<WindowState>()(
  persist(
    (): WindowState => ({ ...kept, ticketId: null, dialog: null, picker: null, paletteText: '', historyOf: null }),
    {
      name: 'foredesk.window',
      version: 1,
      partialize: ({ screen, viewId, drafts, sideFolded, panelPx, theme, shown, folded, clocksTab }): Kept => ({
        screen,
        viewId,
        drafts,
        sideFolded,
        panelPx,
        theme,
        shown,
        folded,
        clocksTab,
      }),
    },
  ),
);

type Change = Partial<WindowState> | ((state: WindowState) => Partial<WindowState>);

/** Changes what belongs to the window; what is kept is written down at once. */
export function setWindow(change: Change): void {
  useWindow.setState(change);
}

export const openDialog = (dialog: DialogName | null, paletteText = ''): void =>
  setWindow({ dialog, paletteText, picker: null });
export const openHistory = (historyOf: string | null): void =>
  setWindow({ dialog: 'history', historyOf, picker: null });
export const openPicker = (picker: PickerName | null): void => setWindow({ picker });
export const openTicket = (ticketId: string | null): void => setWindow({ ticketId, picker: null });
export const goTo = (screen: Screen): void => setWindow({ screen, picker: null });
export const openView = (viewId: string): void => setWindow({ viewId, screen: 'queues', picker: null, dialog: null });

/** Changes what the window shows of a view, until it is saved or put back. */
export function changeView(viewId: string, change: ViewDraft): void {
  setWindow(({ drafts }) => ({ drafts: { ...drafts, [viewId]: { ...drafts[viewId], ...change } } }));
}

export function resetView(viewId: string): void {
  setWindow(({ drafts }) => {
    const { layout, kanbanBy } = drafts[viewId] ?? {};
    const shape = { ...(layout && { layout }), ...(kanbanBy && { kanbanBy }) };
    return { drafts: { ...drafts, [viewId]: shape } };
  });
}

export function foldGroup(place: string, key: string): void {
  setWindow(({ folded }) => {
    const now = folded[place] ?? [];
    const next = now.includes(key) ? now.filter((held) => held !== key) : [...now, key];
    return { folded: { ...folded, [place]: next } };
  });
}
