/**
 * Every place in an answer that holds a number no spreadsheet could go on with: NaN, infinite, or a share, p or count outside of
 * what it can be. Walks through all of it, so that a field added later is looked at as well.
 */
export function oddNumbers(answer: unknown, path = ''): string[] {
  if (typeof answer === 'number') {
    if (!Number.isFinite(answer)) return [`${path}: ${answer}`];
    return isOdd(path, answer) ? [`${path}: ${answer}`] : [];
  }
  if (typeof answer === 'string') return /NaN|Infinity|undefined|null/.test(answer) ? [`${path}: ${answer}`] : [];
  if (answer === undefined) return [`${path}: undefined`];
  if (answer === null || typeof answer !== 'object') return [];
  return Object.entries(answer).flatMap(([key, value]) => oddNumbers(value, `${path}.${key}`));
}

/** What can never be below nothing: how many, minutes, how likely. */
const neverNegative = /\.(n|hits|total|p|p90|mean|minutes|breached|days)$/;
const isOdd = (path: string, value: number): boolean =>
  (neverNegative.test(path) && value < 0) || (path.endsWith('.p') && value > 1) || Object.is(value, -0);
