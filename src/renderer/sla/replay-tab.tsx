/** Being made. */
export function ReplayTab() {
  return null;
}
