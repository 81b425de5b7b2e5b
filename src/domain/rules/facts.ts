import type { Band, Channel, Priority, Status } from '../../contract/index.ts';
import type { RuleField } from '../../contract/rules.ts';

/** A ticket as rules see it. Ids for queue and assignee; instants in epoch ms. */
export type RuleFacts = {
  readonly status: Status;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly band: Band;
  readonly queue: string | null;
  readonly assignee: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly subject: string;
  /** The latest message or note; empty where nothing was said. */
  readonly body: string;
  readonly requester: string;
  readonly email: string | null;
  readonly organisation: string | null;
  readonly language: string | null;
  readonly impact: number | null;
  readonly urgency: number | null;
  readonly level: number;
  readonly waiting: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Since when it has been in its status, with its owner; last word of the customer, of an agent. */
  readonly statusAt: number;
  readonly assignedAt: number | null;
  readonly customerAt: number | null;
  readonly agentAt: number | null;
};

export type RuleValue = string | number | null;

/** What a change did, by field: asked for by `changed`, `changedTo` and `changedFrom`. A tag change has one entry a tag. */
export type RuleChange = {
  readonly field: RuleField;
  readonly name?: string;
  readonly from: RuleValue;
  readonly to: RuleValue;
};

/** When a rule is asked, and by what it was set off. */
export type RuleMoment = { readonly now: number; readonly changes?: readonly RuleChange[] };
