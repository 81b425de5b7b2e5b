import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { desk, idSchema } from './common.ts';

/** Somebody who works tickets. Customers are requesters, not people of the desk. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(200),
  email: z.string().max(320).nullable(),
  timeZone: z.string().max(64).nullable(),
  active: z.boolean(),
  /** What they can work on, for routing: free words, compared without case. */
  skills: z.array(z.string().trim().min(1).max(100)).max(100),
  /** BCP 47 tags of the languages they can answer in. */
  languages: z.array(z.string().trim().min(2).max(35)).max(50),
  /** The most open tickets they should hold; null for no limit. */
  capacity: z.number().int().min(0).max(10_000).nullable(),
  /** Not here now: their tickets count as orphans and routing passes them over. */
  away: z.boolean(),
  phone: z.string().trim().max(60).nullable(),
  team: z.string().trim().max(100).nullable(),
  role: z.string().trim().max(100).nullable(),
  /** Level by skill, 1 (learning) to 5 (teaches others); a skill without one counts as 3. Skills are those above. */
  skillLevels: z.record(z.string().trim().min(1).max(100), z.number().int().min(1).max(5)),
  /** Agreed work per week, minutes; null: none agreed. */
  contractMinutes: z.number().min(0).max(10_080).nullable(),
  /** Weekly hours in which they can work, by the clock of their zone; null: any. A weekday left out is none. */
  availability: calendarSchema.shape.hours.unwrap().nullable(),
  /** How much of a full agent they do, in percent: newcomers less. */
  rampPercent: z.number().min(0).max(100),
});
export type Person = z.infer<typeof personSchema>;

export const peopleContract = {
  list: desk
    .route({ summary: 'Everybody who works tickets here, by name.' })
    .output(z.object({ people: z.array(personSchema) })),
  create: desk
    .route({ summary: 'A new person who can own tickets.' })
    .input(
      z.object({
        name: z.string().trim().min(1).max(200),
        email: z.email().max(320).nullable().default(null),
        timeZone: z.string().max(64).nullable().default(null),
        ...personSchema.omit({ id: true, name: true, email: true, timeZone: true }).partial().shape,
      }),
    )
    .output(personSchema),
  update: desk
    .route({ summary: 'Changes somebody; what is left out stays.' })
    .input(z.object({ id: idSchema, set: personSchema.omit({ id: true }).partial() }))
    .output(personSchema),
};
