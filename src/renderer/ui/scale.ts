/** A scale from 0 to a figure, in steps that people count in. */
export type Scale = { readonly top: number; readonly ticks: readonly number[] };

const nice = [1, 2, 5, 10] as const;

/** A scale that holds the largest figure in at most so many steps. */
export function scaleFor(largest: number, steps = 4): Scale {
  const most = Math.max(largest, 1);
  const magnitude = 10 ** Math.floor(Math.log10(most / steps));
  const step = (nice.find((each) => each * magnitude * steps >= most) ?? 10) * magnitude;
  const whole = Math.max(step, 1);
  const count = Math.ceil(most / whole);
  return { top: count * whole, ticks: Array.from({ length: count + 1 }, (_, index) => index * whole) };
}

/** The line through the points; a point that is null parts it. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let drawing = false;
  return points
    .map((point) => {
      const letter = drawing ? 'L' : 'M';
      drawing = point !== null;
      return point === null ? '' : `${letter}${round(point[0])} ${round(point[1])}`;
    })
    .filter(Boolean)
    .join(' ');
}

/** The field between an upper and a lower line. */
export function bandPath(
  upper: readonly (readonly [number, number])[],
  lower: readonly (readonly [number, number])[],
): string {
  if (upper.length === 0) return '';
  return `${linePath(upper)} ${linePath(lower.toReversed()).replace(/^M/, 'L')} Z`;
}

/** A line of steps: each figure holds from its place to the next. */
export function stepPath(
  values: readonly number[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map(
      (value, index) =>
        `${index === 0 ? 'M' : 'L'}${round(x(index))} ${round(y(value))} L${round(x(index + 1))} ${round(y(value))}`,
    )
    .join(' ');
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Every how many of so narrow columns a label of some width has room. */
export const labelEvery = (columnPx: number, labelPx: number): number =>
  Math.max(1, Math.ceil(labelPx / Math.max(columnPx, 0.1)));
