import { z } from 'zod';
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
        ...personSchema.pick({ active: true, skills: true, languages: true, capacity: true, away: true }).partial()
          .shape,
      }),
    )
    .output(personSchema),
  update: desk
    .route({ summary: 'Changes somebody; what is left out stays.' })
    .input(z.object({ id: idSchema, set: personSchema.omit({ id: true }).partial() }))
    .output(personSchema),
};
