import { create } from 'zustand';
import type { DeskPolicy } from '../../contract/index.ts';
import { orpc, queryClient } from '../client/client.ts';
import { noConditions } from '../rules/condition-draft.ts';
import { c } from '../strings/en-clocks.ts';
import { draftOf, sameDraft, type PolicyDraft, type Problems } from './policy-draft.ts';

export type Effective = 'now' | 'always';
/** The key of a policy that is not saved yet. */
export const newKey = 'new';

type PolicyState = {
  /** Which one is open: its id, `new`, or null for the first. */
  readonly open: string | null;
  /** What was changed and not saved, by policy: looking at another one loses nothing. */
  readonly drafts: Readonly<Record<string, PolicyDraft>>;
  /** Somebody tried to save: what is wrong is said. */
  readonly checked: boolean;
  /** What the desk refused, by the field it named. */
  readonly refused: Problems;
  readonly effective: Effective;
  readonly versions: boolean;
};

const noProblems: Problems = new Map();

/** What is edited on the Policies tab; kept while one looks elsewhere in the window. */
export const usePolicies = create<PolicyState>(() => ({
  open: null,
  drafts: {},
  checked: false,
  refused: noProblems,
  effective: 'now',
  versions: false,
}));

export const savedPolicies = (): readonly DeskPolicy[] =>
  queryClient.getQueryData(orpc.sla.policies.queryKey())?.policies ?? [];

/** The key of the open policy: the first where the one that was open has gone. */
export function openKey(
  open: string | null,
  saved: readonly DeskPolicy[],
  drafts: PolicyState['drafts'],
): string | null {
  if (open === newKey && drafts[newKey] !== undefined) return newKey;
  return saved.find(({ id }) => id === open)?.id ?? saved[0]?.id ?? null;
}

export const openNow = (): string | null => {
  const { open, drafts } = usePolicies.getState();
  return openKey(open, savedPolicies(), drafts);
};

/** The keys in the order of the list: a new one stands before the last. */
export function keysInOrder(saved: readonly DeskPolicy[], drafts: PolicyState['drafts']): readonly string[] {
  const ids = saved.map(({ id }) => id);
  return drafts[newKey] === undefined ? ids : [...ids.slice(0, -1), newKey, ...ids.slice(-1)];
}

export const openPolicy = (open: string): void => usePolicies.setState({ open, checked: false, refused: noProblems });

/** The saved policy as a draft; undefined for a new one. */
export function savedDraft(key: string, saved: readonly DeskPolicy[]): PolicyDraft | undefined {
  const index = saved.findIndex(({ id }) => id === key);
  const policy = saved[index];
  return policy && draftOf(policy, index === saved.length - 1);
}

/** Changes the open policy in the editor; back at what is saved, it counts as not edited. */
export function editPolicy(key: string, next: PolicyDraft): void {
  const saved = savedDraft(key, savedPolicies());
  usePolicies.setState(({ drafts }) => {
    const { [key]: _, ...rest } = drafts;
    const isSame = saved !== undefined && sameDraft(saved, next);
    return { drafts: isSame ? rest : { ...rest, [key]: next }, refused: noProblems };
  });
}

export function dropDraft(key: string): void {
  usePolicies.setState(({ drafts }) => {
    const { [key]: _, ...rest } = drafts;
    return { drafts: rest, checked: false, refused: noProblems };
  });
}

/** Opens a new policy: a copy of one, else with the targets of the one for every ticket, for tickets still to be said. */
export function startPolicy(copied: PolicyDraft | undefined): void {
  const saved = savedPolicies();
  const last = saved.at(-1);
  if (last === undefined) return;
  const base = copied ?? draftOf(last, true);
  const name = copied === undefined ? '' : c.policy.copyOf(copied.name);
  const draft: PolicyDraft = { ...base, id: null, name, match: base.match ?? noConditions };
  usePolicies.setState(({ drafts }) => ({
    open: newKey,
    drafts: { ...drafts, [newKey]: draft },
    checked: false,
    refused: noProblems,
  }));
}
