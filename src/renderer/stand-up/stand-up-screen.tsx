import { Printer } from 'lucide-react';
import { Header } from '../app/header.tsx';
import { useInfo, useZone } from '../client/use-desk.ts';
import { s } from '../strings/en-stand-up.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { longDay } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { ReconciliationTab } from './reconciliation-tab.tsx';
import { StandUpTab } from './stand-up-tab.tsx';
import { showTab, useStandUp } from './stand-up-store.ts';

const tabs = [
  { value: 'standUp', label: s.tab.standUp },
  { value: 'reconciliation', label: s.tab.reconciliation },
] as const;

/** The morning: what happened overnight and what waits, line by line; and the reconciliation beside the own day. */
export function StandUpScreen() {
  const tab = useStandUp((state) => state.tab);
  const zone = useZone();
  const now = useMinute();
  const name = useInfo().data?.name ?? t.appName;
  const print = (
    <Button onClick={() => window.print()} icon={<Printer size={15} strokeWidth={1.8} aria-hidden />}>
      {s.print}
      <Kbd keys="mod+p" />
    </Button>
  );
  return (
    <>
      <Header title={t.screens.standUp} note={longDay(now, zone)} action={print}>
        <div className="flex h-[34px] items-center gap-2 px-4 pb-1 print:hidden">
          <Segmented tabs label={s.tab.label} segments={tabs} value={tab} onChange={showTab} />
        </div>
      </Header>
      <p className="hidden px-4 pt-2 text-small print:block">{name}</p>
      {tab === 'standUp' ? <StandUpTab /> : <ReconciliationTab />}
    </>
  );
}
