import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

export function DayScreen() {
  return <Header title={t.screens.day} />;
}
