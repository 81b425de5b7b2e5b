import { ORPCError } from '@orpc/client';
import type { Policy } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { messageOf, sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { undo } from '../app/actions.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { focusEditor, focusList, focusListIfLost, focusProblem } from './policy-focus.ts';
import { policyOf } from './policy-draft.ts';
import {
  dropDraft,
  keysInOrder,
  newKey,
  openNow,
  openPolicy,
  savedDraft,
  savedPolicies,
  startPolicy,
  usePolicies,
} from './policy-store.ts';

const reread = (): Promise<void> => queryClient.invalidateQueries({ queryKey: orpc.sla.key() });

type Saved = { readonly recounted: number; readonly changeSet: string | null };

/** Says what was done to the rules, with a way back. */
function sayDone(title: string, { recounted, changeSet }: Saved): void {
  say({
    title,
    ...(recounted > 0 && { body: c.policy.recounted(recounted) }),
    ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
  });
}

/** Where the desk names a field of the policy, it is said there; anything else in a message. */
function refuse(error: unknown): void {
  const data: unknown = error instanceof ORPCError ? error.data : undefined;
  const field = typeof data === 'object' && data !== null && 'field' in data ? String(data.field) : '';
  if (!field.startsWith('policy.')) {
    sayError(error);
    return;
  }
  usePolicies.setState({ checked: true, refused: new Map([[field.slice('policy.'.length), messageOf(error)]]) });
  focusProblem();
}

async function send(key: string, policy: Policy): Promise<void> {
  const { effective } = usePolicies.getState();
  try {
    const done = await whileSaving(client.sla.policySave({ policy, effective }));
    await reread();
    dropDraft(key);
    usePolicies.setState({ open: done.id, effective: 'now' });
    if (done.changeSet === null) say({ title: c.policy.same(policy.name ?? '') });
    else sayDone(c.policy.saved(policy.name ?? ''), done);
    // The button that was pressed, or the field one wrote in, has gone with the changes.
    focusListIfLost();
  } catch (error) {
    refuse(error);
  }
}

/** Saves the open policy, or says at each field what is wrong. */
export async function savePolicy(): Promise<void> {
  const key = openNow();
  const draft = key === null ? undefined : usePolicies.getState().drafts[key];
  if (key === null || draft === undefined) return;
  const { policy } = policyOf(draft);
  usePolicies.setState({ checked: true });
  if (policy === null) focusProblem();
  else await send(key, policy);
}

export function discardPolicy(): void {
  const key = openNow();
  if (key === null) return;
  dropDraft(key);
  focusList();
}

export function addPolicy(): void {
  startPolicy(undefined);
  focusEditor();
}

export function duplicatePolicy(): void {
  const key = openNow();
  if (key === null) return;
  const { drafts } = usePolicies.getState();
  startPolicy(drafts[key] ?? savedDraft(key, savedPolicies()));
  focusEditor();
}

/** Takes the open policy away; the next in order is open then. */
export async function removePolicy(): Promise<void> {
  const key = openNow();
  const saved = savedPolicies();
  if (key === null) return;
  if (key === newKey) {
    discardPolicy();
    return;
  }
  const index = saved.findIndex(({ id }) => id === key);
  if (index === saved.length - 1) {
    say({ title: c.policy.lastStays });
    return;
  }
  try {
    const done = await whileSaving(client.sla.policyRemove({ id: key }));
    await reread();
    dropDraft(key);
    openPolicy(saved[index + 1]?.id ?? '');
    sayDone(c.policy.removed(saved[index]?.name ?? ''), done);
    focusList();
  } catch (error) {
    sayError(error);
  }
}

/** Puts a policy before another place in the order, `to` counted with it taken out. The last stays last. */
export async function placePolicy(key: string, to: number): Promise<void> {
  const ids = savedPolicies().map(({ id }) => id);
  const from = ids.indexOf(key);
  const last = ids.length - 1;
  if (from === -1 || from === last || to < 0 || to >= last || to === from) {
    if (from === last) say({ title: c.policy.lastStays });
    return;
  }
  ids.splice(to, 0, ...ids.splice(from, 1));
  const work = client.sla.policyOrder({ ids }).then(async (done) => {
    await reread();
    return { ...done, changed: done.recounted, label: c.policy.ordered };
  });
  await command(work);
  focusList();
}

export function movePolicy(by: 1 | -1): void {
  const key = openNow();
  if (key === null || key === newKey) return;
  void placePolicy(key, savedPolicies().findIndex(({ id }) => id === key) + by);
}

export function stepPolicy(by: 1 | -1): void {
  const keys = keysInOrder(savedPolicies(), usePolicies.getState().drafts);
  const next = keys[keys.indexOf(openNow() ?? '') + by];
  if (next !== undefined) openPolicy(next);
  focusList();
}
