import { z } from 'zod';
import { ruleFields, ruleOps } from './words.ts';

/** What a rule can ask about: any field of a ticket, and how long ago what happened to it. SPEC RUL-1. */
export const ruleFieldSchema = z.enum(ruleFields);
export type RuleField = z.infer<typeof ruleFieldSchema>;

export const ruleOpSchema = z.enum(ruleOps);
export type RuleOp = z.infer<typeof ruleOpSchema>;

/**
 * One question about a ticket. `values` are joined by "or": words of the closed lists (status, priority, channel, band),
 * ids (queue, assignee; null for none), free text compared without case (category, tag, subject, body, requester, email,
 * organisation, language, custom fields), or numbers (impact, urgency, level, hours since). `name` says which custom
 * field; `changed…` are asked of the change that set a trigger off, and are false elsewhere. SPEC RUL-2.
 */
export const ruleConditionSchema = z.object({
  field: ruleFieldSchema,
  name: z.string().min(1).max(200).optional(),
  op: ruleOpSchema.default('is'),
  values: z
    .array(z.union([z.string().max(1000), z.number()]).nullable())
    .max(500)
    .default([]),
});
export type RuleCondition = z.infer<typeof ruleConditionSchema>;

/** All of the first, and any of the second where there are some. Both empty: every ticket. */
export const ruleConditionsSchema = z.object({
  all: z.array(ruleConditionSchema).max(50).default([]),
  any: z.array(ruleConditionSchema).max(50).default([]),
});
export type RuleConditions = z.infer<typeof ruleConditionsSchema>;
