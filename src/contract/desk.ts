import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { desk, idSchema, instantSchema } from './common.ts';
import { alertSchema, metricSchema } from './sla.ts';
import { doneSchema } from './tickets.ts';

export const settingsSchema = z.object({
  name: z.string().trim().min(1).max(100),
  timeZone: z.string().min(1).max(64),
  /** The person who sits at this desk; `My queue` is theirs. */
  me: idSchema.nullable(),
  /** False until the first-run choice (sample, import, empty) is made. */
  started: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a commit touched: screens refetch just that. `ids` is null where it was too much to list. */
export const changeSchema = z.object({
  seq: z.number().int(),
  domain: z.enum([
    'tickets',
    'sla',
    'views',
    'people',
    'directory',
    'exchange',
    'desk',
    'automation',
    'customers',
    'escalation',
    'calendar',
    'roster',
    'staffing',
    'quality',
    'coaching',
    'onboarding',
    'training',
    'hiring',
    'surveys',
    'reports',
  ]),
  ids: z.array(idSchema).nullable(),
});
export type Change = z.infer<typeof changeSchema>;

export const liveSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), seq: z.number().int() }),
  z.object({ type: z.literal('changed'), changes: z.array(changeSchema) }),
  z.object({ type: z.literal('alerts'), alerts: z.array(alertSchema) }),
  /** Went to a higher level by itself. */
  z.object({
    type: z.literal('escalated'),
    escalations: z.array(
      z.object({
        ticketId: idSchema,
        number: z.number().int(),
        subject: z.string(),
        level: z.number().int(),
        owner: z.string().nullable(),
        minutes: z.number(),
      }),
    ),
  }),
  /** Woke from sleep or the clock jumped: how long the desk was away, and how many alerts were caught up. */
  z.object({ type: z.literal('woke'), awayMs: z.number(), alerts: z.number().int() }),
]);
export type Live = z.infer<typeof liveSchema>;
/** A ticket that went to a higher level by itself. */
export type EscalatedByItself = Extract<Live, { type: 'escalated' }>['escalations'][number];

export const historyEntrySchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor: z.string(),
  command: z.string(),
  label: z.string(),
  undone: z.boolean(),
});

export const deskContract = {
  info: desk.route({ summary: 'Which desk this is.' }).output(
    settingsSchema.extend({
      file: z.string(),
      version: z.string(),
      schemaVersion: z.number().int(),
      tickets: z.number().int(),
      now: instantSchema,
    }),
  ),
  settings: desk
    .route({ summary: 'Changes settings of the desk; what is left out stays.' })
    .input(settingsSchema.partial())
    .output(settingsSchema),
  summary: desk.route({ summary: 'The status bar: how many are late or at risk, and what is due next.' }).output(
    z.object({
      breached: z.number().int(),
      atRisk: z.number().int(),
      open: z.number().int(),
      nextDue: z
        .object({ id: idSchema, number: z.number().int(), metric: metricSchema, dueAt: instantSchema })
        .nullable(),
    }),
  ),
  live: desk.route({ summary: 'What changes, as it happens. Stays open.' }).output(eventIterator(liveSchema)),
  undo: desk
    .route({ summary: 'Takes back a change set: the one named, or the latest of this person.' })
    .input(z.object({ changeSet: idSchema.optional() }))
    .output(doneSchema),
  redo: desk.route({ summary: 'Does again what was undone last.' }).output(doneSchema),
  history: desk
    .route({ summary: 'The newest change sets, or those that touched one ticket.' })
    .input(z.object({ ticketId: idSchema.optional(), limit: z.number().int().min(1).max(500).default(50) }))
    .output(z.object({ entries: z.array(historyEntrySchema) })),
  sample: desk
    .route({ summary: 'Fills an empty desk with made-up, believable work. Undoable as one batch.' })
    .input(
      z.object({
        tickets: z.number().int().min(1).max(2_000_000).default(2000),
        seed: z.number().int().min(0).default(1),
      }),
    )
    .output(doneSchema),
  backup: desk
    .route({ summary: 'Writes a consistent copy of the desk to a new file (command line only).' })
    .input(z.object({ file: z.string().min(1) }))
    .output(z.object({ file: z.string(), bytes: z.number() })),
  verify: desk
    .route({
      summary:
        'Checks the file, its links, its counts, its search index and its clocks against what they are made from.',
    })
    .output(
      z.object({
        ok: z.boolean(),
        checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
      }),
    ),
};
