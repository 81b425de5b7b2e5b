const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string) => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
};

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

const partsOf = (timeZone: string, at: number): Parts =>
  Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

const dayOf = (parts: Parts) => `${parts.weekday ?? ''} ${parts.day ?? ''} ${parts.month ?? ''}`;

/**
 * An instant in words, in a zone: `09:12` where it is on the day of `beside`, else `Tue 3 Mar 09:12`, with the year where
 * that differs. Without `beside`: day, year and time.
 */
export const instantInWords = (timeZone: string, at: number, beside?: number): string => {
  const parts = partsOf(timeZone, at);
  const time = `${parts.hour ?? ''}:${parts.minute ?? ''}`;
  const other = beside === undefined ? {} : partsOf(timeZone, beside);
  if (parts.year !== other.year) return `${dayOf(parts)} ${parts.year ?? ''} ${time}`;
  return dayOf(parts) === dayOf(other) ? time : `${dayOf(parts)} ${time}`;
};

/**
 * Minutes in words: `45 minutes`, `1 minute`, `4 h`, `3 h 20 min`, `under a minute`. To the nearest minute, as
 * the window shows them. SPEC SLA-21.
 */
export const minutesInWords = (minutes: number): string => {
  const whole = Math.round(minutes);
  if (whole < 1) return minutes > 0 ? 'under a minute' : '0 minutes';
  if (whole < 120) return whole === 1 ? '1 minute' : `${whole} minutes`;
  const rest = whole % 60;
  return rest === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${rest} min`;
};
