import type { ComponentType } from 'react';
import { Header } from '../app/header.tsx';
import { useWindow, type ClocksTab } from '../app/window-store.ts';
import { CalendarsTab } from '../calendar/calendars-tab.tsx';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Segmented } from '../ui/segmented.tsx';
import { PausesTab } from './pauses-tab.tsx';
import { PoliciesTab } from './policies-tab.tsx';
import { tryCalendar } from './replay-store.ts';
import { ReplayTab } from './replay-tab.tsx';
import { clocksTabs, showTab } from './tabs.ts';

const TryableCalendars = () => <CalendarsTab onTry={tryCalendar} />;

const bodies: Readonly<Record<ClocksTab, ComponentType>> = {
  policies: PoliciesTab,
  calendars: TryableCalendars,
  replay: ReplayTab,
  pauses: PausesTab,
};

const segments = clocksTabs.map((value) => ({ value, label: c.tabs[value] }));

/** Policies, calendars, and what can be asked of the clocks. */
export function ClocksScreen() {
  const tab = useWindow((state) => state.clocksTab);
  const Body = bodies[tab];
  return (
    <>
      <Header title={t.screens.clocks}>
        <div className="flex h-[38px] items-center px-4 pb-1">
          <Segmented tabs label={c.tabsLabel} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <Body />
    </>
  );
}
