import { answerAt, customerBackAt } from './answering.ts';
import { ask, askAndHear, hold, note, open, reply, resolve, survey, take } from './conversation.ts';
import { addBusiness, subtractBusiness } from './days.ts';
import { agentAuthor, agentFor, assign, routing, setStatus, type Story, type Teller } from './story.ts';
import type { Arrival } from './arrival.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Resolution targets of the default policy, in hours. */
const targetHours = { p1: 24, p2: 48, p3: 72, p4: 72 } as const;
/** A ticket that is meant to be on time has used less than this share of a target. */
const calm = 0.68;

const within = (low: number, high: number, share: number) => low + Math.max(0, high - low) * share;

/** The first answer, in good time and before `limit`. */
function answered(teller: Teller, story: Story, limit: number): number {
  const from = story.arrival.at;
  const at = Math.min(take(teller, story), addBusiness(teller.days, from, 200));
  const inTime = at < limit ? at : within(from, limit, 0.3 + 0.5 * teller.rng.next());
  pullBack(story, inTime);
  return Math.max(inTime, story.at);
}

/** Moves what was told of taking the ticket to before an instant, in its order. */
function pullBack(story: Story, limit: number): void {
  if (story.at <= limit) return;
  const from = story.arrival.at;
  const share = Math.max(0, limit - from) / (story.at - from);
  story.events = story.events.map((event) => ({ ...event, at: Math.round(from + (event.at - from) * share) }));
  story.at = Math.round(from + (story.at - from) * share);
}

function unanswered(teller: Teller, arrival: Arrival): Story {
  const story = open(teller, arrival);
  const { rng, until } = teller;
  if (rng.chance(0.45)) return story;
  const agent = agentFor(teller, story);
  const at = within(arrival.at, until, rng.next() * 0.5);
  assign(story, at, rng.chance(0.6) ? routing : agentAuthor(agent), agent);
  if (rng.chance(0.6)) setStatus(story, within(story.at, until, rng.next() * 0.5), agentAuthor(agent), 'open');
  return story;
}

function pending(teller: Teller, arrival: Arrival): Story {
  const story = open(teller, arrival);
  const { rng, until } = teller;
  const first = answered(teller, story, until);
  const back = customerBackAt(teller, story, first);
  const again = answerAt(teller, story, back);
  if (again < until && rng.chance(0.6)) {
    askAndHear(teller, story, first, 0, back);
    ask(teller, story, again, 1);
  } else ask(teller, story, first, 0);
  return story;
}

function held(teller: Teller, arrival: Arrival): Story {
  const story = open(teller, arrival);
  hold(teller, story, Math.min(answered(teller, story, teller.until - 5 * minuteMs), teller.until - 4 * minuteMs));
  return story;
}

function working(teller: Teller, arrival: Arrival): Story {
  const story = open(teller, arrival);
  const { rng, until } = teller;
  const at = answered(teller, story, until - 2 * minuteMs);
  reply(story, at, rng.pick(arrival.topic.holds));
  if (rng.chance(0.5)) note(teller, story, within(story.at, until, rng.next() * 0.6));
  return story;
}

/** The customer wrote again at `messageAt`, or lately enough that the next answer is not yet at risk. */
function waiting(teller: Teller, arrival: Arrival, messageAt: number | undefined): Story {
  const { rng, until, days } = teller;
  const calmFrom = Math.max(arrival.at + 20 * minuteMs, subtractBusiness(days, until, calm * 240));
  const back = messageAt ?? within(calmFrom, until - minuteMs, rng.next());
  if (back <= arrival.at + 5 * minuteMs || back > until) return unanswered(teller, arrival);
  const story = open(teller, arrival);
  const at = answered(teller, story, back - 2 * minuteMs);
  const spent = at - arrival.at + until - back;
  if (messageAt === undefined && spent > calm * targetHours[arrival.priority] * hourMs) ask(teller, story, at, 0);
  else askAndHear(teller, story, at, 0, back);
  return story;
}

/** The customer answered shortly before it was solved, so that it was not late for it. */
function solved(teller: Teller, arrival: Arrival, solvedAt: number): Story {
  const story = open(teller, arrival);
  const back = within(Math.max(arrival.at, solvedAt - 3 * hourMs), solvedAt, 0.2 + 0.6 * teller.rng.next());
  askAndHear(teller, story, answered(teller, story, back - 2 * minuteMs), 0, back);
  resolve(teller, story, solvedAt, arrival.topic.resolves);
  survey(teller, story, false);
  return story;
}

/** A ticket that stands, when the history ends, as its fate says. SPEC SMP-6. */
export function living(teller: Teller, arrival: Arrival): Story {
  const { fate } = arrival;
  switch (fate?.kind) {
    case 'waiting':
      return waiting(teller, arrival, fate.messageAt);
    case 'working':
      return working(teller, arrival);
    case 'pending':
      return pending(teller, arrival);
    case 'solved':
      return solved(teller, arrival, fate.at);
    case 'hold':
      return held(teller, arrival);
    case 'unanswered':
    case undefined:
      return unanswered(teller, arrival);
  }
}
