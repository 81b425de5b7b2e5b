const patterns: readonly RegExp[] = [
  /** `37.5`, `37,5 h`. */
  /^(?<hours>\d{1,3}(?:[.,]\d{1,3})?)\s*(?:h|hours?)?$/i,
  /** `37:30`, `37 h 30`, `37h30 min`. */
  /^(?<hours>\d{1,3})\s*(?::|h)\s*(?<minutes>[0-5]?\d)\s*(?:m|min)?$/i,
];
const mostMinutes = 7 * 24 * 60;

/** Minutes of hours a week as people write them: `40`, `37.5`, `37:30`, `37 h 30`. Null for what is none, or more than a week. */
export function weekMinutes(typed: string): number | null {
  for (const pattern of patterns) {
    const found = pattern.exec(typed.trim())?.groups;
    if (found === undefined) continue;
    const minutes = Math.round(Number((found['hours'] ?? '').replace(',', '.')) * 60) + Number(found['minutes'] ?? 0);
    return minutes <= mostMinutes ? minutes : null;
  }
  return null;
}

/** `40`, `37.5`, `37:20`: reads back as the same whole minutes. */
export function weekHoursText(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole % 6 === 0) return String(whole / 60);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
