/** Being made. */
export function PoliciesTab() {
  return null;
}
