import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { LoaderCircle, Unplug } from 'lucide-react';
import { Component, useEffect, type ReactNode } from 'react';
import { useConnection } from '../client/carrier.ts';
import { queryClient } from '../client/client.ts';
import { followDesk } from '../client/live.ts';
import { useInfo, useSummary } from '../client/use-desk.ts';
import { MacroDialog } from '../automation/macro-dialog.tsx';
import { RouteDialog } from '../automation/route-dialog.tsx';
import { RulesScreen } from '../automation/rules-screen.tsx';
import { CallbacksScreen } from '../callbacks/callbacks-screen.tsx';
import { CoachingScreen } from '../coaching/coaching-screen.tsx';
import { CustomersScreen } from '../customers/customers-screen.tsx';
import { DayScreen } from '../day/day-screen.tsx';
import { EscalationDialog } from '../escalation/escalation-dialog.tsx';
import { EscalationsScreen } from '../escalation/escalations-screen.tsx';
import { MetricsScreen } from '../metrics/metrics-screen.tsx';
import { OnboardingScreen } from '../onboarding/onboarding-screen.tsx';
import { TrainingScreen } from '../training/training-screen.tsx';
import { HiringScreen } from '../hiring/hiring-screen.tsx';
import { SurveysScreen } from '../surveys/surveys-screen.tsx';
import { AskScreen } from '../ask/ask-screen.tsx';
import { IncidentBars } from '../escalation/incident-bars.tsx';
import { ImportScreen } from '../exchange/import-screen.tsx';
import { IntakeDialog } from '../intake/intake-dialog.tsx';
import { TriageDialog } from '../intake/triage-dialog.tsx';
import { WindowDrop } from '../intake/window-drop.tsx';
import { TeamDialog } from '../people/team-dialog.tsx';
import { RelationDialog } from '../relations/relation-dialog.tsx';
import { useIssueNews } from '../reports/news.ts';
import { ReportsScreen } from '../reports/reports-screen.tsx';
import { StandUpScreen } from '../stand-up/stand-up-screen.tsx';
import { QualityScreen } from '../quality/quality-screen.tsx';
import { RosterScreen } from '../roster/roster-screen.tsx';
import { StaffingScreen } from '../staffing/staffing-screen.tsx';
import { ClocksScreen } from '../sla/clocks-screen.tsx';
import { LedgerDialog } from '../sla/ledger-dialog.tsx';
import { t } from '../strings/en.ts';
import { BoardScreen } from '../tickets/board-screen.tsx';
import { useShownView } from '../tickets/views.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { codeOf, messageOf } from './errors.ts';
import { FirstRun } from './first-run.tsx';
import { HistoryDialog } from './history.tsx';
import { useKeys } from './key-listener.ts';
import { keepFocus } from './keep-focus.ts';
import { KeymapDialog } from './keymap-dialog.tsx';
import { Palette } from './palette.tsx';
import { SaveViewDialog } from './save-view.tsx';
import { SettingsDialog } from './settings.tsx';
import { SideBar } from './side-bar.tsx';
import { StatusBar } from './status-bar.tsx';
import { useTheme } from './theme.ts';
import { say, sayAlerts, sayEscalated, Toasts } from './toasts.tsx';
import { useWindow, type Screen } from './window-store.ts';

/** `(4) At risk · Foredesk`: what is late or at risk, and where one is. */
function useTitle(): void {
  const screen = useWindow((state) => state.screen);
  const view = useShownView()?.saved.name;
  const summary = useSummary().data;
  const urgent = (summary?.breached ?? 0) + (summary?.atRisk ?? 0);
  const place = screen === 'queues' ? (view ?? t.screens.queues) : t.screens[screen];
  useEffect(() => {
    document.title = t.title(place, urgent);
  }, [place, urgent]);
}

const bodies: Readonly<Record<Screen, ReactNode>> = {
  standUp: <StandUpScreen />,
  metrics: <MetricsScreen />,
  queues: <BoardScreen />,
  escalations: <EscalationsScreen />,
  callbacks: <CallbacksScreen />,
  day: <DayScreen />,
  customers: <CustomersScreen />,
  roster: <RosterScreen />,
  staffing: <StaffingScreen />,
  quality: <QualityScreen />,
  coaching: <CoachingScreen />,
  onboarding: <OnboardingScreen />,
  training: <TrainingScreen />,
  hiring: <HiringScreen />,
  surveys: <SurveysScreen />,
  ask: <AskScreen />,
  reports: <ReportsScreen />,
  clocks: <ClocksScreen />,
  rules: <RulesScreen />,
  import: <ImportScreen />,
};

function Frame() {
  const screen = useWindow((state) => state.screen);
  useTitle();
  useKeys();
  useIssueNews();
  // After the first run, and where the window was opened anew, the keys begin at the screen.
  useEffect(() => keepFocus(), []);
  return (
    <div className="flex h-full flex-col">
      <IncidentBars />
      <div className="flex min-h-0 flex-1">
        <SideBar />
        <div className="flex min-w-0 flex-1 flex-col bg-surface">{bodies[screen]}</div>
      </div>
      <ConnectionLine />
      <StatusBar />
      <section id="floats" aria-label={t.gate.menus} />
      <Palette />
      <KeymapDialog />
      <IntakeDialog />
      <TriageDialog />
      <WindowDrop />
      <SettingsDialog />
      <SaveViewDialog />
      <HistoryDialog />
      <LedgerDialog />
      <RelationDialog />
      <EscalationDialog />
      <TeamDialog />
      <MacroDialog />
      <RouteDialog />
    </div>
  );
}

function Waiting({ error }: { readonly error: Error | null }) {
  const attempts = useConnection((state) => state.attempt);
  const refused = useConnection((state) => state.state === 'refused');
  if (error === null && attempts < 3 && !refused) {
    return (
      <main aria-busy className="flex h-full items-center justify-center gap-2 text-ink-2">
        <LoaderCircle size={16} aria-hidden className="animate-spin" />
        {t.gate.connecting}
      </main>
    );
  }
  const forbidden = refused || (error !== null && codeOf(error) === 'FORBIDDEN');
  const icon = <Unplug size={28} strokeWidth={1.4} aria-hidden />;
  return (
    <main className="flex h-full">
      <Empty title={forbidden ? t.gate.forbidden : t.gate.failed} icon={icon}>
        {forbidden ? t.gate.forbiddenHow : error === null ? t.gate.failedHow : messageOf(error)}
      </Empty>
    </main>
  );
}

function useLive(): void {
  useEffect(
    () =>
      followDesk({
        onAlerts: sayAlerts,
        onEscalated: sayEscalated,
        onWoke: (awayMs, alerts) =>
          say({ title: t.toasts.woke, body: t.toasts.wokeBody(Math.round(awayMs / 60_000), alerts) }),
      }),
    [],
  );
}

function Gate() {
  const { data, error } = useInfo();
  useLive();
  useTheme();
  if (data === undefined) return <Waiting error={error} />;
  return data.started ? <Frame /> : <FirstRun name={data.name} file={data.file} />;
}

type Broken = { readonly broken: boolean };

/** What stands in place of a screen whose code failed. React has no other way to catch that than a class. */
class Fence extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = { broken: false };

  static getDerivedStateFromError(): Broken {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const reload = <Button onClick={() => location.reload()}>{t.gate.reload}</Button>;
    return (
      <main className="flex h-full">
        <Empty title={t.gate.broken} actions={reload}>
          {t.gate.brokenHow}
        </Empty>
      </main>
    );
  }
}

/** The whole window. Base UI adds no <style> elements: the page's policy would refuse them. */
export function App() {
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Fence>
          <Gate />
        </Fence>
        <Toasts />
      </QueryClientProvider>
    </CSPProvider>
  );
}
