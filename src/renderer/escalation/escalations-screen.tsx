import type { ComponentType } from 'react';
import { Header } from '../app/header.tsx';
import { e } from '../strings/en-escalation.ts';
import { t } from '../strings/en.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { BoardTab } from './board-tab.tsx';
import { escalationTabs, showTab, useEscalations, type EscalationTab } from './escalation-store.ts';
import { IncidentsTab } from './incidents-tab.tsx';
import { LogTab } from './log-tab.tsx';

const bodies: Readonly<Record<EscalationTab, ComponentType>> = {
  board: BoardTab,
  log: LogTab,
  incidents: IncidentsTab,
};

const segments = escalationTabs.map((value, index) => ({
  value,
  label: e.tabs[value],
  icon: <Kbd keys={String(index + 1)} />,
}));

/** What has been escalated, to whom, and until when. */
export function EscalationsScreen() {
  const tab = useEscalations((state) => state.tab);
  const Body = bodies[tab];
  return (
    <>
      <Header title={t.screens.escalations}>
        <div className="flex h-[38px] items-center px-4 pb-1">
          <Segmented label={e.tabsLabel} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <Body />
    </>
  );
}
