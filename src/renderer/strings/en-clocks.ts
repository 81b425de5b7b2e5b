/** The Clocks screen: policies, trying them, pauses, and the ledger of a ticket. */
export const c = {
  tabs: { policies: 'Policies', calendars: 'Calendars', replay: 'Replay', pauses: 'Pause audit' },
  tabsLabel: 'What of the clocks',
  show: (tab: string): string => `Clocks: ${tab.toLowerCase()}`,
};
