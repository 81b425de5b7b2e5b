import { calendarCommands } from '../calendar/commands.ts';
import { callbackCommands } from '../callbacks/commands.ts';
import { reportCommands } from '../reports/commands.ts';
import { standUpCommands } from '../stand-up/commands.ts';
import { relationCommands } from '../relations/commands.ts';
import { alsoWords } from '../strings/en-commands.ts';
import { t } from '../strings/en.ts';
import { goTo } from './window-store.ts';
import { dayCommands } from '../day/commands.ts';
import { customerCommands } from '../customers/commands.ts';
import { escalationCommands } from '../escalation/commands.ts';
import { triageCommands } from '../intake/commands.ts';
import type { Command } from './command-type.ts';
import { rulesCommands } from '../automation/commands.ts';
import { ticketRuleCommands } from '../automation/ticket-commands.ts';
import { peopleCommands } from '../people/commands.ts';
import { screens } from './screens.ts';
import { rosterCommands } from '../roster/commands.ts';
import { qualityCommands } from '../quality/commands.ts';
import { coachingCommands } from '../coaching/commands.ts';
import { askCommands } from '../ask/commands.ts';
import { hiringCommands } from '../hiring/commands.ts';
import { metricsCommands } from '../metrics/commands.ts';
import { surveyCommands } from '../surveys/commands.ts';
import { onboardingCommands } from '../onboarding/commands.ts';
import { trainingCommands } from '../training/commands.ts';
import { staffingCommands } from '../staffing/commands.ts';
import { clockCommands } from '../sla/commands.ts';
import { windowCommands } from './window-commands.ts';

export type { Command } from './command-type.ts';

/** Every command of the window, in one table: keys, palette and key map are all made from it. */
export const commands: readonly Command[] = [
  ...standUpCommands,
  ...callbackCommands,
  ...escalationCommands,
  ...relationCommands,
  ...rulesCommands,
  ...screens.map(({ screen, key }): Command => ({
    id: `go.${screen}`,
    title: t.commands.goTo(t.screens[screen]),
    group: 'go',
    keys: [key],
    run: () => goTo(screen),
  })),
  ...windowCommands,
  ...dayCommands,
  ...rosterCommands,
  ...staffingCommands,
  ...qualityCommands,
  ...coachingCommands,
  ...metricsCommands,
  ...onboardingCommands,
  ...trainingCommands,
  ...hiringCommands,
  ...surveyCommands,
  ...askCommands,
  ...reportCommands,
  ...customerCommands,
  ...triageCommands,
  ...ticketRuleCommands,
  ...peopleCommands,
  ...clockCommands,
  ...calendarCommands,
];

/** Other words for commands of any screen, by id. */
export const alsoFor = ({ id, also }: Command): string | undefined => also ?? alsoWords[id];

export const commandById = (id: string): Command | undefined => commands.find((command) => command.id === id);

/** The key shown where a command acts. */
export const keyOfCommand = (id: string): string | undefined => commandById(id)?.keys[0];

/** A sign or a letter is text where one writes, whatever the command. */
export const worksWhileTyping = (command: Command, key: string): boolean =>
  command.anywhere === true && (key.startsWith('mod+') || key === 'escape');

export const isPossible = (command: Command): boolean => command.when?.() ?? true;
