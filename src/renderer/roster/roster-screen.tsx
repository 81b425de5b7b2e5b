import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

export function RosterScreen() {
  return <Header title={t.screens.roster} />;
}
