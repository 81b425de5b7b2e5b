import type { Calendar } from '../../contract/calendar.ts';
import type { Policy } from '../../contract/sla.ts';
import type { RuleField } from '../../contract/rules.ts';
import { nextOpenAt } from '../calendar/arithmetic.ts';
import { compiledFor } from '../calendar/compile.ts';
import { Fault } from '../fault.ts';
import { checkConditions } from '../rules/check.ts';

/** Facts that move with time, or follow from the clocks themselves: a policy that asked them would never stand still. */
export const restlessFields: ReadonlySet<RuleField> = new Set<RuleField>([
  'band',
  'waiting',
  'hoursSinceCreated',
  'hoursSinceUpdated',
  'hoursSinceStatus',
  'hoursSinceAssigned',
  'hoursSinceCustomer',
  'hoursSinceAgent',
]);

const refuse = (message: string, field: string): never => {
  throw new Fault('INVALID', message, { field });
};

/** Refuses a calendar that is wrong, or in which no clock would ever come to its end. */
export const checkOpens = (calendar: Calendar, name: string, now: number): void => {
  if (nextOpenAt(compiledFor(calendar), now) === null)
    refuse(`The calendar “${name}” has no open hours from now on: no clock would ever be due in it.`, 'calendar');
};

const year = 366 * 24 * 60;

const checkTargets = (policy: Policy, path: string): void => {
  const promised = Object.entries(policy.targets).flatMap(([metric, byPriority]) =>
    Object.entries(byPriority).map(([priority, target]) => ({ metric, priority, target })),
  );
  if (promised.length === 0)
    refuse('A policy needs at least one target: without any it promises nothing.', `${path}targets`);
  for (const { metric, priority, target } of promised) {
    const field = `${path}targets.${metric}.${priority}`;
    if (target.minutes > year) refuse('A target of more than a year is no promise. Give fewer minutes.', field);
    if (Math.round(target.minutes * 60_000) < 1) refuse('A target needs some time: give minutes above 0.', field);
  }
};

const checkMatch = (policy: Policy, isLast: boolean, path: string): void => {
  const { match } = policy;
  const count = (match?.all.length ?? 0) + (match?.any.length ?? 0);
  if (isLast) {
    if (count > 0)
      refuse('The last policy is for every ticket that no other takes: it can have no conditions.', `${path}match`);
    return;
  }
  if (match === undefined || count === 0)
    return refuse(
      'Say which tickets it is for: without conditions it would take every ticket, and those after it none.',
      `${path}match`,
    );
  checkConditions(match, `${path}match`);
  const moving = [...match.all, ...match.any].find(({ field }) => restlessFields.has(field));
  if (moving)
    refuse(
      `“${moving.field}” changes as time passes, so a policy cannot ask for it. Ask for what only a change of the ticket changes.`,
      `${path}match`,
    );
};

export type PolicyPlace = {
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly isLast: boolean;
  /** Names of the policies beside it. */
  readonly names: readonly string[];
  /** Epoch ms. */
  readonly now: number;
  /** Where it stands in the input, with a dot behind. */
  readonly path?: string;
};

/** Refuses a policy that could not be kept: Fault INVALID with the reason and the field. SPEC SLA-44. */
export const checkPolicy = (policy: Policy, { calendars, isLast, names, now, path = 'policy.' }: PolicyPlace): void => {
  const name = policy.name?.trim() ?? '';
  if (name === '') refuse('A policy needs a name.', `${path}name`);
  if (names.some((other) => other.trim().toLowerCase() === name.toLowerCase()))
    refuse(`There is a policy “${name}” already. Give this one another name.`, `${path}name`);
  const calendar = Object.hasOwn(calendars, policy.calendar) ? calendars[policy.calendar] : undefined;
  if (!calendar)
    return refuse(`The calendar “${policy.calendar}” is not there. Choose one of the desk's.`, `${path}calendar`);
  checkOpens(calendar, policy.calendar, now);
  checkTargets(policy, path);
  checkMatch(policy, isLast, path);
};

/** Refuses policies, in order, that could not be a desk's. SPEC SLA-44. */
export const checkPolicies = (
  policies: readonly Policy[],
  calendars: Readonly<Record<string, Calendar>>,
  now: number,
): void => {
  if (policies.length === 0) refuse('There must be one policy at least: the one for all tickets.', 'draft.policies');
  const ids = policies.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) refuse('Two of these policies have the same id.', 'draft.policies');
  policies.forEach((policy, index) => {
    checkPolicy(policy, {
      calendars,
      isLast: index === policies.length - 1,
      names: policies.slice(0, index).map(({ name }) => name ?? ''),
      now,
      path: `draft.policies.${index}.`,
    });
  });
};
