const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * So many places in proportion to what each is due: the whole part of it, then one more to the largest remainders; of equal
 * ones to the lower lot. Source: Hamilton's method of 1792. SPEC QAS-2.
 */
export function largestRemainders(due: readonly number[], places: number, lots: readonly number[]): number[] {
  const whole = due.map(Math.floor);
  const rest = (at: number) => (due[at] ?? 0) - (whole[at] ?? 0);
  const order = due.map((_, at) => at).sort((a, b) => rest(b) - rest(a) || (lots[a] ?? 0) - (lots[b] ?? 0));
  for (const at of order.slice(0, Math.max(0, places - sum(whole)))) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

/**
 * So many places by lot, in proportion to what each is due and within one of it: a comb of that many teeth, one place
 * apart, is laid over the line of all that is due, beginning at `start` (0 to 1). So each place is as likely as it is due,
 * also of strata too small to be due a whole one, which largest remainders would never draw. Source: Madow and Madow, On
 * the theory of systematic sampling, Annals of Mathematical Statistics 15, 1944. SPEC QAS-3.
 */
export function byComb(due: readonly number[], places: number, room: readonly number[], start: number): number[] {
  const total = sum(due);
  const found = due.map(() => 0);
  if (total <= 0 || places <= 0) return found;
  let passed = 0;
  let tooth = 0;
  due.forEach((each, at) => {
    passed += each;
    const here = Math.min(places, Math.ceil((passed * places) / total - start));
    found[at] = Math.min(room[at] ?? 0, Math.max(0, here - tooth));
    tooth = Math.max(tooth, here);
  });
  // Rounding may leave a place over where what is due fills the room there is.
  let left = places - sum(found);
  for (let at = 0; at < found.length && left > 0; at += 1) {
    const more = Math.min(left, (room[at] ?? 0) - (found[at] ?? 0));
    found[at] = (found[at] ?? 0) + more;
    left -= more;
  }
  return found;
}
