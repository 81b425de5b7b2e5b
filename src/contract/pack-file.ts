import { z } from 'zod';
import { instantSchema } from './common.ts';
import { scorecardBodySchema } from './quality-common.ts';
import { passageSchema, reviewRowSchema } from './quality-desk.ts';

/** One field of a review as it travels. */
export const travellingFieldSchema = z.object({
  key: z.string().max(200),
  value: z.unknown(),
  hlc: z.string().max(60),
  actor: z.string().max(200),
});

/** What a pack holds: sealed, it is read by other desks, and so held against its shape before anything is done with it. */
export const packContentSchema = z.object({
  id: z.string(),
  name: z.string(),
  deskName: z.string(),
  deskNode: z.string(),
  madeAt: instantSchema,
  reviewerName: z.string(),
  redacted: z.boolean(),
  people: z.record(z.string(), z.string()),
  cards: z.array(z.object({ scorecardId: z.string(), version: z.number().int(), card: scorecardBodySchema })),
  reviews: z.array(
    z.object({
      row: reviewRowSchema,
      conversation: z.array(passageSchema),
      /** How many events the ticket had: more of them at home, and it went on since. */
      events: z.number().int(),
      fields: z.array(travellingFieldSchema),
    }),
  ),
});
export type PackContent = z.infer<typeof packContentSchema>;

/** What was done in it: by review, the fields that were said. */
export const packWorkSchema = z.object({
  /** Grows with every change: the same pack brought twice is known by it. */
  edits: z.number().int(),
  reviews: z.record(z.string(), z.array(travellingFieldSchema)),
});
export type PackWork = z.infer<typeof packWorkSchema>;
