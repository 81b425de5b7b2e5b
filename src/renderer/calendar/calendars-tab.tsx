/** The desk's calendars, and the editor of one. */
export function CalendarsTab() {
  return null;
}
