import { oc } from '@orpc/contract';
import { z } from 'zod';
import { readInstant } from './instant.ts';
import { channels, priorities, statuses } from './words.ts';

/** Epoch milliseconds: every instant the desk gives out. */
export const instantSchema = z.number().int();

/** ISO 8601 as it may be typed, from here on as every machine reads it. */
const instantTextSchema = z
  .string()
  .refine((text) => 'ms' in readInstant(text), { error: ({ input }) => problemOf(input) })
  .overwrite((text) => {
    const read = readInstant(text);
    return 'ms' in read ? new Date(read.ms).toISOString() : text;
  })
  .describe('ISO 8601 with an offset or Z, such as 2026-03-01T09:00:00+02:00');

function problemOf(input: unknown): string | undefined {
  const read = typeof input === 'string' ? readInstant(input) : null;
  return read !== null && 'problem' in read ? read.problem : undefined;
}

/** Epoch milliseconds, or ISO 8601 with an offset or `Z`: every instant the desk takes in. SPEC CAL-27. */
export const instantInSchema = z.union([z.number().int(), instantTextSchema]);
export type InstantIn = z.infer<typeof instantInSchema>;

/** A day of the calendar, `YYYY-MM-DD`, in no particular zone. */
export const dateSchema = z.iso.date();

/** A UUID made where the thing was born (version 7). The contract speaks of things by these only. */
export const idSchema = z.uuid();

/** A file that leaves the desk. */
export const fileSchema = z.object({ fileName: z.string(), type: z.string(), base64: z.string() });

export const statusSchema = z.enum(statuses);
export type Status = z.infer<typeof statusSchema>;

export const prioritySchema = z.enum(priorities);
export type Priority = z.infer<typeof prioritySchema>;

export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

/** Every way a call can fail, with words for a coordinator in `message`. A closed set: shells and screens switch on it. */
export const desk = oc.errors({
  NOT_FOUND: { status: 404 },
  INVALID: {
    status: 422,
    data: z.object({ field: z.string().optional(), missing: z.array(z.string()).optional() }).optional(),
  },
  CONFLICT: { status: 409 },
  CANCELLED: { status: 499 },
  NOT_A_DESK: { status: 422 },
  DAMAGED: { status: 422 },
  FROM_FUTURE: { status: 422 },
  LOCKED: { status: 423 },
  READ_ONLY: { status: 403 },
  FORBIDDEN: { status: 403 },
});
export type ErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'CANCELLED'
  | 'NOT_A_DESK'
  | 'DAMAGED'
  | 'FROM_FUTURE'
  | 'LOCKED'
  | 'READ_ONLY'
  | 'FORBIDDEN';
