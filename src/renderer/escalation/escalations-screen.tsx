import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { useWindow } from '../app/window-store.ts';
import { e } from '../strings/en-escalation.ts';
import { t } from '../strings/en.ts';
import { TicketPanel } from '../tickets/panel.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { declareIncident } from './actions.ts';
import { BoardTab } from './board-tab.tsx';
import { escalationTabs, showTab, useEscalations, type EscalationTab } from './escalation-store.ts';
import { IncidentsTab } from './incidents-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { TreesTab } from './trees-tab.tsx';

const segments = escalationTabs.map((value) => ({ value, label: e.tabs[value] }));

const bodies: Readonly<Record<EscalationTab, ReactNode>> = {
  board: <BoardTab />,
  log: <LogTab />,
  incidents: <IncidentsTab />,
  trees: <TreesTab />,
  settings: <SettingsTab />,
};

/** What has been escalated, to whom, and until when; incidents, drills, trees and the rules of it all. */
export function EscalationsScreen() {
  const tab = useEscalations((state) => state.tab);
  const ticketId = useWindow((state) => state.ticketId);
  const declare = (
    <Button onClick={declareIncident} icon={<Siren size={15} strokeWidth={1.8} aria-hidden />}>
      {e.incident.declare}
      <Kbd keys="shift+i" />
    </Button>
  );
  return (
    <>
      <Header title={t.screens.escalations} action={declare}>
        <div className="flex h-[34px] items-center gap-2 px-4 pb-1">
          <Segmented tabs label={e.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <div className="relative flex min-h-0 flex-1">
        <main className="flex min-w-0 flex-1 flex-col">{bodies[tab]}</main>
        {ticketId !== null && <TicketPanel key="panel" id={ticketId} />}
      </div>
    </>
  );
}
