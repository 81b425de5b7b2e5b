import type { Format, Mapping, TicketField } from '../../contract/index.ts';
import { fieldOfHeader, folded } from './header-names.ts';

type Columns = Mapping['columns'];
type Fixed = Readonly<Record<string, TicketField>>;

const serviceNow: Fixed = {
  number: 'externalId',
  'incident state': 'status',
  state: 'status',
  'contact type': 'channel',
  channel: 'channel',
  'caller id': 'requester',
  caller: 'requester',
  'opened at': 'createdAt',
  opened: 'createdAt',
  'sys updated at': 'updatedAt',
  'sys updated on': 'updatedAt',
  updated: 'updatedAt',
  'resolved at': 'solvedAt',
  resolved: 'solvedAt',
  'closed at': 'closedAt',
  closed: 'closedAt',
  'assignment group': 'queue',
  'assigned to': 'assignee',
  category: 'category',
  impact: 'impact',
  urgency: 'urgency',
  priority: 'priority',
  'short description': 'subject',
  description: 'description',
};

const boston: Fixed = {
  'case enquiry id': 'externalId',
  'case id': 'externalId',
  'open dt': 'createdAt',
  'open date': 'createdAt',
  'closed dt': 'closedAt',
  'close date': 'closedAt',
  'case status': 'status',
  'case title': 'subject',
  type: 'category',
  queue: 'queue',
  source: 'channel',
  'report source': 'channel',
};

const zendesk: Fixed = {
  'summation column': 'ignore',
  id: 'externalId',
  'ticket id': 'externalId',
  requester: 'requester',
  'requester name': 'requester',
  'requester email': 'requesterEmail',
  assignee: 'assignee',
  'assignee name': 'assignee',
  group: 'queue',
  'ticket group': 'queue',
  subject: 'subject',
  'ticket subject': 'subject',
  description: 'description',
  tags: 'tags',
  'ticket tags': 'tags',
  status: 'status',
  'ticket status': 'status',
  priority: 'priority',
  'ticket priority': 'priority',
  via: 'channel',
  'via channel': 'channel',
  channel: 'channel',
  'ticket channel': 'channel',
  'ticket type': 'category',
  type: 'category',
  'created at': 'createdAt',
  created: 'createdAt',
  requested: 'createdAt',
  'updated at': 'updatedAt',
  updated: 'updatedAt',
  'solved at': 'solvedAt',
  solved: 'solvedAt',
  'satisfaction score': 'csat',
  satisfaction: 'csat',
  'first reply time in minutes': 'firstResponseMinutes',
  'full resolution time in minutes': 'resolutionMinutes',
};

/** What a table is, by its headers alone (SPEC IMP-3). */
export function formatOfHeaders(header: readonly string[]): Exclude<Format, 'zendeskJson'> {
  const names = new Set(header.map(folded));
  const count = (list: readonly string[]) => list.filter((name) => names.has(name)).length;
  if (names.has('case enquiry id') && (names.has('open dt') || names.has('case title'))) return 'boston311';
  if (names.has('number') && count(serviceNowSigns) >= 2) return 'servicenow';
  if (names.has('summation column') || count(zendeskSigns) >= 2) return 'zendeskCsv';
  const hasId = names.has('id') || names.has('ticket id');
  if (hasId && names.has('status') && count(zendeskApiSigns) >= 4) return 'zendeskCsv';
  return hasId && count(zendeskViewSigns) >= 4 ? 'zendeskCsv' : 'generic';
}

const serviceNowSigns = [
  'sys mod count',
  'sys updated on',
  'sys updated at',
  'sys id',
  'incident state',
  'assignment group',
  'short description',
  'opened at',
  'contact type',
];
const zendeskSigns = [
  'group stations',
  'assignee stations',
  'requester domain',
  'requester external id',
  'initially assigned at',
  'satisfaction score',
  'full resolution time in minutes',
  'first reply time in minutes',
];
const zendeskViewSigns = [
  'requester',
  'assignee',
  'group',
  'requested',
  'satisfaction',
  'via',
  'created at',
  'updated',
];

/** Of tables made from its API, as warehouses keep them. */
const zendeskApiSigns = [
  'allow channelback',
  'brand id',
  'forum topic id',
  'has incidents',
  'problem id',
  'submitter id',
  'ticket form id',
  'via channel',
];

const single: ReadonlySet<TicketField> = new Set(['ignore', 'custom', 'tags']);

/**
 * A field for every column. Presets go by the names their system uses; the generic importer by the names in
 * `header-names`, the better name first. A field is given once: the next column for it stays a custom field.
 */
export function detectColumns(format: Format, header: readonly string[]): Columns {
  if (format === 'generic' || format === 'zendeskJson') return genericColumns(header);
  const fixed = { servicenow: serviceNow, boston311: boston, zendeskCsv: zendesk }[format];
  const taken = new Set<TicketField>();
  const columns = header.map((text) => {
    const name = folded(text);
    const field = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
    if (field === undefined || (taken.has(field) && !single.has(field)))
      return { header: text, field: 'custom' as const };
    taken.add(field);
    return { header: text, field };
  });
  return format === 'servicenow' ? withStandIns(columns) : columns;
}

/** The REST table gives no caller or opening time in some exports: who opened it and when it was made stand in. */
function withStandIns(columns: Columns): Columns {
  const has = (field: TicketField) => columns.some((column) => column.field === field);
  const [noRequester, noCreated] = [!has('requester'), !has('createdAt')];
  return columns.map((column) => {
    const name = folded(column.header);
    if (noRequester && name === 'opened by') return { ...column, field: 'requester' };
    if (noCreated && (name === 'sys created on' || name === 'sys created at')) return { ...column, field: 'createdAt' };
    return column;
  });
}

function genericColumns(header: readonly string[]): Columns {
  const found = header.map(fieldOfHeader);
  const best = new Map<TicketField, number>();
  found.forEach((name, index) => {
    const leader = name === null ? undefined : best.get(name.field);
    const rank = leader === undefined ? undefined : found[leader]?.rank;
    if (name !== null && (rank === undefined || name.rank < rank)) best.set(name.field, index);
  });
  return header.map((text, index) => {
    const name = found[index];
    if (name === null || name === undefined) return { header: text, field: 'custom' };
    return { header: text, field: name.field === 'tags' || best.get(name.field) === index ? name.field : 'custom' };
  });
}
