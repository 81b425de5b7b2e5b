import type { Span } from '../../calendar/rules.ts';
import { dayMs } from '../../calendar/wall-time.ts';
import { cutSpans, sharedSpans } from '../spans.ts';
import { atWork, breaks, counts, fills, type Cover } from './cover.ts';
import { pieceOf, sheetOf, type Roster } from './read.ts';
import { problemsOf } from './rules.ts';
import type { Change, FullRemedy, Member, Piece, Problem, Way } from './types.ts';

/** A problem and whose it is, or which rule of cover is short. */
export type Found = { readonly problem: Problem; readonly member: Member | null; readonly cover: Cover | null };

/** A roster with all that is known of it, so that a remedy can be tried. */
export type Known = {
  readonly roster: Roster;
  readonly covers: readonly Cover[];
  readonly problems: ReadonlyMap<Member, readonly Problem[]>;
  /** Who has a shift. */
  readonly owners: ReadonlyMap<string, Member>;
  readonly byId: ReadonlyMap<string, Member>;
};

/** What a remedy would make of somebody's shifts, as far around them as any rule looks. */
type Trial = { readonly member: Member; readonly before: readonly Piece[]; readonly after: readonly Piece[] };

const spanDays = (known: Known) => Math.max(9, known.roster.context.rules.maxDaysInRow + 2);

/** Whose shift it is once it is set to something; an open shift stays one, and who loses a shift has it no more. */
function nextOwner(known: Known, owner: Member, { set }: Change): Member | null {
  if (set === null) return null;
  if (set.personId === null) return owner.id === null ? owner : null;
  return known.byId.get(set.personId) ?? null;
}

function trialsOf(known: Known, way: Way): Trial[] {
  const after = new Map<Member, Piece[]>();
  const near = new Map<Member, Piece[]>();
  const reach = spanDays(known) * dayMs;
  const take = (member: Member, at: number): Piece[] => {
    const pieces = member.pieces.filter(({ shift }) => Math.abs(shift.startAt - at) <= reach);
    if (!near.has(member)) near.set(member, pieces);
    const taken = after.get(member) ?? pieces;
    after.set(member, taken);
    return taken;
  };
  for (const change of way.changes) {
    const owner = known.owners.get(change.shiftId);
    const at = owner?.pieces.find(({ shift }) => shift.id === change.shiftId)?.shift.startAt;
    if (owner === undefined || at === undefined) continue;
    const left = take(owner, at).filter(({ shift }) => shift.id !== change.shiftId);
    after.set(owner, left);
    const next = nextOwner(known, owner, change);
    if (next && change.set)
      after.set(next, [...take(next, at), pieceOf({ id: change.shiftId, ...change.set }, next.zone)]);
  }
  return [...after].map(([member, pieces]) => ({ member, after: pieces, before: near.get(member) ?? [] }));
}

const overlaps = (a: Problem, b: Problem) => a.startAt <= b.endAt && b.startAt <= a.endAt;

/** Whether an error was there already, as bad or worse. */
const wasThere = (before: readonly Problem[], problem: Problem): boolean =>
  before.some(
    (one) =>
      one.rule === problem.rule && one.severity === 'error' && one.amount >= problem.amount && overlaps(one, problem),
  );

/** Whether a problem is the one that should be gone, or what is left of it. */
function isLeft(found: Problem, problem: Problem): boolean {
  const ids = new Set(found.shiftIds);
  return problem.rule === found.rule && problem.shiftIds.every((id) => ids.has(id));
}

/** Whether no rule of cover is short, or shorter, for it. */
function keepsCover(known: Known, { member, before, after }: Trial): boolean {
  const lost = cutSpans(atWork(before, member.away), atWork(after, member.away));
  return lost.length === 0 || !known.covers.some((cover) => counts(member, cover.rule) && breaks(cover, lost));
}

/** Whether somebody who counts is now at work in all of the gap that was found. */
function fillsGap(found: Found, { member, before, after }: Trial): boolean {
  if (found.cover === null || !counts(member, found.cover.rule)) return false;
  const won = cutSpans(atWork(after, member.away), atWork(before, member.away));
  return fills(found.cover, [found.problem.startAt, found.problem.endAt], won);
}

/** Whether somebody's shifts would be without the finding, and without an error that was not there. */
function holds(known: Known, found: Found, trial: Trial): boolean {
  const problems = problemsOf(sheetOf(trial.member, trial.after, known.roster.context));
  if (problems.some((problem) => isLeft(found.problem, problem))) return false;
  const before = known.problems.get(trial.member) ?? [];
  if (problems.some((problem) => problem.severity === 'error' && !wasThere(before, problem))) return false;
  return keepsCover(known, trial);
}

/** Whether a shift could be so at all: no longer than one may be written. SPEC ROS-1. */
const canBe = ({ set }: Change): boolean => set === null || set.endAt - set.startAt <= dayMs;

/** Whether a remedy takes the finding away and brings no error that was not there. SPEC LNT-14. */
function works(known: Known, found: Found, way: Way): boolean {
  if (!way.changes.every(canBe)) return false;
  const trials = trialsOf(known, way);
  if (found.cover !== null && !trials.some((trial) => fillsGap(found, trial))) return false;
  return trials.every((trial) => holds(known, found, trial));
}

/** How many rules of cover would be short if somebody were not at work in a span. */
function tollOf(known: Known, member: Member | null): (span: Span) => number {
  if (member === null) return () => 0;
  const mine = known.covers.filter(({ rule }) => counts(member, rule));
  if (mine.length === 0) return () => 0;
  const work = atWork(member.pieces, member.away);
  return (span) => mine.filter((cover) => breaks(cover, sharedSpans(work, [span]))).length;
}

const remedyOf = ({ label, changes: [first, ...also] }: Way): FullRemedy => ({ ...first, label, also });

const mostRemedies = 3;
const mostTries = 8;

/** The remedies of a finding that were tried on the roster and work, the best first. SPEC LNT-14. */
export function remediesOf(known: Known, found: Found): FullRemedy[] {
  const remedies: FullRemedy[] = [];
  const ways = found.problem.ways(tollOf(known, found.member));
  for (const way of ways.slice(0, mostTries)) {
    if (works(known, found, way)) remedies.push(remedyOf(way));
    if (remedies.length === mostRemedies) break;
  }
  return remedies;
}
