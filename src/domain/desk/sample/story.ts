import type { EventType, Priority, Status } from '../../../contract/index.ts';
import type { Prng } from '../../prng.ts';
import type { DraftEvent, TicketDraft } from '../../tickets/draft.ts';
import type { Arrival } from './arrival.ts';
import { customer, type Customer } from './customers.ts';
import { dayOf, type Days } from './days.ts';
import { agentSlot, fill, slotValues, type SlotValues, type Template } from './slots.ts';
import { newcomerMs, pickAgent, queues, type Agent } from './staff.ts';

/** What every ticket of one sample is told with. `until` is epoch ms. */
export type Teller = {
  readonly rng: Prng;
  readonly days: Days;
  readonly until: number;
  readonly customers: number;
};

/** A ticket while its history is being written; every change goes through the functions below, in time order. */
export type Story = {
  readonly arrival: Arrival;
  readonly who: Customer;
  readonly values: SlotValues;
  events: DraftEvent[];
  at: number;
  status: Status;
  priority: Priority;
  queue: string | null;
  assignee: Agent | null;
  tags: readonly string[];
  solvedAt: number | null;
  csat: 'good' | 'bad' | null;
};

type Author = DraftEvent['author'];
export const routing: Author = { kind: 'system', name: 'Routing' };
const authors = new Map<Agent, Author>();

export function agentAuthor(agent: Agent): Author {
  const known = authors.get(agent);
  if (known) return known;
  const author: Author = { kind: 'agent', name: agent.name };
  authors.set(agent, author);
  return author;
}

export const customerAuthor = (story: Story): Author => ({ kind: 'customer', name: story.who.name });

type Change = { readonly body?: string; readonly from?: string | null; readonly to?: string | null };

/** Adds what happened; never earlier than what happened before. */
export function tell(story: Story, at: number, type: EventType, author: Author, change: Change = {}): void {
  story.at = Math.max(story.at, Math.round(at));
  const { body = null, from = null, to = null } = change;
  story.events.push({ at: story.at, type, author, body, from, to, field: null });
}

export function setStatus(story: Story, at: number, author: Author, to: Status): void {
  if (story.status === to) return;
  tell(story, at, 'status', author, { from: story.status, to });
  story.status = to;
  if (to === 'solved') story.solvedAt = story.at;
  else if (to !== 'closed') story.solvedAt = null;
}

export function setQueue(story: Story, at: number, author: Author, to: string): void {
  if (story.queue === to) return;
  tell(story, at, 'queue', author, { from: story.queue, to });
  story.queue = to;
}

export function setPriority(story: Story, at: number, author: Author, to: Priority): void {
  if (story.priority === to) return;
  tell(story, at, 'priority', author, { from: story.priority, to });
  story.priority = to;
}

export function assign(story: Story, at: number, author: Author, to: Agent): void {
  if (story.assignee === to) return;
  tell(story, at, 'assignee', author, { from: story.assignee?.name ?? null, to: to.name });
  story.assignee = to;
  story.values[agentSlot] = to.name.split(' ')[0] ?? to.name;
}

export function addTag(story: Story, at: number, author: Author, tag: string): void {
  if (story.tags.includes(tag)) return;
  const tags = [...story.tags, tag];
  tell(story, at, 'tags', author, { from: story.tags.join(' ') || null, to: tags.join(' ') });
  story.tags = tags;
}

/** An agent of the ticket's queue who was there at the time. */
export function agentFor(teller: Teller, story: Story): Agent {
  const newcomers = story.arrival.at >= teller.until - newcomerMs;
  return pickAgent(teller.rng, queues.indexOf(story.queue as (typeof queues)[number]), newcomers);
}

/** What a customer writes, in the manner of the channel. */
export function customerText(story: Story, rng: Prng, text: Template, first = false): string {
  const said = fill(text, story.values);
  const { first: given, name } = story.who;
  switch (story.arrival.channel) {
    case 'email':
      if (!first) return `${said}\n\n${given}`;
      return `${rng.pick(['Hello', 'Hi', 'Good morning', 'Dear team', 'Hello Northwind'])},\n\n${said}\n\n${rng.pick(['Best regards', 'Thank you', 'Kind regards', 'Thanks'])},\n${name}`;
    case 'phone':
      return first ? `Call from ${name}. ${said}` : `Called back: ${said}`;
    case 'social':
      return first ? `@northwind ${said}${rng.chance(0.15) ? ' 🙏' : ''}` : said;
    case 'chat':
      return said;
  }
}

/** What an agent writes, in the manner of the channel. */
export function agentText(story: Story, text: Template): string {
  const said = fill(text, story.values);
  const { first } = story.who;
  switch (story.arrival.channel) {
    case 'email':
      return `Hi ${first},\n\n${said}\n\nBest regards,\n${story.assignee?.name ?? 'Northwind'}\nNorthwind Support`;
    case 'phone':
      return `On the phone: ${said}`;
    case 'social':
      return `@${first} ${said}`;
    case 'chat':
      return said;
  }
}

const earliestOrder = 20_000;

/** The first lines of a ticket: it comes in, says what it is about, and is put into a queue. */
export function begin(teller: Teller, arrival: Arrival, queue: number): Story {
  const { rng, days } = teller;
  // Squared, so that some customers come again and again.
  const who = customer(Math.floor(rng.next() ** 1.6 * teller.customers));
  const day = dayOf(days, arrival.at);
  const orderBase = Math.max(earliestOrder, 480_000 - (days.last - day) * 40);
  const date = days.label[Math.max(0, day - rng.int(2, 14))] ?? '';
  const story: Story = {
    arrival,
    who,
    values: slotValues(rng, { first: who.first, last: who.last, orderBase, date }),
    events: [],
    at: arrival.at,
    status: 'new',
    priority: arrival.priority,
    queue: null,
    assignee: null,
    tags: arrival.topic.tags,
    solvedAt: null,
    csat: null,
  };
  const author = customerAuthor(story);
  tell(story, arrival.at, 'created', author, { from: arrival.priority, to: 'new' });
  tell(story, arrival.at, 'customerMessage', author, {
    body: customerText(story, rng, rng.pick(arrival.topic.opens), true),
  });
  setQueue(story, arrival.at, routing, queues[queue] ?? queues[0]);
  return story;
}

/** The ticket as it stands after all that was told. */
export function draft(story: Story, externalId: string, subject: string): TicketDraft {
  return {
    system: 'sample',
    externalId,
    line: 0,
    subject,
    requester: { name: story.who.name, email: story.who.email },
    channel: story.arrival.channel,
    status: story.status,
    priority: story.priority,
    queue: story.queue,
    assignee: story.assignee?.name ?? null,
    category: story.arrival.topic.category,
    tags: story.tags,
    csat: story.csat,
    createdAt: story.arrival.at,
    updatedAt: story.at,
    solvedAt: story.solvedAt,
    fields: {},
    events: story.events,
  };
}
