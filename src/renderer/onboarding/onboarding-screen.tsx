import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { useViewer } from '../people/viewer.ts';
import { ow } from '../strings/en-onboarding.ts';
import { pw } from '../strings/en-onboarding-programmes.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CertificatesTab } from './certificates/certificates-tab.tsx';
import { Asked } from './forms/asked.tsx';
import { NewcomersTab } from './newcomers/newcomers-tab.tsx';
import { onboardingTabs, showTab, useOnboarding, type OnboardingTab } from './onboarding-store.ts';
import { useBuilder } from './programmes/builder-store.ts';
import { SaveBar } from './programmes/save-bar.tsx';
import { ProgrammesTab } from './programmes/programmes-tab.tsx';
import { doOnTab } from './tab-actions.ts';

const segments = onboardingTabs.map((value) => ({ value, label: ow.tabs[value] }));

const bodies: Readonly<Record<OnboardingTab, ReactNode>> = {
  newcomers: <NewcomersTab />,
  programmes: <ProgrammesTab />,
  certificates: <CertificatesTab />,
};
const adds: Readonly<Record<OnboardingTab, string>> = {
  newcomers: ow.board.add,
  programmes: pw.add,
  certificates: ow.certificates.add,
};

/** What the tab is opened for most; an agent has none of it. */
function Action({ tab }: { readonly tab: OnboardingTab }) {
  const building = useBuilder((state) => state.draft !== null);
  if (tab === 'programmes' && building) return <SaveBar />;
  return (
    <Button look="primary" icon={<Plus size={15} strokeWidth={2.2} aria-hidden />} onClick={() => doOnTab('add')}>
      {adds[tab]}
      <Kbd keys="n" on />
    </Button>
  );
}

/** Who is new and where they stand, what programmes there are, and who holds which certificate. SPEC ONB-50. */
export function OnboardingScreen() {
  const tab = useOnboarding((state) => state.tab);
  const { leads } = useViewer();
  return (
    <>
      <Header title={t.screens.onboarding} action={leads ? <Action tab={tab} /> : <span />}>
        <div className="flex h-[38px] items-center gap-2 px-4 pb-[6px] print:hidden">
          <Segmented tabs label={ow.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">{bodies[tab]}</main>
      <Asked />
    </>
  );
}
