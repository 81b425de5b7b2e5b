import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab, or in the session, that is on screen; each says so while it is shown. */
export type TabAction =
  | 'session'
  | 'praise'
  | 'goal'
  | 'action'
  | 'cadence'
  | 'dossier'
  | 'open'
  | 'edit'
  | 'tick'
  | 'met'
  | 'drop'
  | 'remove'
  | 'held'
  | 'link'
  | 'followUp'
  | 'acknowledge'
  | 'preview'
  | 'when'
  | 'agenda'
  | 'notes'
  | 'privateNotes'
  | 'before'
  | 'after';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
