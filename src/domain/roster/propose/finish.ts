import type { Proposal, ProposeInput } from '../../../contract/roster.ts';
import type { RosterShift } from '../../../contract/roster-common.ts';
import { placeBreaks } from '../breaks/place.ts';
import { coverage } from '../coverage.ts';
import type { PlannedShift } from './plan.ts';
import { problemOf, type Problem } from './problem.ts';
import { proposedId, whyShort } from './why-short.ts';

/** Less than this share of a person is nobody missing. */
const enough = 0.01;

/** Breaks for planned shifts, and what is short with them: what a proposal shows. SPEC PRO-5, PRO-6. */
export function finishProposal(
  input: ProposeInput,
  planned: readonly PlannedShift[],
  newId: () => string,
): Pick<Proposal, 'shifts' | 'short'> {
  const problem = problemOf(input);
  const bare = planned.map((shift, i): RosterShift => ({ ...shift, id: `${proposedId}${i + 1}`, activities: [] }));
  const { shifts } = placeBreaks({
    timeZone: input.timeZone,
    shifts: bare,
    demand: wantedBeside(problem),
    intervalMinutes: input.intervalMinutes,
    rules: input.rules,
  });
  const short = shortOf(input, problem, shifts);
  return { shifts: shifts.map((shift) => ({ ...shift, id: newId() })), short };
}

/** What is wanted beside what stands. */
const wantedBeside = ({ cells }: Problem): { at: number; work: RosterShift['work']; required: number }[] =>
  cells.wanted.flatMap((row, w) =>
    Array.from(row).flatMap((required, i) =>
      required > 0 ? [{ at: cells.from + i * cells.stepMs, work: cells.works[w] ?? 'calls', required }] : [],
    ),
  );

function shortOf(input: ProposeInput, problem: Problem, proposed: readonly RosterShift[]): Proposal['short'] {
  const { cells, standing } = problem;
  const { scheduled } = coverage({
    shifts: [...standing, ...proposed],
    people: input.people,
    from: cells.from,
    to: cells.from + cells.count * cells.stepMs,
    intervalMinutes: input.intervalMinutes,
  });
  const why = whyShort(problem, proposed);
  const found = cells.works.flatMap((work, w) =>
    Array.from(cells.required[w] ?? []).flatMap((required, i) => {
      const there = scheduled[work][i] ?? 0;
      if (!(required - there > enough)) return [];
      return [{ at: cells.from + i * cells.stepMs, work, required, scheduled: there, why: why(i) }];
    }),
  );
  return found.sort((a, b) => a.at - b.at);
}
