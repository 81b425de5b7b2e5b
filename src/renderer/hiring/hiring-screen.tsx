import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

export function HiringScreen() {
  return <Header title={t.screens.hiring} />;
}
