import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

export function OnboardingScreen() {
  return <Header title={t.screens.onboarding} />;
}
