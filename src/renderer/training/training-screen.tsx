import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

export function TrainingScreen() {
  return <Header title={t.screens.training} />;
}
