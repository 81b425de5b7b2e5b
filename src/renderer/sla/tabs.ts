import { setWindow, useWindow, type ClocksTab } from '../app/window-store.ts';

/** The tabs of the Clocks screen in order: the keys 1 to 4 show them. */
export const clocksTabs: readonly ClocksTab[] = ['policies', 'calendars', 'replay', 'pauses'];

export const showTab = (clocksTab: ClocksTab): void => setWindow({ clocksTab });

/** Whether a tab of the Clocks screen is what one looks at. */
export const onTab = (tab: ClocksTab) => (): boolean => {
  const { screen, clocksTab } = useWindow.getState();
  return screen === 'clocks' && clocksTab === tab;
};
