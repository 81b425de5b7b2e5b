import type { Action, Rule, TriggerEvent } from '../../contract/index.ts';
import type { Names } from '../client/use-desk.ts';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { duration } from '../ui/format.ts';
import type { RuleDraft } from './rule-draft.ts';

type Directory = { readonly people: Names; readonly queues: Names };

const named = (names: Names, id: string | null, none: string): string =>
  id === null ? none : (names.get(id) ?? r.words.unknown);

function valueWords(action: Action, { people, queues }: Directory): string {
  switch (action.type) {
    case 'status':
      return t.status[action.to];
    case 'priority':
      return t.priority[action.to];
    case 'queue':
      return named(queues, action.to, t.bar.noQueue);
    case 'assignee':
      return action.to === 'me' ? t.bar.me : named(people, action.to, t.panel.nobody);
    case 'field':
      return `${action.name} ${action.to ?? r.actionBits.nothing}`;
    case 'addTags':
    case 'removeTags':
      return r.words.tags(action.tags);
    case 'reply':
    case 'note':
      return action.body.replace(/\s+/g, ' ').trim();
    case 'route':
      return [r.actionBits[action.by].toLowerCase(), ...action.skills].join(', ');
    default:
      return String(action.to ?? r.actionBits.nothing);
  }
}

/** One action in a few words: `Set priority: P1`. */
export const actionWords = (action: Action, directory: Directory): string =>
  r.words.set(r.action[action.type], valueWords(action, directory));

/** All that a rule does, in its order. */
export const actionsWords = (rule: Rule | RuleDraft, directory: Directory): string =>
  rule.actions.map((action) => actionWords(action, directory)).join(r.words.and);

/** What sets a trigger off: `When a ticket is made or the customer writes`. */
export const onWords = (on: readonly TriggerEvent[]): string =>
  r.words.when(on.map((event) => r.editor.onEvent[event]).join(r.words.or));

/** `12 h 40 saved by 380 runs`. */
export const savedWords = (minutes: number, runs: number): string => r.list.savedBy(duration(minutes), runs);

/** What set a run off: an event by its name, the passing of time, or the person who applied a macro. */
export function causeWords(cause: string): string {
  if (cause === 'time') return r.words.time;
  const events: Readonly<Record<string, string>> = r.editor.onEvent;
  return events[cause] ?? cause;
}
