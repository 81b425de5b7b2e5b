import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

/** Macros, triggers, timed automations and what they did. */
export function RulesScreen() {
  return <Header title={t.screens.rules} />;
}
