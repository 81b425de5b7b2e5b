const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/**
 * The day so many months after a date, both `YYYY-MM-DD`; the last of the month where that has no such day (31 January and
 * a month is 28 or 29 February). SPEC TRN-23.
 */
export function monthsAfter(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(at / 12), at % 12];
  const inDay = Math.min(day, lastOfMonth(inYear, inMonth));
  return new Date(Date.UTC(inYear, inMonth, inDay)).toISOString().slice(0, 10);
}
