import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

/** What has been escalated, to whom, and until when. */
export function EscalationsScreen() {
  return <Header title={t.screens.escalations} />;
}
