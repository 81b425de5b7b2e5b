import { ClockAlert, FileDown, LayoutList, ShieldAlert, Sunrise, Users, Workflow, type LucideIcon } from 'lucide-react';
import type { Screen } from './window-store.ts';

/** The screens in the order of the side bar, with the keys that lead there. */
export const screens: readonly { readonly screen: Screen; readonly icon: LucideIcon; readonly key: string }[] = [
  { screen: 'standUp', icon: Sunrise, key: 'g s' },
  { screen: 'queues', icon: LayoutList, key: 'g q' },
  { screen: 'escalations', icon: ShieldAlert, key: 'g e' },
  { screen: 'customers', icon: Users, key: 'g c' },
  { screen: 'clocks', icon: ClockAlert, key: 'g k' },
  { screen: 'rules', icon: Workflow, key: 'g a' },
  { screen: 'import', icon: FileDown, key: 'g i' },
];
