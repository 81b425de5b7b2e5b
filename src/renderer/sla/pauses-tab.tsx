/** Being made. */
export function PausesTab() {
  return null;
}
