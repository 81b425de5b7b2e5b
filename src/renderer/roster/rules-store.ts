import { create } from 'zustand';
import type { RosterRules } from '../../contract/index.ts';
import { undo } from '../app/actions.ts';
import { sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { rw } from '../strings/en-roster.ts';
import { t } from '../strings/en.ts';
import { same } from '../tickets/filter-fields.ts';
import { rulesDraftOf, rulesErrors, rulesOf, type RulesDraft } from './rules-draft.ts';

type State = {
  /** Null: as saved. */
  readonly draft: RulesDraft | null;
  readonly errors: Readonly<Record<string, string>>;
  /** How many findings the coming week had before the rules were last saved. */
  readonly before: number | null;
};

/** The rules while they are changed, and what the last change of them did. */
export const useRules = create<State>(() => ({ draft: null, errors: {}, before: null }));

export function changeRules(saved: RosterRules, draft: RulesDraft): void {
  useRules.setState({ draft: same(draft, rulesDraftOf(saved)) ? null : draft, errors: {} });
}

export const discardRules = (): void => useRules.setState({ draft: null, errors: {} });

/** Saves the rules; `findings` are those of the coming week until now. */
export async function saveRules(findings: number | null): Promise<void> {
  const { draft } = useRules.getState();
  if (draft === null) return;
  const errors = rulesErrors(draft);
  useRules.setState({ errors });
  if (Object.keys(errors).length > 0) {
    say({ title: rw.correct, tone: 'late' });
    return;
  }
  try {
    const saved = await whileSaving(client.roster.rulesSave(rulesOf(draft)));
    queryClient.setQueryData(orpc.roster.rules.queryKey(), saved);
    useRules.setState({ draft: null, before: findings });
    await queryClient.invalidateQueries({ queryKey: orpc.roster.key() });
    say({ title: rw.rules.saved, action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo() } });
  } catch (error) {
    sayError(error);
  }
}
