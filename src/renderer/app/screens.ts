import {
  BadgeCheck,
  CalendarClock,
  ChartSpline,
  ClockAlert,
  Database,
  FileChartColumn,
  FileDown,
  GraduationCap,
  LayoutList,
  MessageCircleHeart,
  MessageSquareQuote,
  PhoneCall,
  ShieldAlert,
  ChartNoAxesColumn,
  Sprout,
  Sunrise,
  UserRoundCog,
  UserRoundPlus,
  Users,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import type { Screen } from './window-store.ts';

type ScreenEntry = {
  readonly screen: Screen;
  readonly icon: LucideIcon;
  readonly key: string;
  /** Lists tickets (a BoardHandle) and shows the panel of one: the keys of tickets work there. */
  readonly tickets?: boolean;
};

/** The screens in the order of the side bar, with the keys that lead there. */
export const screens: readonly ScreenEntry[] = [
  { screen: 'standUp', icon: Sunrise, key: 'g s', tickets: true },
  { screen: 'metrics', icon: ChartSpline, key: 'g m' },
  { screen: 'queues', icon: LayoutList, key: 'g q', tickets: true },
  { screen: 'day', icon: CalendarClock, key: 'g h' },
  { screen: 'escalations', icon: ShieldAlert, key: 'g e', tickets: true },
  { screen: 'callbacks', icon: PhoneCall, key: 'g b', tickets: true },
  { screen: 'customers', icon: Users, key: 'g c' },
  { screen: 'roster', icon: UserRoundCog, key: 'g p' },
  { screen: 'staffing', icon: ChartNoAxesColumn, key: 'g f' },
  { screen: 'quality', icon: BadgeCheck, key: 'g u' },
  { screen: 'coaching', icon: MessageCircleHeart, key: 'g o' },
  { screen: 'onboarding', icon: Sprout, key: 'g n' },
  { screen: 'training', icon: GraduationCap, key: 'g l' },
  { screen: 'hiring', icon: UserRoundPlus, key: 'g j' },
  { screen: 'surveys', icon: MessageSquareQuote, key: 'g v' },
  { screen: 'ask', icon: Database, key: 'g x' },
  { screen: 'reports', icon: FileChartColumn, key: 'g w' },
  { screen: 'clocks', icon: ClockAlert, key: 'g k' },
  { screen: 'rules', icon: Workflow, key: 'g a' },
  { screen: 'import', icon: FileDown, key: 'g i' },
];

/** Whether the keys of tickets and of lists of them work on a screen. */
export const showsTickets = (screen: Screen): boolean =>
  screens.some((entry) => entry.screen === screen && entry.tickets === true);
