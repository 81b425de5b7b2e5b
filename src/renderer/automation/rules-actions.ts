import { ORPCError } from '@orpc/client';
import type { Rule, RuleKind } from '../../contract/index.ts';
import { command, undo } from '../app/actions.ts';
import { codeOf, messageOf, sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { draftOf, errorsOf, isChanged, moved, newRule, ruleOf, type RuleDraft } from './rule-draft.ts';
import { dropDraft, keepDraft, openRule, setErrors, setRules, useRules } from './rules-store.ts';

export const listOptions = orpc.automation.list.queryOptions({ input: {} });

/** The rules as the window last read them. */
export const knownRules = (): readonly Rule[] =>
  (queryClient.getQueryData(listOptions.queryKey)?.rules ?? []).map(({ rule }) => rule);

export const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: orpc.automation.key() });

const knownRule = (id: string): Rule | undefined => knownRules().find((rule) => rule.id === id);
const isFresh = (id: string): boolean => useRules.getState().fresh.includes(id);

/** A rule as it is edited: what was changed, else as it is saved. */
export function shownDraft(id: string): RuleDraft | null {
  const rule = knownRule(id);
  return useRules.getState().drafts[id] ?? (rule === undefined ? null : draftOf(rule));
}

/** Changes the rule in the editor; a change back to what is saved is no change. */
export function change(id: string, part: Partial<RuleDraft>): void {
  const held = shownDraft(id);
  if (held === null) return;
  const next = { ...held, ...part };
  const rule = knownRule(id);
  if (rule !== undefined && !isChanged(next, rule)) dropDraft(id);
  else keepDraft(next);
}

function sayDone(title: string, changeSet: string | null): void {
  say({
    title,
    ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
  });
}

/** Where the desk says what is wrong: at the field it names, else above all. */
function takeRefusal(id: string, error: unknown): void {
  const data: unknown = error instanceof ORPCError ? error.data : undefined;
  const named = typeof data === 'object' && data !== null && 'field' in data ? data.field : undefined;
  const field = typeof named === 'string' ? named.replace(/^rule\./, '') : '';
  const invalid = codeOf(error) === 'INVALID' || codeOf(error) === 'BAD_REQUEST';
  if (!invalid) sayError(error);
  else setErrors(id, { [field]: messageOf(error) });
}

/** The first thing that is wrong gets the focus, once it is shown. */
function focusError(): void {
  window.setTimeout(() => {
    const wrong = document.querySelector<HTMLElement>('[data-rule-editor] :is([aria-invalid="true"], [data-problem])');
    wrong?.focus();
    wrong?.scrollIntoView({ block: 'nearest' });
  }, 0);
}

/** Saves what was changed on a rule. */
export async function saveRule(id: string): Promise<boolean> {
  const draft = useRules.getState().drafts[id];
  if (draft === undefined) return false;
  const errors = errorsOf(draft);
  if (Object.keys(errors).length > 0) {
    setErrors(id, errors);
    focusError();
    return false;
  }
  try {
    const { rule, changeSet } = await whileSaving(client.automation.save({ rule: ruleOf(draft, isFresh(id)) }));
    await readAgain();
    const { openId, cursor } = useRules.getState();
    dropDraft(id);
    if (openId === id) openRule(rule.id);
    else if (cursor === id) setRules({ cursor: rule.id });
    sayDone(r.said.saved(rule.name), changeSet);
    return true;
  } catch (error) {
    takeRefusal(id, error);
    focusError();
    return false;
  }
}

/** Lets the changes go, with a way back to them. */
export function discard(id: string): void {
  const draft = useRules.getState().drafts[id];
  if (draft === undefined) return;
  const fresh = isFresh(id);
  dropDraft(id);
  const back = (): void => {
    keepDraft(draft, fresh);
    openRule(id);
  };
  say({ title: r.editor.discarded, action: { label: t.toasts.undo, run: back } });
}

/** Opens a new rule in the editor; it is the desk's when it is saved. */
export function begin(kind: RuleKind, make: (id: string) => RuleDraft = (id) => newRule(kind, id)): void {
  const draft = make(crypto.randomUUID());
  setRules({ tab: kind });
  keepDraft(draft, true);
  openRule(draft.id);
  window.setTimeout(() => document.querySelector<HTMLElement>('[data-rule-name]')?.focus(), 0);
}

export function duplicate(id: string): void {
  const draft = shownDraft(id);
  if (draft !== null) begin(draft.kind, (copy) => ({ ...draft, id: copy, name: r.said.copy(draft.name) }));
}

/** Takes a rule away; one that was never saved goes with its draft. */
export async function removeRule(id: string): Promise<void> {
  if (isFresh(id)) {
    discard(id);
    return;
  }
  const done = await command(client.automation.remove({ id }));
  if (done === null) return;
  dropDraft(id);
  setRules(({ openId }) => ({ openId: openId === id ? null : openId }));
  await readAgain();
}

/** Switches a rule on or off at once, whatever else of it is not saved yet. */
export async function toggleActive(id: string): Promise<void> {
  const rule = knownRule(id);
  const draft = useRules.getState().drafts[id];
  if (rule === undefined) {
    if (draft !== undefined) keepDraft({ ...draft, active: !draft.active });
    return;
  }
  const active = !rule.active;
  try {
    const { changeSet } = await whileSaving(client.automation.save({ rule: { ...rule, active } }));
    if (draft !== undefined) keepDraft({ ...draft, active });
    await readAgain();
    sayDone(active ? r.said.on(rule.name) : r.said.off(rule.name), changeSet);
  } catch (error) {
    sayError(error);
  }
}

/** Puts a rule at another place among those of its kind. */
export async function moveTo(id: string, by: number): Promise<void> {
  const rule = knownRule(id);
  if (rule === undefined) return;
  const ids = knownRules()
    .filter(({ kind }) => kind === rule.kind)
    .map((one) => one.id);
  const next = moved(ids, ids.indexOf(id), by);
  if (next === ids) return;
  showOrder(rule.kind, next);
  await command(client.automation.order({ kind: rule.kind, ids: [...next] }));
  await readAgain();
}

/** Shows the order before the desk has answered; a refusal puts the truth back by reading again. */
function showOrder(kind: RuleKind, ids: readonly string[]): void {
  queryClient.setQueryData(listOptions.queryKey, (data) => {
    if (data === undefined) return data;
    const rows = new Map(data.rules.map((row) => [row.rule.id, row]));
    const ordered = ids.flatMap((id) => rows.get(id) ?? []);
    return { rules: [...data.rules.filter(({ rule }) => rule.kind !== kind), ...ordered] };
  });
}

/** Runs the timed automations now, as the desk does by itself every five minutes. */
export async function runTimed(): Promise<void> {
  try {
    const { runs, tickets } = await whileSaving(client.automation.runTimed());
    await readAgain();
    say({ title: r.said.ranTimed(runs, tickets) });
  } catch (error) {
    sayError(error);
  }
}

/** Takes back what one run of a rule did. */
export async function undoRun(id: string): Promise<void> {
  await command(client.automation.undoRun({ id }));
  await readAgain();
}
