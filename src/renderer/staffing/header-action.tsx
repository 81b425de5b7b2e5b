import { Activity, ClipboardCopy, Dices, Plus, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { StaffingTab } from './staffing-store.ts';
import { doOnTab, type TabAction } from './tab-actions.ts';

const actions: Readonly<
  Record<Exclude<StaffingTab, 'breaches' | 'settings'>, readonly [TabAction, string, string, ReactNode]>
> = {
  forecast: ['add', 'n', sw.forecast.events.add, <Plus size={15} strokeWidth={2.2} aria-hidden />],
  whatIf: ['run', 'mod+enter', sw.whatIf.play.run, <Dices size={15} strokeWidth={1.8} aria-hidden />],
  adherence: ['state', 's', sw.adherence.stateKey, <Activity size={15} strokeWidth={1.8} aria-hidden />],
  load: ['copy', 'y', sw.handover.copy, <ClipboardCopy size={15} strokeWidth={1.8} aria-hidden />],
};

/** The one thing each tab is opened for most, at the top right. */
export function HeaderAction({ tab }: { readonly tab: Exclude<StaffingTab, 'settings'> }) {
  if (tab === 'breaches')
    return (
      <Button onClick={() => doOnTab('again')} icon={<RotateCw size={15} strokeWidth={1.8} aria-hidden />}>
        {sw.breaches.again}
        <Kbd keys="r" />
      </Button>
    );
  const [action, keys, label, icon] = actions[tab];
  return (
    <Button look="primary" onClick={() => doOnTab(action)} icon={icon}>
      {label}
      <Kbd keys={keys} on />
    </Button>
  );
}
