import { useState, type ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { qw } from '../strings/en-quality.ts';
import { t } from '../strings/en.ts';
import { Segmented } from '../ui/segmented.tsx';
import { CalibrationTab } from './calibration/calibration-tab.tsx';
import { DashboardTab } from './dashboard/dashboard-tab.tsx';
import { DisputesTab } from './disputes/disputes-tab.tsx';
import { HeaderSlot } from './header-slot.tsx';
import { PacksTab } from './packs/packs-tab.tsx';
import { qualityTabs, showTab, useQuality, type QualityTab } from './quality-store.ts';
import { ReviewsTab } from './reviews/reviews-tab.tsx';
import { SampleTab } from './sample/sample-tab.tsx';
import { ScorecardsTab } from './scorecards/scorecards-tab.tsx';
import { Workspace } from './workspace/workspace.tsx';

const segments = qualityTabs.map((value) => ({ value, label: qw.tabs[value] }));

const bodies: Readonly<Record<QualityTab, ReactNode>> = {
  reviews: <ReviewsTab />,
  sample: <SampleTab />,
  scorecards: <ScorecardsTab />,
  calibration: <CalibrationTab />,
  disputes: <DisputesTab />,
  dashboard: <DashboardTab />,
  packs: <PacksTab />,
};

/** Reviews and what they are made of: a sample, scorecards, calibration, disputes, figures, packs. One review takes it all. */
export function QualityScreen() {
  const { tab, openReview } = useQuality();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  if (openReview !== null) return <Workspace key={`${openReview.pack ?? ''} ${openReview.id}`} review={openReview} />;
  return (
    <HeaderSlot value={slot}>
      <Header title={t.screens.quality} action={<div ref={setSlot} className="contents" />}>
        <div className="flex h-[38px] items-center gap-2 px-4 pb-[6px] print:hidden">
          <Segmented tabs label={qw.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">{bodies[tab]}</main>
    </HeaderSlot>
  );
}
