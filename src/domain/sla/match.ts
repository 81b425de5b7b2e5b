import type { Policy } from '../../contract/sla.ts';
import { compileConditions } from '../rules/conditions.ts';
import type { RuleTest } from '../rules/conditions.ts';
import type { RuleFacts } from '../rules/facts.ts';
import { newest } from './timeline.ts';
import type { SlaTimeline } from './timeline.ts';

/** Which policy a ticket is under. */
export type PolicyMatcher = {
  /** There is only the one for all: nothing needs to be asked. */
  readonly trivial: boolean;
  /** Whether the words said, or the person who wrote, are asked for: facts that are dearer to come by. */
  readonly asks: ReadonlySet<string>;
  /** The key of the first policy that fits. */
  readonly of: (facts: RuleFacts) => string;
  /** The policy of a ticket that was never put under another. */
  readonly forAll: string;
};

/** Policies in order, the first that fits is taken; the last, for all, takes what is left. SPEC SLA-41. */
export const policyMatcher = (
  policies: readonly { readonly key: string; readonly policy: Policy }[],
): PolicyMatcher => {
  const tests = policies
    .slice(0, -1)
    .map(({ key, policy }): readonly [string, RuleTest] => [
      key,
      compileConditions(policy.match ?? { all: [], any: [] }),
    ]);
  const forAll = policies.at(-1)?.key ?? '';
  const moment = { now: 0 };
  const conditions = policies.flatMap(({ policy }) => [...(policy.match?.all ?? []), ...(policy.match?.any ?? [])]);
  return {
    trivial: tests.length === 0,
    asks: new Set(conditions.map(({ field }) => field)),
    of: (facts) => tests.find(([, test]) => test(facts, moment))?.[0] ?? forAll,
    forAll,
  };
};

/** The matcher of the policies as they stand now. */
export const matcherOf = ({ order, policies }: SlaTimeline): PolicyMatcher =>
  policyMatcher(
    order.flatMap((key) => {
      const policy = newest(policies[key] ?? [])?.body;
      return policy === undefined ? [] : [{ key, policy }];
    }),
  );
