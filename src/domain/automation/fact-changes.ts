import type { RuleChange, RuleFacts } from '../rules/facts.ts';

const compared = [
  'status',
  'priority',
  'queue',
  'assignee',
  'category',
  'subject',
  'requester',
  'channel',
  'language',
  'impact',
  'urgency',
  'level',
] as const;

/** What differs between two moments of a ticket, as `changed…` asks for it. SPEC RUL-5. */
export function factChanges(before: RuleFacts, after: RuleFacts): RuleChange[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  return [
    ...compared
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, from: before[field], to: after[field] })),
    ...tagChanges(before.tags, after.tags),
    ...[...names]
      .filter((name) => before.fields[name] !== after.fields[name])
      .map((name) => ({
        field: 'field' as const,
        name,
        from: before.fields[name] ?? null,
        to: after.fields[name] ?? null,
      })),
  ];
}

/** One entry a tag: what came has no `from`, what went no `to`. */
export const tagChanges = (before: readonly string[], after: readonly string[]): RuleChange[] => [
  ...before.filter((tag) => !after.includes(tag)).map((tag) => ({ field: 'tag' as const, from: tag, to: null })),
  ...after.filter((tag) => !before.includes(tag)).map((tag) => ({ field: 'tag' as const, from: null, to: tag })),
];
