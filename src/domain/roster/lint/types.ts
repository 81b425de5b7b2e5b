import type {
  Finding,
  LintRule,
  Remedy,
  RosterPerson,
  RosterRules,
  RosterShift,
} from '../../../contract/roster-common.ts';
import type { Span } from '../../calendar/rules.ts';
import type { Zone } from '../../calendar/zone.ts';
import type { ShiftBody } from '../shift.ts';

/** A shift beside the wall clock of who works it: the day it starts on, and the week it starts in. */
export type Piece = {
  readonly shift: RosterShift;
  /** Day number, as the rules of calendars count them. */
  readonly day: number;
  /** Day number of that week's Monday, and when the next Monday begins. */
  readonly monday: number;
  readonly nextMondayAt: number;
};

/** Somebody on the roster with all their shifts in order; or an open shift alone, whose `id` is null. */
export type Member = {
  readonly id: string | null;
  readonly name: string;
  readonly zone: Zone;
  /** ` New York time` where their clock is not the desk's, else nothing. */
  readonly zoneWord: string;
  readonly person: RosterPerson | null;
  readonly pieces: readonly Piece[];
  /** When they are away; joined. */
  readonly away: readonly Span[];
  /** When they can work, as far as their shifts reach; null: any time. */
  readonly open: readonly Span[] | null;
};

/** What all rules go by. */
export type Context = {
  readonly rules: RosterRules;
  readonly off: ReadonlySet<LintRule>;
  /** Names by day number; '' where a holiday has none. */
  readonly holidays: ReadonlyMap<number, string>;
  /** The roster is longer than a week, so that a weekday alone names no day. */
  readonly dated: boolean;
};

/** Shifts that follow each other without a pause between them: one stretch at work. */
export type Block = { readonly pieces: readonly Piece[]; readonly startAt: number; readonly endAt: number };

/** A person's shifts as the rules look at them: as they are, or as a remedy would have them. */
export type Sheet = {
  readonly member: Member;
  readonly pieces: readonly Piece[];
  readonly blocks: readonly Block[];
  readonly context: Context;
};

/** A shift set to something else, or removed. */
export type Change = { readonly shiftId: string; readonly set: ShiftBody | null };

/** A way out of a problem, not yet tried. */
export type Way = { readonly label: string; readonly changes: readonly [Change, ...Change[]] };

/**
 * A finding before it has words: most rosters are looked at many times and told about once, and a remedy is tried by
 * running the rules again.
 */
export type Problem = {
  readonly rule: LintRule;
  readonly severity: 'error' | 'warning';
  readonly shiftIds: readonly string[];
  readonly startAt: number;
  readonly endAt: number;
  /** How bad it is, in the rule's own measure: more is worse. */
  readonly amount: number;
  readonly words: () => { readonly text: string; readonly fix: string };
  /** `toll`: how many rules of cover would be short if the person were not at work in a span. */
  readonly ways: (toll: (span: Span) => number) => Way[];
};

/** A remedy whose button changes a second shift too: `also` has to be done in the same change set. */
export type FullRemedy = Remedy & { readonly also: Change[] };
export type FullFinding = Omit<Finding, 'remedies'> & { readonly remedies: FullRemedy[] };
