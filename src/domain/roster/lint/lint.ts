import type { LintInput } from '../../../contract/roster.ts';
import { coversOf } from './cover.ts';
import { coverProblems } from './cover-gaps.ts';
import { readRoster, sheetOf, type Roster } from './read.ts';
import { remediesOf, type Found, type Known } from './remedies.ts';
import { problemsOf } from './rules.ts';
import type { FullFinding, Member } from './types.ts';

function know(roster: Roster): Known {
  const owners = new Map<string, Member>();
  for (const member of roster.members) for (const { shift } of member.pieces) owners.set(shift.id, member);
  return {
    roster,
    covers: coversOf(roster),
    problems: new Map(
      roster.members.map((member) => [member, problemsOf(sheetOf(member, member.pieces, roster.context))]),
    ),
    owners,
    byId: new Map(roster.members.flatMap((member) => (member.id === null ? [] : [[member.id, member]]))),
  };
}

function allFound({ roster, covers, problems }: Known): Found[] {
  const found: Found[] = [];
  for (const [member, own] of problems) for (const problem of own) found.push({ problem, member, cover: null });
  for (const cover of covers)
    for (const problem of coverProblems(roster, cover)) found.push({ problem, member: null, cover });
  return found;
}

/** By start, then by whose it is as the people were given, then by rule; what is nobody's comes last. */
function inOrder({ roster }: Known, found: readonly Found[]): Found[] {
  const places = new Map(roster.members.map((member, i) => [member, i]));
  const placeOf = ({ member }: Found) => (member === null ? Infinity : (places.get(member) ?? Infinity));
  return found.toSorted((a, b) => {
    if (a.problem.startAt !== b.problem.startAt) return a.problem.startAt - b.problem.startAt;
    const [one, other] = [placeOf(a), placeOf(b)];
    return one === other
      ? a.problem.rule < b.problem.rule
        ? -1
        : a.problem.rule > b.problem.rule
          ? 1
          : 0
      : one < other
        ? -1
        : 1;
  });
}

const toFinding = (known: Known, found: Found): FullFinding => {
  const { rule, severity, shiftIds, startAt, endAt } = found.problem;
  return {
    rule,
    severity,
    personId: found.member?.id ?? null,
    shiftIds: [...shiftIds],
    startAt,
    endAt,
    ...found.problem.words(),
    remedies: remediesOf(known, found),
  };
};

/**
 * What is wrong with a roster, by start and person: what, how to put it right, and changes that do, each of them tried
 * on the roster. With `from` and `to`, what touches that stretch. Faults INVALID, naming the field, on what cannot be
 * read. SPEC LNT-1 to LNT-15.
 */
export function lint(input: LintInput): { findings: FullFinding[] } {
  const known = know(readRoster(input));
  const [from, to] = known.roster.asked;
  const asked = allFound(known).filter(({ problem }) => problem.startAt < to && problem.endAt > from);
  return { findings: inOrder(known, asked).map((found) => toFinding(known, found)) };
}
