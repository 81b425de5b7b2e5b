import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Rule, RuleKind } from '../../contract/index.ts';
import { draftOf, type RuleDraft } from './rule-draft.ts';
import { listOptions } from './rules-actions.ts';
import { useRules } from './rules-store.ts';

export type RuleRow = {
  readonly id: string;
  readonly shown: RuleDraft;
  /** Null for one that the desk does not have yet. */
  readonly rule: Rule | null;
  readonly changed: boolean;
  readonly runs: number;
  readonly minutesSaved: number;
  readonly lastRunAt: number | null;
};

const noRules: readonly { rule: Rule; runs: number; minutesSaved: number; lastRunAt: number | null }[] = [];

/** All rules of the desk. */
export function useRuleList() {
  const query = useQuery(listOptions);
  return { ...query, rules: query.data?.rules ?? noRules };
}

/** The rules of a kind in their order, as they are edited, those that were never saved last. */
export function useRows(kind: RuleKind): readonly RuleRow[] {
  const { rules } = useRuleList();
  const drafts = useRules((state) => state.drafts);
  const fresh = useRules((state) => state.fresh);
  return useMemo(() => {
    const saved = rules
      .filter(({ rule }) => rule.kind === kind)
      .map(({ rule, ...rest }): RuleRow => {
        const draft = drafts[rule.id];
        return { id: rule.id, shown: draft ?? draftOf(rule), rule, changed: draft !== undefined, ...rest };
      });
    const unsaved = fresh.flatMap((id): readonly RuleRow[] => {
      const shown = drafts[id];
      if (shown?.kind !== kind) return [];
      return [{ id, shown, rule: null, changed: true, runs: 0, minutesSaved: 0, lastRunAt: null }];
    });
    return [...saved, ...unsaved];
  }, [rules, drafts, fresh, kind]);
}
