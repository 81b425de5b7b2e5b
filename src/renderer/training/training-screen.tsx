import type { ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { tw } from '../strings/en-training.ts';
import { t } from '../strings/en.ts';
import { Segmented } from '../ui/segmented.tsx';
import { BudgetTab } from './budget/budget-tab.tsx';
import { CoursesTab } from './courses/courses-tab.tsx';
import { Asked } from './forms/asked.tsx';
import { NeedsTab } from './needs/needs-tab.tsx';
import { RefreshersTab } from './refreshers/refreshers-tab.tsx';
import { showTab, trainingTabs, useTraining, type TrainingTab } from './training-store.ts';

const segments = trainingTabs.map((value) => ({ value, label: tw.tabs[value] }));
const parts: Readonly<Record<TrainingTab, () => ReactNode>> = {
  refreshers: () => <RefreshersTab />,
  needs: () => <NeedsTab />,
  courses: () => <CoursesTab />,
  budget: () => <BudgetTab />,
};

/** Weekly refreshers, what they should be about, and courses with the money for them. */
export function TrainingScreen() {
  const tab = useTraining((state) => state.tab);
  return (
    <>
      <Header title={t.screens.training}>
        <div className="flex h-[38px] items-center gap-2 px-4 pb-[6px] print:hidden">
          <Segmented tabs label={tw.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">{parts[tab]()}</main>
      <Asked />
    </>
  );
}
