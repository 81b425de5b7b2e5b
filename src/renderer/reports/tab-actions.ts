import type { rw } from '../strings/en-reports-issues.ts';
import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab that is on screen; each says so while it is shown. */
export type TabAction = keyof typeof rw.commands;

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
