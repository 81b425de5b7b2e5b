import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab that is on screen; each says so while it is shown. */
export type TabAction =
  | 'add'
  | 'addStage'
  | 'open'
  | 'tick'
  | 'copy'
  | 'sign'
  | 'pass'
  | 'away'
  | 'pause'
  | 'extend'
  | 'trainer'
  | 'end'
  | 'ramp'
  | 'withDone'
  | 'filter'
  | 'remove'
  | 'up'
  | 'down'
  | 'takeBack'
  | 'save';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
