import type {
  Alert,
  Band,
  Channel,
  ColumnKey,
  EventType,
  GroupKey,
  Metric,
  Priority,
  Status,
} from '../../contract/index.ts';

/** The Intl locale that goes with this catalogue: day before month, 24 hours. */
export const locale = 'en-GB';

const count = new Intl.NumberFormat(locale);
export const number = (value: number): string => count.format(value);
export const tickets = (n: number): string => `${number(n)} ${n === 1 ? 'ticket' : 'tickets'}`;

export const status: Record<Status, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On hold',
  solved: 'Solved',
  closed: 'Closed',
};
export const priority: Record<Priority, string> = { p1: 'P1', p2: 'P2', p3: 'P3', p4: 'P4' };
export const channel: Record<Channel, string> = {
  email: 'Email',
  phone: 'Phone',
  chat: 'Chat',
  social: 'Social',
  web: 'Web',
  walkIn: 'Walk-in',
  api: 'API',
  other: 'Other',
};
export const band: Record<Band, string> = {
  breached: 'Breached',
  atRisk: 'At risk',
  onTime: 'On time',
  paused: 'Paused',
  none: 'No clock',
};
export const metric: Record<Metric, string> = {
  firstResponse: 'First response',
  nextResponse: 'Next response',
  periodicUpdate: 'Periodic update',
  resolution: 'Resolution',
};
export const column: Record<ColumnKey, string> = {
  number: 'Ticket',
  priority: 'Priority',
  subject: 'Subject',
  requester: 'Requester',
  queue: 'Queue',
  channel: 'Channel',
  assignee: 'Owner',
  due: 'Due',
  status: 'Status',
  category: 'Category',
  tags: 'Tags',
  created: 'Created',
  updated: 'Updated',
  solved: 'Solved',
};
export const group: Record<GroupKey, string> = {
  status: 'status',
  priority: 'priority',
  assignee: 'owner',
  queue: 'queue',
  channel: 'channel',
  band: 'SLA',
};
export const event: Record<EventType, string> = {
  created: 'Ticket created',
  customerMessage: 'Message',
  agentReply: 'Reply',
  internalNote: 'Internal note',
  status: 'Status',
  priority: 'Priority',
  assignee: 'Owner',
  queue: 'Queue',
  policy: 'Policy',
  calendar: 'Calendar',
  subject: 'Subject',
  category: 'Category',
  tags: 'Tags',
  requester: 'Requester',
  channel: 'Channel',
  csat: 'Survey answer',
  field: 'Field',
  impact: 'Impact',
  urgency: 'Urgency',
  language: 'Language',
  level: 'Escalation level',
  link: 'Linked ticket',
  snooze: 'Snoozed',
  callback: 'Callback',
  dispatch: 'Dispatch',
  automation: 'Automation',
  incident: 'Incident',
};

/** `1 h`, `45 min`, `2 h 30 min`: how much of a target is left. */
function left(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

function alertWords({ kind, markMinutes }: Alert): string {
  if (kind === 'breached') return 'is late';
  return kind === 'ladder' && markMinutes !== null ? `is due in ${left(markMinutes)}` : 'is at risk';
}

export const alertTitle = (alert: Alert): string =>
  `#${alert.number} ${metric[alert.metric].toLowerCase()} ${alertWords(alert)}`;
