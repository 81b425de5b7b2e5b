/** The closed lists of the contract as plain words: a window that shows them needs no schemas. */
export const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export const priorities = ['p1', 'p2', 'p3', 'p4'] as const;
export const channels = ['email', 'phone', 'chat', 'social', 'web', 'walkIn', 'api', 'other'] as const;

/** What a column of an imported file can be. */
export const ticketFields = [
  'externalId',
  'subject',
  'description',
  'requester',
  'requesterEmail',
  'status',
  'priority',
  'impact',
  'urgency',
  'channel',
  'queue',
  'assignee',
  'category',
  'tags',
  'createdAt',
  'updatedAt',
  'firstResponseAt',
  'solvedAt',
  'closedAt',
  /** Minutes (or `hh:mm:ss`) from creation to the first response, where a file gives no instant for it. */
  'firstResponseMinutes',
  /** Minutes (or `hh:mm:ss`) from creation to the solution, likewise. */
  'resolutionMinutes',
  'csat',
  'custom',
  'ignore',
] as const;
