import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { fw } from '../strings/en-surveys.ts';
import { showTab, surveyTabs, useSurveys } from './surveys-store.ts';
import { canDo, digits, doOnTab } from './tab-actions.ts';

const { action, here, onScreen, quiet } = screenCommands('surveys', { titles: fw.commands, canDo, doOnTab });

const isCoding = (): boolean => useSurveys.getState().coding;

/** Digits switch tabs; while responses are read they put the codes on and off that stand beside them. */
const digitCommands: readonly Command[] = Array.from({ length: 9 }, (_, index) => {
  const digit = `${index + 1}` as const;
  const tab = surveyTabs[index];
  return {
    ...onScreen,
    id: `surveys.digit.${digit}`,
    title: fw.digit(index),
    keys: [digit],
    quiet: true,
    when: () => here() && (isCoding() ? digits.canDo(digit) : tab !== undefined),
    run: () => {
      if (isCoding()) digits.doOnTab(digit);
      else if (tab !== undefined) showTab(tab);
    },
  };
});

/** What the keys and the palette can do on the Feedback screen. */
export const surveyCommands: readonly Command[] = [
  ...digitCommands,
  quiet('open', 'enter', 'o'),
  action('import', 'i'),
  action('survey', 's'),
  action('before', ','),
  action('after', '.'),
  action('ticket', 't'),
  action('only', 'w'),
  action('find', 'f'),
  action('export', 'shift+e'),
  action('accept', 'a'),
  action('none', '0'),
  action('type', 'y'),
  action('unread', 'shift+u'),
  action('byRules', 'shift+a'),
  action('measure', 'm'),
  action('newCode', 'n'),
  action('edit', 'e'),
  action('remove', 'delete'),
  action('problem', 'p'),
  action('done', 'x'),
];
