import { create } from 'zustand';

export const escalationTabs = ['board', 'log', 'incidents'] as const;
export type EscalationTab = (typeof escalationTabs)[number];

/** Which part of the Escalations screen is shown. */
export const useEscalations = create<{ tab: EscalationTab }>(() => ({ tab: 'board' }));

export const showTab = (tab: EscalationTab): void => useEscalations.setState({ tab });
