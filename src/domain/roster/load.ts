/** How many contacts a day are meant for one agent. */
export type Band = { readonly low: number; readonly high: number };

/** What a desk begins with: 40 to 80 contacts per agent and day. SPEC LOD-1. */
export const usualBand: Band = { low: 40, high: 80 };

/** Whether a day's contacts of one agent lie in the band; both ends are within it. SPEC LOD-1. */
export function loadBand(count: number, { low, high }: Band = usualBand): 'below' | 'within' | 'above' {
  if (count < low) return 'below';
  return count > high ? 'above' : 'within';
}
