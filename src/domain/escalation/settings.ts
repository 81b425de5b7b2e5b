import type { EscalationSettings } from '../../contract/escalation.ts';
import { Fault } from '../fault.ts';

const hour = 60;

/** What a new desk has: the seeds' levels and times, nobody named yet. SPEC ESC-1. */
export const defaultEscalation: EscalationSettings = {
  levels: [
    { level: 1, name: 'Agent', minutes: 24 * hour, time: 'calendar', ownerId: null, substituteId: null },
    { level: 2, name: 'Coordinator', minutes: 8 * hour, time: 'calendar', ownerId: null, substituteId: null },
    { level: 3, name: 'Engineering', minutes: 48 * hour, time: 'calendar', ownerId: null, substituteId: null },
  ],
  automatic: { on: true, minutes: 30 },
  causes: [
    'Needs a specialist',
    'Technical fault',
    'Policy exception',
    'Refund above limit',
    'Complaint',
    'Data protection',
    'Carrier or supplier',
    'Too long without progress',
  ],
  targetPercent: 5,
};

/** The cause that the desk itself gives. */
export const automaticCause = 'P1 unresolved';

/** Faults INVALID with what is wrong: levels out of order, one person as their own substitute, a cause twice. */
export function checkEscalation(settings: EscalationSettings, people: ReadonlySet<string>): void {
  settings.levels.forEach(({ level, name, ownerId, substituteId }, index) => {
    const refuse = (message: string) => new Fault('INVALID', message, { field: 'levels' });
    if (level !== index + 1) throw refuse('The levels are 1, 2 and 3, in this order.');
    for (const id of [ownerId, substituteId])
      if (id !== null && !people.has(id))
        throw refuse(`Level ${level} (${name}) names somebody who is not on this desk.`);
    if (ownerId !== null && ownerId === substituteId)
      throw refuse(`The owner of level ${level} cannot be their own substitute. Choose somebody else.`);
  });
  const seen = new Set<string>();
  for (const cause of settings.causes) {
    const key = cause.toLowerCase();
    if (seen.has(key)) throw new Fault('INVALID', `The cause “${cause}” is there twice.`, { field: 'causes' });
    seen.add(key);
  }
}
