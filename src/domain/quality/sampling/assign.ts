type Pick = { readonly id: string; readonly agentId: string };
type Reviewer = {
  readonly id: string;
  /** Reviews already waiting for them. */
  readonly load: number;
  /** How many may wait for them at most; null: any number. */
  readonly capacity: number | null;
};

type Desk = { readonly id: string; load: number; readonly capacity: number; readonly picks: Pick[] };

const hasRoom = ({ load, capacity }: Desk): boolean => load < capacity;

const give = (desk: Desk, pick: Pick): void => {
  desk.load += 1;
  desk.picks.push(pick);
};

const leastLoaded = (desks: readonly Desk[], may: (desk: Desk) => boolean): Desk | undefined => {
  let best: Desk | undefined;
  for (const desk of desks) if (may(desk) && (best === undefined || desk.load < best.load)) best = desk;
  return best;
};

/** Whoever has room left may only do what is not their own: somebody else changes one for it. */
const change = (desks: readonly Desk[], pick: Pick): boolean => {
  const free = leastLoaded(desks, hasRoom);
  if (free === undefined) return false;
  for (const other of desks) {
    const at = other.id === pick.agentId ? -1 : other.picks.findIndex(({ agentId }) => agentId !== free.id);
    const [passed] = at === -1 ? [] : other.picks.splice(at, 1);
    if (passed === undefined) continue;
    other.picks.push(pick);
    give(free, passed);
    return true;
  }
  return false;
};

/**
 * Who reviews which pick: the one with the fewest reviews waiting, of equal ones the first by id; nobody their own work,
 * nobody more than they can take. Picks of agents who are reviewers themselves go first, for they have the fewest choices;
 * as many are given away as can be. Picks left out of the answer wait for somebody. SPEC QAS-6.
 */
export function assignReviewers(input: {
  readonly picks: readonly Pick[];
  readonly reviewers: readonly Reviewer[];
}): ReadonlyMap<string, string> {
  const desks: Desk[] = input.reviewers
    .map(({ id, load, capacity }) => ({ id, load, capacity: capacity ?? Infinity, picks: [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const own = new Set(desks.map(({ id }) => id));
  const picks = [
    ...input.picks.filter(({ agentId }) => own.has(agentId)),
    ...input.picks.filter(({ agentId }) => !own.has(agentId)),
  ];
  for (const pick of picks) {
    const desk = leastLoaded(desks, (each) => hasRoom(each) && each.id !== pick.agentId);
    if (desk === undefined) change(desks, pick);
    else give(desk, pick);
  }
  return new Map(desks.flatMap((desk) => desk.picks.map((pick) => [pick.id, desk.id] as const)));
}
