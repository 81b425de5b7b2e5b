/** What a minute over its target counts of a ticket: P1 four times that of P4. SPEC REP-22. */
export const priorityWeights = [4, 3, 2, 1] as const;
const words = ['p1', 'p2', 'p3', 'p4'];

/** Of one without a priority as much as of the lowest. */
export const weightOf = (priority: string | null): number =>
  priorityWeights[words.indexOf(priority ?? '')] ?? priorityWeights[3];

export type Impact = { readonly tickets: number; readonly minutes: number };

/** Incidents by how many tickets they touched, then by how long they ran. SPEC REP-22. */
export const byImpact = (a: Impact, b: Impact): number => b.tickets - a.tickets || b.minutes - a.minutes;

type Over = { readonly over: number; readonly priority: string | null };
export const breachImpact = ({ over, priority }: Over): number => over * weightOf(priority);
