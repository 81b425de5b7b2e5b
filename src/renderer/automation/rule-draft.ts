import type { Action, Rule, RuleConditions, RuleKind, TriggerEvent } from '../../contract/index.ts';
import { areWhole } from '../rules/condition-draft.ts';
import { r } from '../strings/en-rules.ts';
import { same } from '../tickets/filter-fields.ts';

/** A rule while it is edited: the same shape for every kind; minutes as typed. */
export type RuleDraft = {
  readonly id: string;
  readonly kind: RuleKind;
  readonly name: string;
  readonly active: boolean;
  readonly note: string;
  readonly on: readonly TriggerEvent[];
  readonly conditions: RuleConditions;
  readonly actions: readonly Action[];
  readonly minutes: string;
};

/** What is wrong, by the path of the field, as the desk names it: `name`, `actions.0.tags`. */
export type RuleErrors = Readonly<Record<string, string>>;

const noConditions: RuleConditions = { all: [], any: [] };

/** A rule that does nothing yet. */
export const newRule = (kind: RuleKind, id: string): RuleDraft => ({
  id,
  kind,
  name: '',
  active: true,
  note: '',
  on: kind === 'trigger' ? ['created'] : [],
  conditions: noConditions,
  actions: [],
  minutes: '1',
});

export const draftOf = (rule: Rule): RuleDraft => ({
  id: rule.id,
  kind: rule.kind,
  name: rule.name,
  active: rule.active,
  note: rule.note,
  on: rule.kind === 'trigger' ? rule.on : [],
  conditions: rule.conditions,
  actions: rule.actions,
  minutes: String(rule.minutesSaved),
});

/** As the desk takes it; a new rule has no id yet. */
export const ruleOf = ({ id, on, minutes, ...rest }: RuleDraft, isNew: boolean) => ({
  ...rest,
  name: rest.name.trim(),
  actions: [...rest.actions],
  minutesSaved: Number(minutes.trim().replace(',', '.')),
  ...(rest.kind === 'trigger' && { on: [...on] }),
  ...(!isNew && { id }),
});

export const isChanged = (draft: RuleDraft, rule: Rule): boolean => !same(draft, draftOf(rule));

const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What an action still lacks, or null. */
export function actionProblem(action: Action): string | null {
  switch (action.type) {
    case 'addTags':
    case 'removeTags':
      return action.tags.length === 0 ? r.actionBits.needTags : null;
    case 'reply':
    case 'note':
      return action.body.trim() === '' ? r.actionBits.needText : null;
    case 'field':
      return action.name.trim() === '' ? r.actionBits.needField : null;
    case 'language':
      return action.to === null || language.test(action.to) ? null : r.actionBits.needLanguage;
    default:
      return null;
  }
}

const mostMinutes = 600;
const badMinutes = (minutes: string): boolean => {
  const value = Number(minutes.trim().replace(',', '.'));
  return minutes.trim() === '' || !Number.isFinite(value) || value < 0 || value > mostMinutes;
};

/** What the window can say before the desk is asked; nothing where it may be saved. */
export function errorsOf(draft: RuleDraft): RuleErrors {
  const { kind, conditions, actions } = draft;
  const lacking = actions.flatMap((action, index) => {
    const problem = actionProblem(action);
    return problem === null ? [] : [[`actions.${index}`, problem] as const];
  });
  return {
    ...(draft.name.trim() === '' && { name: r.editor.needName }),
    ...(kind === 'trigger' && draft.on.length === 0 && { on: r.editor.needOn }),
    ...(kind === 'timed' && conditions.all.length + conditions.any.length === 0 && { conditions: r.editor.needTime }),
    ...(!areWhole(conditions, kind === 'trigger') && { conditions: r.editor.needWhole }),
    ...(actions.length === 0 && { actions: r.editor.needAction }),
    ...Object.fromEntries(lacking),
    ...(badMinutes(draft.minutes) && { minutesSaved: r.editor.badMinutes }),
  };
}

/** The error of a field or of anything below it: `actions.0` also has that of `actions.0.tags`. A `rule.` in front is left off. */
export function errorAt(errors: RuleErrors, path: string): string | undefined {
  const found = Object.entries(errors).find(([key]) => {
    const field = key.replace(/^rule\./, '');
    return field === path || field.startsWith(`${path}.`);
  });
  return found?.[1];
}

/** Moves one of a list by a step; the same list where there is no room. */
export function moved<T>(list: readonly T[], from: number, by: number): readonly T[] {
  const to = from + by;
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length || by === 0) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** A new action of a type, with what is most often meant. */
export function newAction(type: Action['type']): Action {
  switch (type) {
    case 'status':
      return { type, to: 'open' };
    case 'priority':
      return { type, to: 'p1' };
    case 'impact':
    case 'urgency':
      return { type, to: 1 };
    case 'language':
      return { type, to: 'en' };
    case 'assignee':
      return { type, to: null };
    case 'queue':
    case 'category':
      return { type, to: null };
    case 'field':
      return { type, name: '', to: '' };
    case 'addTags':
    case 'removeTags':
      return { type, tags: [] };
    case 'reply':
    case 'note':
      return { type, body: '' };
    case 'route':
      return { type, by: 'leastLoaded', skills: [], language: false, among: [] };
  }
}
