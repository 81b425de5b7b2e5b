import { addBusiness, hourOf, dayOf, weekdayOf } from './days.ts';
import type { Story, Teller } from './story.ts';

const minuteMs = 60_000;

/** Somebody sits at phone and chat: on working days 08:00 to 22:00 (New York takes the evening), at weekends 09:00 to 18:00. */
function covered(teller: Teller, at: number): boolean {
  const hour = hourOf(teller.days, at);
  const weekend = weekdayOf(teller.days, dayOf(teller.days, at)) > 5;
  return weekend ? hour >= 9 && hour < 18 : hour >= 8 && hour < 22;
}

/** Median minutes to a first answer, and the spread of its logarithm. SPEC SMP-5. */
const paces = { email: [90, 0.8], phone: [2, 0.5], chat: [4, 0.8], social: [55, 0.75] } as const;

/** When an agent answers what came at an instant: calls and chats at once, a P1 within the hour, all else in business time. */
export function answerAt(teller: Teller, story: Story, at: number): number {
  const { rng, days } = teller;
  const pace = story.assignee?.pace ?? 1;
  const [median, sigma] = paces[story.arrival.channel];
  if (story.priority === 'p1') return at + rng.around(17, 0.6) * minuteMs;
  if ((story.arrival.channel === 'phone' || story.arrival.channel === 'chat') && covered(teller, at)) {
    return at + rng.around(median * pace, sigma) * minuteMs;
  }
  const urgent = story.priority === 'p2' ? 0.7 : 1;
  const minutes = rng.around(Math.max(median, 40) * pace * urgent, sigma);
  // Half of what is urgent at a weekend is seen to by whoever is on call.
  const weekend = weekdayOf(days, dayOf(days, at)) > 5;
  if (weekend && story.priority === 'p2' && rng.chance(0.5)) return at + (minutes + 60) * minuteMs;
  return addBusiness(days, at, minutes);
}

/** When a customer writes back: soon in a chat, in some hours by mail, seldom at night, at last after five days. */
export function customerBackAt(teller: Teller, story: Story, at: number): number {
  const { rng, days } = teller;
  const chat = story.arrival.channel === 'chat';
  const hours = Math.min(chat ? rng.around(0.05, 0.7) : rng.around(4, 1.1), 120);
  const back = at + hours * 60 * minuteMs;
  const hour = hourOf(days, back);
  return hour < 7 && !chat ? back + (7 - hour + rng.next() * 2) * 60 * minuteMs : back;
}
