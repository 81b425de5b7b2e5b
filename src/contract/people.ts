import { z } from 'zod';
import { desk, idSchema } from './common.ts';

/** Somebody who works tickets. Customers are requesters, not people of the desk. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(200),
  email: z.string().max(320).nullable(),
  timeZone: z.string().max(64).nullable(),
  active: z.boolean(),
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
      }),
    )
    .output(personSchema),
};
