import { create } from 'zustand';
import type { Escalation, Incident } from '../../contract/index.ts';
import { goTo, setWindow } from '../app/window-store.ts';

export const escalationTabs = ['board', 'log', 'incidents', 'trees', 'settings'] as const;
export type EscalationTab = (typeof escalationTabs)[number];

/** What the dialog of escalation is asked for. */
export type AskedEscalation =
  | { readonly kind: 'escalate' | 'walk'; readonly ticketId: string }
  | { readonly kind: 'hand' | 'act' | 'resolve' | 'back'; readonly escalation: Escalation }
  | { readonly kind: 'declare'; readonly linkedIds: readonly string[] }
  | { readonly kind: 'line' | 'link' | 'update' | 'close' | 'review'; readonly incident: Incident }
  | { readonly kind: 'drill' };

type State = {
  readonly tab: EscalationTab;
  /** Under the cursor of the board. */
  readonly current: Escalation | null;
  /** The incident chosen in the list; the first where it is null or gone. */
  readonly incidentId: string | null;
  /** The one on screen. */
  readonly incident: Incident | null;
  /** The words and the kind of entries that the log shows. */
  readonly logText: string;
  readonly drills: 'with' | 'without' | 'only';
  readonly asked: AskedEscalation | null;
};

export const useEscalations = create<State>(() => ({
  tab: 'board',
  current: null,
  incidentId: null,
  incident: null,
  logText: '',
  drills: 'with',
  asked: null,
}));

export const showTab = (tab: EscalationTab): void => useEscalations.setState({ tab });

/** Goes to an incident on its screen. */
export function openIncident(incidentId: string): void {
  useEscalations.setState({ tab: 'incidents', incidentId });
  goTo('escalations');
}

export function askEscalation(asked: AskedEscalation): void {
  useEscalations.setState({ asked });
  setWindow({ dialog: 'escalation', picker: null });
}
