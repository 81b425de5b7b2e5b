const two = (n: number): string => String(n).padStart(2, '0');

/** A time of day as people type it (`9`, `930`, `9:30`, `09.30`) as `09:30`; what is none stays as it was typed. */
export function typedTime(typed: string): string {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*$/.exec(typed) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return typed;
  return `${two(Number(hours))}:${two(Number(minutes))}`;
}

const dayMinutes = 1440;

/** A time of day so many minutes later, round midnight; what is none stays. */
export function laterTime(time: string, by: number): string {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(typedTime(time)) ?? [];
  if (hours === undefined || minutes === undefined) return time;
  const at = (Number(hours) * 60 + Number(minutes) + by + dayMinutes) % dayMinutes;
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}
