import type { Command } from '../app/command-type.ts';

/** What the keys and the palette can do on the Onboarding screen. */
export const onboardingCommands: readonly Command[] = [];
