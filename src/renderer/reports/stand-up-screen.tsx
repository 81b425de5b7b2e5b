import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

/** The morning: what happened overnight, and what waits. */
export function StandUpScreen() {
  return <Header title={t.screens.standUp} />;
}
