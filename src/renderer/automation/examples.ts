import type { RuleKind } from '../../contract/index.ts';
import { r } from '../strings/en-rules.ts';
import { newRule, type RuleDraft } from './rule-draft.ts';

const e = r.examples;

type Example = {
  readonly kind: RuleKind;
  readonly make: (id: string) => RuleDraft;
  readonly name: string;
  readonly note: string;
};

const example = (
  kind: RuleKind,
  { name, note }: { readonly name: string; readonly note: string },
  rest: Partial<RuleDraft>,
): Example => ({ kind, name, note, make: (id) => ({ ...newRule(kind, id), name, note, ...rest }) });

const all = (...conditions: RuleDraft['conditions']['all']): RuleDraft['conditions'] => ({ all: conditions, any: [] });

/** Good rules to begin with; a draft until somebody saves it. */
export const examples: readonly Example[] = [
  example('macro', e.thanks, {
    actions: [
      { type: 'reply', body: e.thanks.body },
      { type: 'status', to: 'solved' },
    ],
    minutes: '3',
  }),
  example('macro', e.more, {
    actions: [
      { type: 'reply', body: e.more.body },
      { type: 'addTags', tags: [e.more.tag] },
      { type: 'status', to: 'pending' },
    ],
    minutes: '2',
  }),
  example('trigger', e.vip, {
    on: ['created', 'updated'],
    conditions: all({ field: 'tag', op: 'is', values: [e.vip.tag] }),
    actions: [{ type: 'priority', to: 'p1' }],
  }),
  example('trigger', e.reopen, {
    on: ['customerMessage'],
    conditions: all({ field: 'status', op: 'changedFrom', values: ['solved'] }),
    actions: [
      { type: 'status', to: 'open' },
      { type: 'addTags', tags: [e.reopen.tag] },
    ],
  }),
  example('timed', e.close, {
    conditions: all(
      { field: 'status', op: 'is', values: ['solved'] },
      { field: 'hoursSinceStatus', op: 'atLeast', values: [96] },
    ),
    actions: [{ type: 'status', to: 'closed' }],
  }),
  example('timed', e.nudge, {
    conditions: all(
      { field: 'status', op: 'is', values: ['pending'] },
      { field: 'hoursSinceStatus', op: 'atLeast', values: [72] },
      { field: 'tag', op: 'isNot', values: [e.nudge.tag] },
    ),
    actions: [
      { type: 'reply', body: e.nudge.body },
      { type: 'addTags', tags: [e.nudge.tag] },
    ],
    minutes: '3',
  }),
];
