import type { Band, Channel, Priority, Status } from '../../../contract/index.ts';

/** What a query is read against. `me` is the id of the person at this desk; `now` is epoch ms. */
export type SearchContext = {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly queues: readonly { readonly id: string; readonly name: string }[];
  readonly tags?: readonly string[];
  readonly categories?: readonly string[];
  readonly timeZone: string;
  readonly now: number;
  readonly me: string | null;
  /** Owners who are not here: away, gone, or off shift by the roster. SPEC ROS-13. */
  readonly off: readonly string[];
};

/** A value as typed: `quoted` values are taken literally ("none" in quotes is a name). */
export type ClauseValue = {
  readonly text: string;
  readonly quoted: boolean;
  readonly from: number;
  readonly to: number;
};

/** A piece of a query and where it stands in the text (UTF-16 offsets, half-open). */
export type Clause =
  | {
      readonly kind: 'operator';
      readonly name: OperatorName;
      readonly negated: boolean;
      readonly values: readonly ClauseValue[];
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly quoted: boolean;
      readonly negated: boolean;
      readonly from: number;
      readonly to: number;
    };

export type OperatorName =
  | 'status'
  | 'assignee'
  | 'queue'
  | 'priority'
  | 'channel'
  | 'tag'
  | 'category'
  | 'requester'
  | 'subject'
  | 'number'
  | 'id'
  | 'created'
  | 'updated'
  | 'solved'
  | 'sla'
  | 'has'
  | 'csat';

/** Instants in epoch ms, half-open: `from` <= t < `to`; null is unbounded. */
export type InstantRange = { readonly from: number | null; readonly to: number | null };

type Is<Field extends string, Value> = {
  readonly field: Field;
  readonly op: 'is';
  readonly values: readonly Value[];
  readonly negated: boolean;
};

/**
 * One restriction, for the store to turn into SQL. Conditions are joined by "and", the values of one by "or"; `negated`
 * turns the whole condition round (a ticket that lacks the field then passes). No values: nothing is found. SPEC SRCH-5.
 */
export type Condition =
  | Is<'status', Status>
  | Is<'priority', Priority>
  | Is<'channel', Channel>
  | Is<'band', Band>
  /** Ids of people; null is nobody. */
  | Is<'assignee', string | null>
  /** Ids of queues; null is no queue. */
  | Is<'queue', string | null>
  /** Compared without regard to case; null is a ticket without any. */
  | Is<'tag', string | null>
  | Is<'category', string | null>
  | Is<'csat', 'good' | 'bad' | null>
  | Is<'number', number>
  | Is<'drill', boolean>
  | Is<'level', number>
  /** The id in the system it was imported from; compared without regard to case. */
  | Is<'externalId', string>
  /** Part of the requester's name or address, without regard to case. */
  | {
      readonly field: 'requester';
      readonly op: 'contains';
      readonly values: readonly string[];
      readonly negated: boolean;
    }
  | {
      /** `waiting`: since when the customer waits for an answer. */
      readonly field: 'created' | 'updated' | 'solved' | 'waiting';
      readonly op: 'within';
      readonly values: readonly InstantRange[];
      readonly negated: boolean;
    }
  /** FTS5 expressions: `subject` for the subject column alone, `text` for all columns. */
  | {
      readonly field: 'subject' | 'text';
      readonly op: 'match';
      readonly values: readonly string[];
      readonly negated: boolean;
    };

export type ParsedQuery = {
  readonly filter: readonly Condition[];
  /** An FTS5 MATCH expression over all columns in which every token is quoted; null where no words are looked for. */
  readonly match: string | null;
  /** For `highlight`: words and phrases; a `*` at the end stands for "begins with". */
  readonly terms: readonly string[];
  /** What was not understood, and what would be. */
  readonly problems: readonly string[];
  readonly clauses: readonly Clause[];
};

/** Replaces the text from `from` to `to` (UTF-16 offsets) by `insert`. */
export type Suggestion = {
  readonly insert: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
};
