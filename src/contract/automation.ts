import { z } from 'zod';
import { desk, idSchema, instantInSchema, instantSchema, prioritySchema, statusSchema } from './common.ts';
import { ruleConditionSchema, ruleConditionsSchema } from './rules.ts';
import { doneSchema, gradeSchema, languageSchema } from './tickets.ts';
import { ruleKinds, triggerEvents } from './words.ts';

const text = (max: number) => z.string().max(max);
const tag = z.string().trim().min(1).max(100);

/** How routing finds somebody: among those who are here, can do it and have room. SPEC AUT-20. */
export const routeSchema = z.object({
  type: z.literal('route'),
  by: z.enum(['leastLoaded', 'roundRobin']),
  /** All of these; the language of the ticket too, where `language` is true. */
  skills: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
  language: z.boolean().default(false),
  /** Only these people; empty: everybody. */
  among: z.array(idSchema).max(200).default([]),
});

/** One thing a rule does. Texts may hold placeholders such as `{{ticket.number}}`. SPEC AUT-3. */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), to: statusSchema }),
  z.object({ type: z.literal('priority'), to: prioritySchema }),
  z.object({ type: z.literal('queue'), to: idSchema.nullable() }),
  z.object({ type: z.literal('assignee'), to: z.union([idSchema, z.literal('me')]).nullable() }),
  z.object({ type: z.literal('category'), to: text(200).nullable() }),
  z.object({ type: z.literal('impact'), to: gradeSchema.nullable() }),
  z.object({ type: z.literal('urgency'), to: gradeSchema.nullable() }),
  z.object({ type: z.literal('language'), to: languageSchema.nullable() }),
  z.object({ type: z.literal('field'), name: text(200).min(1), to: text(10_000).nullable() }),
  z.object({ type: z.literal('addTags'), tags: z.array(tag).min(1).max(50) }),
  z.object({ type: z.literal('removeTags'), tags: z.array(tag).min(1).max(50) }),
  z.object({ type: z.literal('reply'), body: text(100_000).min(1) }),
  z.object({ type: z.literal('note'), body: text(100_000).min(1) }),
  routeSchema,
]);
export type Action = z.infer<typeof actionSchema>;

const base = {
  id: idSchema,
  name: z.string().trim().min(1).max(200),
  active: z.boolean().default(true),
  note: text(2000).default(''),
  actions: z.array(actionSchema).min(1).max(50),
};

/**
 * A macro is applied by a person, a trigger runs on what happens to a ticket, a timed automation on what has been so for
 * a while. Each kind is one ordered list. SPEC AUT-1.
 */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('macro'),
    conditions: ruleConditionsSchema.default({ all: [], any: [] }),
    /** What doing the same by hand takes, for the minutes saved. */
    minutesSaved: z.number().min(0).max(600).default(1),
  }),
  z.object({
    ...base,
    kind: z.literal('trigger'),
    on: z.array(z.enum(triggerEvents)).min(1).max(5),
    conditions: ruleConditionsSchema.default({ all: [], any: [] }),
    minutesSaved: z.number().min(0).max(600).default(1),
  }),
  z.object({
    ...base,
    kind: z.literal('timed'),
    conditions: ruleConditionsSchema,
    minutesSaved: z.number().min(0).max(600).default(1),
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
export type RouteRule = z.infer<typeof routeSchema>;
export type TriggerEvent = (typeof triggerEvents)[number];

/** One rule that ran, or would have, on one ticket. */
export const ruleRunSchema = z.object({
  id: idSchema,
  ruleId: idSchema,
  ruleName: z.string(),
  kind: z.enum(ruleKinds),
  ticketId: idSchema,
  ticketNumber: z.number().int(),
  at: instantSchema,
  /** What set it off: the person for a macro, the event for a trigger, `time` for a timed automation. */
  cause: z.string(),
  /** What it changed, in words: one a change. */
  changes: z.array(z.string()),
  /** Null where nothing was done. A macro on several tickets is one change set. */
  changeSet: idSchema.nullable(),
  undone: z.boolean(),
  /** `failed`: it could not be done, `loop`: it was stopped; `changes` then says why. */
  outcome: z.enum(['done', 'failed', 'loop']),
});
export type RuleRun = z.infer<typeof ruleRunSchema>;

/** Who was considered for a ticket, and why or why not. */
export const routeChoiceSchema = z.object({
  personId: idSchema.nullable(),
  reason: z.string(),
  considered: z.array(
    z.object({ personId: idSchema, name: z.string(), open: z.number().int(), fits: z.boolean(), reason: z.string() }),
  ),
});
export type RouteChoice = z.infer<typeof routeChoiceSchema>;

export const simulatedRunSchema = z.object({
  at: instantSchema,
  ticketId: idSchema,
  ticketNumber: z.number().int(),
  subject: z.string(),
  ruleId: idSchema,
  ruleName: z.string(),
  kind: z.enum(ruleKinds),
  /** Place in the order in which rules fired on this ticket at this instant, from 1. */
  order: z.number().int(),
  cause: z.string(),
  /** Every condition with what it found. */
  why: z.array(z.object({ condition: ruleConditionSchema, passed: z.boolean(), found: z.string() })),
  changes: z.array(z.string()),
});

export type SimulatedRun = z.infer<typeof simulatedRunSchema>;

/** Rules as JSON to be carried to another desk: ids of queues and people stand there as names. SPEC AUT-30. */
export const ruleFileSchema = z.object({
  foredesk: z.literal('rules'),
  version: z.literal(1),
  rules: z.array(z.unknown()).max(1000),
});

export const automationContract = {
  list: desk
    .route({ summary: 'All rules in order, each with how often it ran and the minutes it saved.' })
    .input(z.object({ kind: z.enum(ruleKinds).optional() }))
    .output(
      z.object({
        rules: z.array(
          z.object({
            rule: ruleSchema,
            runs: z.number().int(),
            minutesSaved: z.number(),
            lastRunAt: instantSchema.nullable(),
          }),
        ),
      }),
    ),
  save: desk
    .route({ summary: 'A new rule at the end of its kind, or the one with this id changed. Refused whole if wrong.' })
    .input(z.object({ rule: z.looseObject({ kind: z.enum(ruleKinds) }) }))
    .output(z.object({ rule: ruleSchema, changeSet: idSchema.nullable() })),
  remove: desk
    .route({ summary: 'Takes a rule away; its runs stay in the log.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  order: desk
    .route({ summary: 'Puts the rules of a kind into another order. Names every one once.' })
    .input(z.object({ kind: z.enum(ruleKinds), ids: z.array(idSchema).max(1000) }))
    .output(doneSchema),
  apply: desk
    .route({ summary: 'Applies a macro to tickets, as one change set.' })
    .input(z.object({ id: idSchema, ticketIds: z.array(idSchema).min(1).max(1000) }))
    .output(doneSchema),
  preview: desk
    .route({ summary: 'What a macro would do to a ticket, texts filled in. Changes nothing.' })
    .input(z.object({ id: idSchema, ticketId: idSchema }))
    .output(
      z.object({
        /** False where the macro's conditions do not hold: applying it would change nothing. */
        fits: z.boolean(),
        changes: z.array(z.string()),
        reply: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  runs: desk
    .route({ summary: 'What rules did, newest first: all, of one rule, or on one ticket.' })
    .input(
      z.object({
        ruleId: idSchema.optional(),
        ticketId: idSchema.optional(),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ runs: z.array(ruleRunSchema) })),
  undoRun: desk
    .route({ summary: 'Takes back what one run of a rule did.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  runTimed: desk
    .route({ summary: 'Runs the timed automations now, as the desk does every five minutes.' })
    .output(z.object({ runs: z.number().int(), tickets: z.number().int() })),
  route: desk
    .route({ summary: 'Who would get a ticket, and why; with `assign`, gives it to them.' })
    .input(z.object({ ticketId: idSchema, route: routeSchema.optional(), assign: z.boolean().default(false) }))
    .output(routeChoiceSchema.extend({ changeSet: idSchema.nullable() })),
  simulate: desk
    .route({
      summary: 'What rules would have done on the last days, or to one ticket: in what order and why. Changes nothing.',
    })
    .input(
      z.object({
        /** In place of the desk's; left out: the desk's active triggers and timed automations. */
        rules: z
          .array(z.looseObject({ kind: z.enum(ruleKinds) }))
          .max(500)
          .optional(),
        days: z.number().int().min(1).max(365).default(7),
        from: instantInSchema.optional(),
        ticketId: idSchema.optional(),
        limit: z.number().int().min(1).max(2000).default(200),
      }),
    )
    .output(
      z.object({
        tickets: z.number().int(),
        /** Rule by rule in order: how often it would have fired, on how many tickets. */
        rules: z.array(
          z.object({ ruleId: idSchema, name: z.string(), fired: z.number().int(), tickets: z.number().int() }),
        ),
        total: z.number().int(),
        runs: z.array(simulatedRunSchema),
        /** Rules that set each other off without end, and where they were stopped. */
        loops: z.array(z.object({ ticketNumber: z.number().int(), rules: z.array(z.string()) })),
      }),
    ),
  exportJson: desk.route({ summary: 'Rules as JSON for another desk.' }).output(z.object({ json: z.string() })),
  importJson: desk
    .route({ summary: 'Takes rules from JSON in, all or none; with `dryRun` only says what it would do.' })
    .input(z.object({ json: text(5_000_000), dryRun: z.boolean().default(false) }))
    .output(
      z.object({
        added: z.number().int(),
        changed: z.number().int(),
        same: z.number().int(),
        names: z.array(z.string()),
        changeSet: idSchema.nullable(),
      }),
    ),
};
