import { rosterRulesSchema, type Finding, type RosterRules, type RosterShift } from '../../../contract/index.ts';
import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { lint } from '../../../domain/roster/lint/lint.ts';
import type { Core } from '../core.ts';
import { readMeta, saveMeta } from '../meta.ts';
import { rosterPeople } from './people.ts';
import { awayIn, planned, shiftsIn } from './read.ts';
import { spanOf, type Span } from './span.ts';

const key = 'rosterRules';

/** The rules of the roster: what was saved, else what they begin with. */
export function readRules(core: Core): RosterRules {
  return rosterRulesSchema.parse(readMeta(core.db, key) ?? {});
}

export function saveRules(core: Core, rules: RosterRules): RosterRules {
  saveMeta(core, { name: 'roster.rulesSave', label: 'Rules of the roster' }, key, rules);
  return readRules(core);
}

/** Days around a stretch whose shifts still matter to it: rest, days in a row, and the week's hours. */
const around = 14 * dayMs;

/** Holidays of the calendar that every ticket falls under in the end. */
function holidays(core: Core): { date: string; name: string }[] {
  const { policies, calendars } = core.sla.rules();
  const forAll = policies.at(-1)?.calendar;
  const calendar = forAll === undefined ? undefined : calendars[forAll];
  return (calendar?.holidays ?? []).map((holiday) =>
    typeof holiday === 'string' ? { date: holiday, name: '' } : { date: holiday.date, name: holiday.name ?? '' },
  );
}

/**
 * What is wrong with the plan in a stretch; `change` may set shifts before they are looked at, for what is only being
 * thought of (a swap, an import).
 */
export function findingsIn(
  core: Core,
  span: Span,
  change: (shifts: readonly RosterShift[]) => readonly RosterShift[] = (shifts) => shifts,
): Finding[] {
  const wide = { startAt: span.startAt - around, endAt: span.endAt + around };
  const shifts = change(planned(shiftsIn(core.db, wide)));
  return lint({
    timeZone: core.facts.settings().timeZone,
    people: rosterPeople(core),
    shifts: [...shifts],
    away: awayIn(core.db, wide).filter(({ personId }) => personId !== ''),
    holidays: holidays(core),
    rules: readRules(core),
    from: span.startAt,
    to: span.endAt,
  }).findings;
}

export const findings = (core: Core, days: { readonly from: string; readonly days: number }): Finding[] =>
  findingsIn(core, spanOf(core, days));
