/** A number as people type it, with a comma or a point and a sign or none; null for what is none, an empty field too. */
export function numberOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace('−', '-');
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(text)) return null;
  return Number(text);
}

/** A number within two ends; a whole one where it has to be. Null for what is none of these. */
export function numberIn(typed: string, low: number, high: number, whole = false): number | null {
  const value = numberOf(typed);
  if (value === null || value < low || value > high) return null;
  return whole && !Number.isInteger(value) ? null : value;
}

/** `+5`, `-3`, `0`: what a field of differences holds. */
export const signedText = (value: number): string => (value > 0 ? `+${value}` : String(value));

/** What a field holds one step up or down, kept within its ends; what is not a number counts as nothing. */
export function stepped(typed: string, by: number, low: number, high: number): number {
  const next = Math.round(((numberOf(typed) ?? 0) + by) * 1000) / 1000;
  return Math.min(Math.max(next, low), high);
}

/** Seconds of `20`, `20 s`, `5 min`, `1:30`, `4 h`, `1 h 30`; a plain number is seconds. Null for what is none. */
export function secondsOf(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(',', '.');
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts =
    /^(?:(\d+(?:\.\d+)?)\s*h[a-z]*)?\s*(?:(\d+(?:\.\d+)?)\s*m[a-z]*)?\s*(?:(\d+(?:\.\d+)?)\s*(?:s[a-z]*)?)?$/.exec(
      text,
    );
  if (parts === null || text === '') return null;
  const [hours, minutes, rest] = [parts[1], parts[2], parts[3]].map((part) => Number(part ?? 0));
  return Math.round((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0));
}

/** `20 s`, `5 min`, `4 h`, `1 h 30 min`, `1 min 30 s`; reads back as the same seconds. */
export function secondsText(seconds: number): string {
  const whole = Math.round(seconds);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length === 0 ? '0 s' : said.join(' ');
}
