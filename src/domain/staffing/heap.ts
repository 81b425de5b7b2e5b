/** The least of many numbers at hand. */
export type Heap = {
  readonly size: () => number;
  /** The least; Infinity where there is none. */
  readonly least: () => number;
  readonly push: (value: number) => void;
  /** Takes the least out. */
  readonly pop: () => void;
};

/** A binary min-heap. Source: Williams, Algorithm 232, 1964. */
export function heap(): Heap {
  const values: number[] = [];
  let count = 0;
  const at = (index: number): number => values[index] ?? Infinity;

  const rise = (value: number) => {
    let index = count;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (at(parent) <= value) break;
      values[index] = at(parent);
      index = parent;
    }
    values[index] = value;
    count += 1;
  };

  const sink = (value: number) => {
    let index = 0;
    for (let child = 1; child < count; child = 2 * index + 1) {
      if (child + 1 < count && at(child + 1) < at(child)) child += 1;
      if (at(child) >= value) break;
      values[index] = at(child);
      index = child;
    }
    values[index] = value;
  };

  return {
    size: () => count,
    least: () => (count === 0 ? Infinity : at(0)),
    push: rise,
    pop: () => {
      if (count === 0) return;
      count -= 1;
      sink(at(count));
    },
  };
}
