import type { HoursInterval, Weekday } from '../../contract/index.ts';
import { weekdays } from '../../contract/words.ts';
import { hoursAsText, hoursFromText } from '../../domain/calendar/hours-text.ts';
import { wallSpan } from '../../domain/calendar/wall-time.ts';
import { Fault } from '../../domain/fault.ts';
import { w } from '../strings/en-people.ts';

/** Hours of each weekday as they are typed; an empty one is none. */
export type WeekTexts = Readonly<Record<Weekday, string>>;
/** Hours of each weekday as the desk keeps them; a weekday left out is none. */
type WeekHours = Partial<Record<Weekday, HoursInterval[]>>;

const week = (of: (day: Weekday) => string): WeekTexts => ({
  mon: of('mon'),
  tue: of('tue'),
  wed: of('wed'),
  thu: of('thu'),
  fri: of('fri'),
  sat: of('sat'),
  sun: of('sun'),
});

export const emptyWeek: WeekTexts = week(() => '');
export const weekTextsOf = (hours: WeekHours): WeekTexts => week((day) => hoursAsText(hours[day] ?? []));

/** What a day's hours say wrong together: one without length, or two over each other. Null where they can be kept. */
function wrongIn(hours: readonly HoursInterval[]): string | null {
  try {
    const spans = hours.map(([from, to]) => wallSpan(from, to, '')).sort((a, b) => a.from - b.from);
    const over = spans.some((span, index) => span.from < (spans[index - 1]?.to ?? 0));
    return over ? w.over : null;
  } catch (error) {
    if (error instanceof Fault) return w.noLength;
    throw error;
  }
}

type ReadWeek = { readonly hours: WeekHours; readonly errors: Readonly<Partial<Record<Weekday, string>>> };

/** Hours as typed, weekday by weekday, with what is wrong with a day at that day. */
export function readWeek(texts: WeekTexts): ReadWeek {
  const hours: WeekHours = {};
  const errors: Partial<Record<Weekday, string>> = {};
  for (const day of weekdays) {
    const read = hoursFromText(texts[day]);
    const wrong = 'error' in read ? read.error : wrongIn(read.hours);
    if (wrong !== null) errors[day] = wrong;
    else if ('hours' in read && read.hours.length > 0) hours[day] = read.hours;
  }
  return { hours, errors };
}

/** Minutes from the first to the last weekday, as typed. */
export function minutesIn(hours: WeekHours): number {
  return weekdays
    .flatMap((day) => hours[day] ?? [])
    .map(([from, to]) => wallSpan(from, to, ''))
    .reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Days that follow one another and are alike, as one: `Mon to Fri 09:00-17:00, Sat 10:00-14:00`; `never` where there is none. */
export function weekInShort(hours: WeekHours): string {
  const parts: { first: Weekday; last: Weekday; text: string }[] = [];
  for (const day of weekdays) {
    const text = hoursAsText(hours[day] ?? []);
    const before = parts.at(-1);
    if (before?.text === text) before.last = day;
    else parts.push({ first: day, last: day, text });
  }
  const open = parts.filter(({ text }) => text !== '');
  return open.length === 0 ? w.never : open.map(({ first, last, text }) => w.stretch(first, last, text)).join(', ');
}
