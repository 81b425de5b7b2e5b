import type { Target } from '../../contract/index.ts';

type TimeKind = Target['time'];

const minutesOf = { m: 1, h: 60, d: 24 * 60 } as const;
const part = /(\d+(?:[.,]\d+)?)\s*(m|h|d)[a-z]*\s*/giy;
const clock = /^(\d{1,3}):([0-5]\d)$/;

/** `90` is minutes, `1:30` hours and minutes. */
function plain(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const found = clock.exec(text);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

/** Minutes of `4h`, `30m`, `2d`, `1h 30m`, `1.5 h`, `1:30` or a plain number of minutes; null for what is none of these. */
export function parseDuration(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  const whole = plain(text);
  if (whole !== null) return whole;
  let minutes = 0;
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (found === null) {
      part.lastIndex = 0;
      return null;
    }
    const [, amount = '', unit = 'm'] = found;
    minutes += Number(amount.replace(',', '.')) * minutesOf[unit.toLowerCase() as keyof typeof minutesOf];
  }
  return Math.round(minutes * 1000) / 1000;
}

/** Whether days were written: of business time no two are alike. */
export const saysDays = (typed: string): boolean => /\d\s*d/i.test(typed);

/** `30m`, `4h`, `1h 30m`; whole days from two on around the clock alone: `3d`. Reads back as the same minutes. */
export function durationText(minutes: number, time: TimeKind): string {
  const { d, h } = minutesOf;
  if (time === 'calendar' && minutes >= 2 * d && minutes % d === 0) return `${minutes / d}d`;
  if (minutes < h || !Number.isInteger(minutes)) return `${minutes}m`;
  const hours = Math.floor(minutes / h);
  return minutes % h === 0 ? `${hours}h` : `${hours}h ${minutes % h}m`;
}
