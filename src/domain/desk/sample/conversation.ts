import { answerAt, customerBackAt } from './answering.ts';
import { addBusiness } from './days.ts';
import { fill, template, type Template } from './slots.ts';
import { queues } from './staff.ts';
import {
  addTag,
  agentAuthor,
  agentFor,
  agentText,
  assign,
  begin,
  customerAuthor,
  customerText,
  routing,
  setPriority,
  setQueue,
  setStatus,
  tell,
  type Story,
  type Teller,
} from './story.ts';
import type { Arrival } from './arrival.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
export const closeAfterMs = 4 * dayMs;

/** For conversations longer than their topic. */
const further = (
  [
    ['Thank you, that helps. Is there anything else that we should know?', 'No, that is all. When can I expect news?'],
    ['Just to be sure that we mean the same: it is about order {order}, right?', 'Yes, that one.'],
    ['Sorry that it takes a while. Would you like me to call you when it is done?', 'A message is enough, thanks.'],
    ['I have passed that on. Can you still be reached at this address?', 'Yes, any time.'],
  ] as const
).map(([ask, answer]) => [template(ask), template(answer)] as const);
const chasers = [
  'Any news on this? I have not heard anything since.',
  'It is still not solved. Please have another look.',
  'It worked for a day, and now the same thing happens again.',
  'I am afraid that was not it. Could you check once more?',
].map(template);
const remedies = [
  'Thank you for coming back to us. I have done it again and checked it myself this time.',
  'You are right, one step was missing. It is done now, I am sorry for the extra message.',
].map(template);
const handoffs = ['Belongs to {queue}, please take over.', 'Not ours: {queue} has the tools for this.'];
const praise = [
  'Fast and friendly, thank you.',
  'Solved in one go.',
  '{agent} was very helpful.',
  'All good now 🙂',
].map(template);
const blame = ['Took too long.', 'I had to explain it twice.', 'Nobody told me what happens next.'].map(template);

/** Public, signed, in the manner of the channel. */
export function reply(story: Story, at: number, text: Template): void {
  if (story.assignee) tell(story, at, 'agentReply', agentAuthor(story.assignee), { body: agentText(story, text) });
}

export function note(teller: Teller, story: Story, at: number): void {
  if (!story.assignee) return;
  const body = fill(teller.rng.pick(story.arrival.topic.notes), story.values);
  tell(story, at, 'internalNote', agentAuthor(story.assignee), { body });
}

function exchange(teller: Teller, story: Story, round: number): readonly [Template, Template] {
  return story.arrival.topic.asks[round] ?? teller.rng.pick(further);
}

/** The agent asks, the customer answers at `backAt`; the ticket is pending in between. */
export function askAndHear(teller: Teller, story: Story, at: number, round: number, backAt: number): void {
  if (!story.assignee) return;
  const [question, answer] = exchange(teller, story, round);
  reply(story, at, question);
  setStatus(story, story.at, agentAuthor(story.assignee), 'pending');
  const body = customerText(story, teller.rng, answer);
  tell(story, backAt, 'customerMessage', customerAuthor(story), { body });
  setStatus(story, story.at, routing, 'open');
}

export function ask(teller: Teller, story: Story, at: number, round: number): void {
  if (!story.assignee) return;
  reply(story, at, exchange(teller, story, round)[0]);
  setStatus(story, story.at, agentAuthor(story.assignee), 'pending');
}

/** Tells the customer that somebody else has to act first. */
export function hold(teller: Teller, story: Story, at: number): void {
  if (!story.assignee) return;
  note(teller, story, at);
  reply(story, story.at + 2 * minuteMs, teller.rng.pick(story.arrival.topic.holds));
  setStatus(story, story.at, agentAuthor(story.assignee), 'hold');
}

function misrouted(teller: Teller, arrival: Arrival): number {
  return teller.rng.chance(0.045) && arrival.incidentEnd === undefined
    ? (arrival.queue + teller.rng.int(1, queues.length - 1)) % queues.length
    : arrival.queue;
}

/** Somebody takes the ticket, sometimes after it has been handed to the right queue; gives the time of the first answer. */
export function take(teller: Teller, story: Story): number {
  const { rng } = teller;
  const { arrival } = story;
  const first = agentFor(teller, story);
  const answer = answerAt(teller, { ...story, assignee: first }, arrival.at);
  const taken = arrival.at + (answer - arrival.at) * rng.next() * 0.7;
  const home = queues[arrival.queue] ?? queues[0];
  assign(story, taken, rng.chance(0.6) ? routing : agentAuthor(first), first);
  if (story.queue !== home) {
    const body = rng.pick(handoffs).replace('{queue}', home);
    tell(story, taken + 2 * minuteMs, 'internalNote', agentAuthor(first), { body });
    setQueue(story, story.at, agentAuthor(first), home);
    assign(story, story.at + minuteMs, agentAuthor(first), agentFor(teller, story));
  }
  if (story.assignee) setStatus(story, story.at, agentAuthor(story.assignee), 'open');
  return Math.max(answer, story.at + 20_000);
}

export function open(teller: Teller, arrival: Arrival): Story {
  return begin(teller, arrival, misrouted(teller, arrival));
}

/** Now and then a ticket turns out to be more urgent than it looked. */
function escalate(teller: Teller, story: Story, at: number): void {
  const { rng } = teller;
  if (!story.assignee || story.arrival.incidentEnd !== undefined || !rng.chance(0.07)) return;
  const author = agentAuthor(story.assignee);
  if (story.priority === 'p4') setPriority(story, at, author, 'p3');
  else if (story.priority === 'p3') setPriority(story, at, author, 'p2');
  if (rng.chance(0.55)) addTag(story, at, author, rng.chance(0.8) ? 'escalated' : 'vip');
}

export function resolve(teller: Teller, story: Story, at: number, texts: readonly Template[]): void {
  if (!story.assignee) return;
  reply(story, at, teller.rng.pick(texts));
  setStatus(story, story.at, agentAuthor(story.assignee), 'solved');
}

/** One round before the last: a question, a wait for somebody else, or work that takes its time. Gives the next answer's time. */
function middle(teller: Teller, story: Story, at: number, round: number): number {
  const { rng, days } = teller;
  const kind = rng.next();
  if (kind < 0.2) {
    hold(teller, story, at);
    const back = addBusiness(days, story.at, rng.around(420, 0.8));
    if (story.assignee) setStatus(story, back, agentAuthor(story.assignee), 'open');
    return story.at + rng.int(2, 30) * minuteMs;
  }
  if (kind < 0.3) {
    reply(story, at, rng.pick(story.arrival.topic.holds));
    note(teller, story, story.at + rng.int(5, 60) * minuteMs);
    return addBusiness(days, story.at, rng.around(420, 0.7));
  }
  askAndHear(teller, story, at, round, customerBackAt(teller, story, at));
  return answerAt(teller, story, story.at);
}

function incidentCourse(teller: Teller, story: Story, at: number, end: number): void {
  hold(teller, story, at);
  resolve(teller, story, Math.max(end, story.at) + teller.rng.int(4, 80) * minuteMs, story.arrival.topic.resolves);
}

/** From the first answer to solved. SPEC SMP-5. */
function course(teller: Teller, story: Story): void {
  const { rng } = teller;
  let at = take(teller, story);
  const { incidentEnd } = story.arrival;
  if (incidentEnd !== undefined) {
    incidentCourse(teller, story, Math.min(at, story.arrival.at + 50 * minuteMs), incidentEnd);
    return;
  }
  const rounds = rng.weighted([44, 34, 16, 6]);
  if (rounds > 0) escalate(teller, story, story.at);
  for (let round = 0; round < rounds; round += 1) at = middle(teller, story, at, round);
  if (rng.chance(0.18)) note(teller, story, at - minuteMs);
  resolve(teller, story, at, story.arrival.topic.resolves);
}

/** Draws all that was told together so that it ends by an instant. */
function squeeze(story: Story, limit: number): void {
  const from = story.arrival.at;
  if (story.at <= limit) return;
  const share = (limit - from) / (story.at - from);
  const earlier = (at: number) => Math.round(from + (at - from) * share);
  story.events = story.events.map((event) => ({ ...event, at: earlier(event.at) }));
  story.at = earlier(story.at);
  if (story.solvedAt !== null) story.solvedAt = earlier(story.solvedAt);
}

const messages = (story: Story) =>
  story.events.filter((event) => event.type === 'customerMessage' || event.type === 'agentReply').length;

function reopen(teller: Teller, story: Story): boolean {
  const { rng } = teller;
  if (story.solvedAt === null || story.arrival.incidentEnd !== undefined || messages(story) > 6 || !rng.chance(0.058))
    return false;
  const backAt = story.solvedAt + Math.min(rng.around(20, 0.8), 90) * 60 * minuteMs;
  const answer = answerAt(teller, story, backAt);
  if (answer + 10 * minuteMs > teller.until) return false;
  const body = customerText(story, rng, rng.pick(chasers));
  tell(story, backAt, 'customerMessage', customerAuthor(story), { body });
  setStatus(story, story.at, routing, 'open');
  resolve(teller, story, answer, remedies);
  return true;
}

export function survey(teller: Teller, story: Story, reopened: boolean): void {
  const { rng, until } = teller;
  if (story.solvedAt === null || !story.assignee || !rng.chance(0.255)) return;
  const at = story.solvedAt + Math.min(rng.around(5, 1), 80) * 60 * minuteMs;
  if (at > until) return;
  const slow = story.solvedAt - story.arrival.at > 3 * dayMs ? 0.06 : 0;
  const good = rng.chance(story.assignee.quality - (reopened ? 0.3 : 0) - slow);
  story.csat = good ? 'good' : 'bad';
  const body = rng.chance(0.35) ? { body: fill(rng.pick(good ? praise : blame), story.values) } : {};
  tell(story, at, 'csat', customerAuthor(story), { ...body, to: story.csat });
}

/** A ticket that is solved before the history ends, with what follows: a rating, a reopening, the closing. */
export function finished(teller: Teller, arrival: Arrival): Story {
  const story = open(teller, arrival);
  course(teller, story);
  squeeze(story, arrival.at + (teller.until - arrival.at) * (0.35 + 0.63 * teller.rng.next()));
  const reopened = reopen(teller, story);
  survey(teller, story, reopened);
  const closing = (story.solvedAt ?? 0) + closeAfterMs;
  if (closing <= teller.until) setStatus(story, closing, { kind: 'system', name: 'Closing' }, 'closed');
  return story;
}
