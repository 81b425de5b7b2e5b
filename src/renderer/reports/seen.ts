/** More than two years of daily, weekly and monthly ones. */
const most = 1000;

/** With one more that was opened; the same list where it was there already. */
export const withSeen = (seen: readonly string[], id: string): readonly string[] =>
  seen.includes(id) ? seen : [id, ...seen].slice(0, most);
