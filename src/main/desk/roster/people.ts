import type { RosterPerson } from '../../../contract/index.ts';
import type { Core } from '../core.ts';
import { rampSteps } from '../onboarding/ramp.ts';
import { readPeople } from '../people.ts';

const usualLevel = 3;

/** Everybody who works here, as the rules of the roster ask; the ramp of newcomers goes on as their programme is planned. */
export function rosterPeople(core: Core): RosterPerson[] {
  const steps = rampSteps(core);
  return readPeople(core.db)
    .filter(({ active }) => active)
    .map((person) => ({
      id: person.id,
      name: person.name,
      team: person.team,
      skills: Object.fromEntries(person.skills.map((skill) => [skill, person.skillLevels[skill] ?? usualLevel])),
      languages: person.languages,
      timeZone: person.timeZone,
      contractMinutes: person.contractMinutes,
      availability: person.availability,
      rampPercent: person.rampPercent,
      ...(steps.has(person.id) && { rampSteps: steps.get(person.id) }),
    }));
}
