import { z } from 'zod';
import { channelSchema, desk, idSchema, instantSchema } from './common.ts';
import { doneSchema, languageSchema, ticketRowSchema } from './tickets.ts';
import { contactKinds } from './words.ts';

export const contactKindSchema = z.enum(contactKinds);
export type ContactKind = z.infer<typeof contactKindSchema>;

/** A way to reach somebody beside the primary address. */
export const contactPointSchema = z.object({
  kind: contactKindSchema,
  value: z.string().trim().min(1).max(320),
  label: z.string().trim().max(100).nullable().default(null),
});
export type ContactPoint = z.infer<typeof contactPointSchema>;

export const organisationSchema = z.object({ id: idSchema, name: z.string().min(1).max(200), notes: z.string() });
export type Organisation = z.infer<typeof organisationSchema>;

/** Who asks: somebody the desk knows, or a name with what they can be reached by. */
export const requesterInSchema = z.union([
  z.object({ customerId: idSchema }),
  z.object({
    name: z.string().trim().min(1).max(200),
    email: z.email().max(320).nullable().default(null),
    phone: z.string().trim().min(3).max(60).nullable().default(null),
    handle: z.string().trim().min(1).max(200).nullable().default(null),
  }),
]);
export type RequesterIn = z.infer<typeof requesterInSchema>;

/** A file that was sent up in pieces; the name and type it is kept under. */
export const attachmentInSchema = z.object({
  uploadId: idSchema,
  name: z.string().max(500).optional(),
  type: z.string().max(200).optional(),
  /** As `tickets.parse` tells it; counts for nothing. */
  bytes: z.unknown().optional(),
});

export const attachmentSchema = z.object({
  id: idSchema,
  /** The message it came with; null where it is gone. */
  eventId: idSchema.nullable(),
  /** Safe to save under: no folders, no control or direction characters, no reserved names. */
  name: z.string(),
  /** As it was declared: never believed. */
  type: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  at: instantSchema,
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const customerRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string().nullable(),
  organisation: z.object({ id: idSchema, name: z.string() }).nullable(),
  vip: z.boolean(),
  openTickets: z.number().int(),
  tickets: z.number().int(),
});
export type CustomerRow = z.infer<typeof customerRowSchema>;

export const customerSchema = customerRowSchema.extend({
  contactPoints: z.array(contactPointSchema),
  language: z.string().nullable(),
  channel: channelSchema.nullable(),
  timeZone: z.string().nullable(),
  notes: z.string(),
});
export type Customer = z.infer<typeof customerSchema>;

export const customerSetSchema = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(320).nullable().optional(),
  organisationId: idSchema.nullable().optional(),
  contactPoints: z.array(contactPointSchema).max(50).optional(),
  language: languageSchema.nullable().optional(),
  channel: channelSchema.nullable().optional(),
  timeZone: z.string().max(64).nullable().optional(),
  notes: z.string().max(20_000).optional(),
  vip: z.boolean().optional(),
});
export type CustomerSet = z.infer<typeof customerSetSchema>;

export const customersContract = {
  find: desk
    .route({ summary: 'Customers by the beginning of a name, address, number, handle or organisation; the best 20.' })
    .input(z.object({ text: z.string().max(320), limit: z.number().int().min(1).max(50).default(20) }))
    .output(z.object({ customers: z.array(customerRowSchema) })),
  list: desk
    .route({ summary: 'A window of all customers, or of those found, by name.' })
    .input(
      z.object({
        text: z.string().max(320).default(''),
        organisationId: idSchema.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(customerRowSchema) })),
  get: desk
    .route({ summary: 'One customer with how to reach them and what they prefer.' })
    .input(z.object({ id: idSchema }))
    .output(customerSchema),
  tickets: desk
    .route({ summary: "A window of a customer's tickets: the open ones first, each newest first." })
    .input(
      z.object({
        id: idSchema,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(ticketRowSchema) })),
  save: desk
    .route({ summary: 'Changes a customer, or makes one (then with a name); what is left out stays.' })
    .input(z.object({ id: idSchema.optional(), set: customerSetSchema }))
    .output(doneSchema.extend({ id: idSchema })),
  organisations: desk
    .route({ summary: 'Organisations by name, or those found; the first 100.' })
    .input(z.object({ text: z.string().max(200).default('') }))
    .output(z.object({ organisations: z.array(organisationSchema.extend({ people: z.number().int() })) })),
  organisationSave: desk
    .route({ summary: 'Changes an organisation, or makes one. Its name must be free.' })
    .input(
      z.object({
        id: idSchema.optional(),
        name: z.string().trim().min(1).max(200),
        notes: z.string().max(20_000).optional(),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
};
