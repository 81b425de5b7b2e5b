import { z } from 'zod';
import type { Done } from '../../../contract/index.ts';
import { usualDays } from '../../../domain/coaching/cadence.ts';
import type { Core } from '../core.ts';
import { readMeta, saveMeta } from '../meta.ts';
import { mustPerson, nameOf } from '../person.ts';
import { mustLead } from '../viewer.ts';

const key = 'coachingCadence';
const cadenceSchema = z.object({
  days: z.number().int().default(usualDays),
  people: z.record(z.string(), z.number().int()).default({}),
});

const readCadence = (core: Core): z.infer<typeof cadenceSchema> => cadenceSchema.parse(readMeta(core.db, key) ?? {});

/** How often somebody is coached, in days. */
export function cadenceOf(core: Core, personId: string): number {
  const { days, people } = readCadence(core);
  return people[personId] ?? days;
}

export function saveCadence(core: Core, personId: string | undefined, days: number): Done {
  mustLead(core);
  const cadence = readCadence(core);
  if (personId !== undefined) mustPerson(core, personId);
  const label =
    personId === undefined ? `Coaching every ${days} days` : `Coaching of ${nameOf(core, personId)} every ${days} days`;
  const next =
    personId === undefined ? { ...cadence, days } : { ...cadence, people: { ...cadence.people, [personId]: days } };
  const { changeSet } = saveMeta(core, { name: 'coaching.cadenceSave', label }, key, next);
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}
