import type { Prng } from '../../prng.ts';

export const channels = ['email', 'phone', 'chat', 'social'] as const;
export type SampleChannel = (typeof channels)[number];

/** Arrivals per weekday (Monday first), beside one another over channels and days. SPEC SMP-4. */
const perDay: Readonly<Record<SampleChannel, readonly number[]>> = {
  email: [58, 50, 46, 45, 40, 14, 13],
  phone: [27, 22, 20, 20, 18, 5, 0.5],
  chat: [28, 26, 24, 24, 22, 10, 9],
  social: [10, 10, 10, 10, 11, 9, 10],
};

/** Arrivals per hour of the desk's day; the second peak of mail and chat is the customers in New York. */
const perHour: Readonly<Record<SampleChannel, readonly number[]>> = {
  email: [2, 1, 1, 1, 1, 2, 4, 8, 14, 18, 17, 15, 12, 12, 14, 15, 14, 12, 9, 8, 8, 7, 5, 3],
  phone: [0, 0, 0, 0, 0, 0, 0, 0, 10, 19, 21, 18, 12, 12, 16, 16, 15, 12, 7, 4, 0, 0, 0, 0],
  chat: [0, 0, 0, 0, 0, 0, 0, 1, 6, 12, 15, 15, 14, 13, 14, 15, 15, 14, 12, 11, 10, 8, 2, 0],
  social: [2, 1, 1, 0, 0, 1, 2, 5, 7, 8, 8, 9, 11, 10, 8, 8, 8, 10, 12, 14, 15, 14, 10, 5],
};

function cumulative(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return [0, ...weights.map((weight) => (sum += weight) / total)];
}

/** The share of a day's arrivals that has come by each full hour. */
const byHour: Readonly<Record<SampleChannel, readonly number[]>> = {
  email: cumulative(perHour.email),
  phone: cumulative(perHour.phone),
  chat: cumulative(perHour.chat),
  social: cumulative(perHour.social),
};

/** The share of a channel's day that lies before an hour of the day (0 to 24, with fractions). */
function shareBefore(channel: SampleChannel, hour: number): number {
  const at = Math.min(Math.max(hour, 0), 24);
  const whole = Math.floor(at);
  const from = byHour[channel][whole] ?? 1;
  const to = byHour[channel][whole + 1] ?? 1;
  return from + (to - from) * (at - whole);
}

/** Arrivals per channel on a weekday (1 is Monday) up to an hour of the day. */
export function channelWeights(weekday: number, untilHour: number): readonly number[] {
  return channels.map((channel) => (perDay[channel][weekday - 1] ?? 0) * shareBefore(channel, untilHour));
}

/** The mean of a whole working day, the unit of `channelWeights`. */
export const workingDay = [1, 2, 3, 4, 5]
  .map((weekday) => channelWeights(weekday, 24).reduce((sum, weight) => sum + weight, 0) / 5)
  .reduce((sum, weight) => sum + weight, 0);

/** When within the day, in hours, something arrives by a channel; before `untilHour`. */
export function arrivalHour(rng: Prng, channel: SampleChannel, untilHour: number): number {
  const wanted = rng.next() * shareBefore(channel, untilHour);
  const shares = byHour[channel];
  let hour = 0;
  while (hour < 23 && (shares[hour + 1] ?? 1) <= wanted) hour += 1;
  const from = shares[hour] ?? 0;
  const width = (shares[hour + 1] ?? 1) - from;
  return hour + (width > 0 ? Math.min((wanted - from) / width, 0.9999) : 0);
}
