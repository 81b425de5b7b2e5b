import { CalendarsTab } from '../calendar/calendars-tab.tsx';
import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

/** Policies, calendars, and what can be asked of the clocks. */
export function ClocksScreen() {
  return (
    <>
      <Header title={t.screens.clocks} />
      <CalendarsTab />
    </>
  );
}
