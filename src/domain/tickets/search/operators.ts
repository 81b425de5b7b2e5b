import type { OperatorName } from './query.ts';

/** What a search operator is called, what it takes, and how it is explained in the list of suggestions. */
export type Operator = {
  readonly name: OperatorName;
  readonly label: string;
  readonly aliases: readonly string[];
  /** The fixed values, where there are some. */
  readonly values: readonly string[];
  /** A value as an example for messages. */
  readonly example: string;
};

const dates = ['today', 'yesterday', '24h', '7d', '30d', '>=', '<'];

/** In the order in which they are suggested. SPEC SRCH-2. */
export const operators: readonly Operator[] = [
  {
    name: 'status',
    label: 'Status',
    aliases: ['state', 'is'],
    values: ['new', 'open', 'pending', 'hold', 'solved', 'closed', 'unsolved'],
    example: 'open',
  },
  { name: 'assignee', label: 'Assignee', aliases: ['owner', 'agent'], values: ['me', 'none', 'off'], example: 'me' },
  { name: 'queue', label: 'Queue', aliases: ['group', 'team'], values: ['none'], example: 'Billing' },
  { name: 'priority', label: 'Priority', aliases: [], values: ['p1', 'p2', 'p3', 'p4'], example: 'p1' },
  {
    name: 'sla',
    label: 'SLA',
    aliases: [],
    values: ['breached', 'at-risk', 'on-time', 'paused', 'none'],
    example: 'at-risk',
  },
  { name: 'tag', label: 'Tag', aliases: ['tags', 'label'], values: ['none'], example: 'refund' },
  {
    name: 'channel',
    label: 'Channel',
    aliases: ['via'],
    values: ['email', 'phone', 'chat', 'social', 'web', 'walk-in', 'api', 'other'],
    example: 'email',
  },
  { name: 'requester', label: 'Requester', aliases: ['from', 'customer'], values: [], example: 'aiko' },
  { name: 'subject', label: 'Subject', aliases: [], values: [], example: 'invoice' },
  { name: 'created', label: 'Created', aliases: [], values: dates, example: '>=2026-01-01' },
  { name: 'updated', label: 'Updated', aliases: [], values: dates, example: '24h' },
  { name: 'solved', label: 'Solved', aliases: [], values: dates, example: 'today' },
  { name: 'category', label: 'Category', aliases: [], values: ['none'], example: 'Refund' },
  { name: 'csat', label: 'Satisfaction', aliases: [], values: ['good', 'bad', 'none'], example: 'bad' },
  { name: 'has', label: 'Has', aliases: [], values: ['csat'], example: 'csat' },
  { name: 'number', label: 'Number', aliases: ['ticket'], values: [], example: '1042' },
  { name: 'id', label: 'Id where it came from', aliases: ['external'], values: [], example: 'INC0000045' },
];

const byName = new Map<string, Operator>();
for (const operator of operators) {
  for (const name of [operator.name, ...operator.aliases]) byName.set(name, operator);
}

/** The operator of this name or other name, without regard to case. */
export function operatorNamed(name: string): Operator | undefined {
  return byName.get(name.toLowerCase());
}
