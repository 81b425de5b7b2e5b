import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

export function StaffingScreen() {
  return <Header title={t.screens.staffing} />;
}
