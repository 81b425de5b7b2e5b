import { Header } from '../app/header.tsx';
import { cw } from '../strings/en-coaching.ts';
import { t } from '../strings/en.ts';
import { Segmented } from '../ui/segmented.tsx';
import { coachingTabs, showTab, useCoaching } from './coaching-store.ts';
import { EffectsTab } from './effects/effects-tab.tsx';
import { Asked } from './forms/asked.tsx';
import { PeopleTab } from './people/people-tab.tsx';
import { SessionView } from './session/session-view.tsx';

const segments = coachingTabs.map((value) => ({ value, label: cw.tabs[value] }));

function Tabs() {
  const tab = useCoaching((state) => state.tab);
  return (
    <>
      <Header title={t.screens.coaching}>
        <div className="flex h-[38px] items-center gap-2 px-4 pb-[6px] print:hidden">
          <Segmented tabs label={cw.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        {tab === 'people' ? <PeopleTab /> : <EffectsTab />}
      </main>
    </>
  );
}

/** Who is coached, what came of it, and one session at a time, which takes it all. */
export function CoachingScreen() {
  const sessionId = useCoaching((state) => state.sessionId);
  return (
    <>
      {sessionId === null ? <Tabs /> : <SessionView key={sessionId} id={sessionId} />}
      <Asked />
    </>
  );
}
