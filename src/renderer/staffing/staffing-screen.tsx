import '../day/day.css';
import type { ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { sw } from '../strings/en-staffing.ts';
import { t } from '../strings/en.ts';
import { Segmented } from '../ui/segmented.tsx';
import { AdherenceTab } from './adherence-tab.tsx';
import { BreachesTab } from './breaches-tab.tsx';
import { ForecastTab } from './forecast-tab.tsx';
import { HeaderAction } from './header-action.tsx';
import { LoadTab } from './load-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { showTab, staffingTabs, useStaffing, type StaffingTab } from './staffing-store.ts';
import { WhatIfTab } from './what-if-tab.tsx';

const segments = staffingTabs.map((value) => ({ value, label: sw.tabs[value] }));

const bodies: Readonly<Record<StaffingTab, ReactNode>> = {
  forecast: <ForecastTab />,
  whatIf: <WhatIfTab />,
  adherence: <AdherenceTab />,
  load: <LoadTab />,
  breaches: <BreachesTab />,
  settings: <SettingsTab />,
};

/** How much comes, who it takes, what would be otherwise, who did what was planned, and what will be late. */
export function StaffingScreen() {
  const tab = useStaffing((state) => state.tab);
  return (
    <>
      <Header title={t.screens.staffing} action={tab === 'settings' ? undefined : <HeaderAction tab={tab} />}>
        <div className="flex h-[34px] items-center gap-2 px-4 pb-1 print:hidden">
          <Segmented tabs label={sw.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">{bodies[tab]}</main>
    </>
  );
}
