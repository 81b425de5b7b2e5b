import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { rw } from '../strings/en-roster.ts';
import { t } from '../strings/en.ts';
import { Segmented } from '../ui/segmented.tsx';
import { FilesTab } from './files-tab.tsx';
import { HeaderAction } from './header-action.tsx';
import { PatternsTab } from './patterns-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { requestOptions, timeOffOptions } from './request-actions.ts';
import { RequestsTab } from './requests-tab.tsx';
import { rosterTabs, showTab, useRoster, type RosterTab } from './roster-store.ts';
import { RulesTab } from './rules-tab.tsx';

/** How many wait for a yes or no. */
function useWaiting(): number {
  const timeOff = useQuery(timeOffOptions).data?.timeOff ?? [];
  const requests = useQuery(requestOptions).data?.requests ?? [];
  return [...timeOff, ...requests].filter(({ state }) => state === 'asked').length;
}

const bodies: Readonly<Record<RosterTab, ReactNode>> = {
  people: <PeopleTab />,
  requests: <RequestsTab />,
  patterns: <PatternsTab />,
  rules: <RulesTab />,
  files: <FilesTab />,
};

/** Who there is, what they ask for, which patterns they work, what the roster has to keep to, and files in and out. */
export function RosterScreen() {
  const tab = useRoster((state) => state.tab);
  const waiting = useWaiting();
  const segments = rosterTabs.map((value) => ({
    value,
    label: value === 'requests' && waiting > 0 ? rw.waiting(rw.tabs[value], waiting) : rw.tabs[value],
  }));
  return (
    <>
      <Header title={t.screens.roster} action={<HeaderAction tab={tab} />}>
        <div className="flex h-[34px] items-center gap-2 px-4 pb-1">
          <Segmented tabs label={rw.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <main data-roster className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        {bodies[tab]}
      </main>
    </>
  );
}
