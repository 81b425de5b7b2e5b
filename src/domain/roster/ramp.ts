import type { RosterPerson } from '../../contract/roster-common.ts';
import { toInstant } from '../calendar/instant.ts';

type Ramped = Pick<RosterPerson, 'rampPercent' | 'rampSteps'>;

/** How much of a full agent somebody does at an instant, percent. Somebody the roster does not know is one. SPEC COV-1. */
export function rampAt(person: Ramped | undefined, at: number): number {
  if (person === undefined) return 100;
  let percent = person.rampPercent;
  for (const step of person.rampSteps ?? []) if (toInstant(step.fromAt) <= at) ({ percent } = step);
  return percent;
}
