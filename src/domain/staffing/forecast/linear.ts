/** The lower triangle L of a symmetric matrix A = L L', row by row; null where A is not positive definite. */
export const cholesky = (matrix: readonly Float64Array[]): Float64Array[] | null => {
  const rows: Float64Array[] = [];
  for (const [i, source] of matrix.entries()) {
    const row = new Float64Array(i + 1);
    rows.push(row);
    for (let j = 0; j <= i; j += 1) {
      const other = rows[j] ?? row;
      let sum = source[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * (other[k] ?? 0);
      if (j < i) row[j] = sum / (other[j] ?? 1);
      else if (sum > 0) row[j] = Math.sqrt(sum);
      else return null;
    }
  }
  return rows;
};

/** x of L x = b. */
export const forwards = (lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array => {
  const x = new Float64Array(lower.length);
  for (const [i, row] of lower.entries()) {
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (row[k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (row[i] ?? 1);
  }
  return x;
};

/** x of L' x = b. */
export const backwards = (lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array => {
  const x = Float64Array.from(b);
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    const row = lower[i];
    if (!row) continue;
    const value = (x[i] ?? 0) / (row[i] ?? 1);
    x[i] = value;
    for (let k = 0; k < i; k += 1) x[k] = (x[k] ?? 0) - (row[k] ?? 0) * value;
  }
  return x;
};

/** The diagonal of the inverse of A, from its triangle. */
export const inverseDiagonal = (lower: readonly Float64Array[]): Float64Array => {
  const size = lower.length;
  const diagonal = new Float64Array(size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j += 1) {
    unit.fill(0);
    unit[j] = 1;
    for (const value of forwards(lower, unit).subarray(j)) diagonal[j] = (diagonal[j] ?? 0) + value * value;
  }
  return diagonal;
};

/**
 * The first directions (of length 1) in which rows differ most, by orthogonal iteration on R'R: the right singular
 * vectors. Source: Golub & Van Loan, Matrix Computations, 4th edition, 2013, 8.2.
 */
export const mainDirections = (rows: readonly Float64Array[], count: number, rounds: number): Float64Array[] => {
  const width = rows[0]?.length ?? 0;
  let found: Float64Array[] = Array.from({ length: Math.min(count, width, rows.length) }, (_, k) =>
    Float64Array.from({ length: width }, (_none, slot) => Math.cos((Math.PI * k * (slot + 0.5)) / width)),
  );
  for (let round = 0; round < rounds; round += 1) {
    found = orthonormal(found.map((direction) => through(rows, direction)));
  }
  return found;
};

export const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
};

const through = (rows: readonly Float64Array[], direction: Float64Array): Float64Array => {
  const product = new Float64Array(direction.length);
  for (const row of rows) {
    const score = dot(row, direction);
    for (let k = 0; k < row.length; k += 1) product[k] = (product[k] ?? 0) + score * (row[k] ?? 0);
  }
  return product;
};

/** Gram and Schmidt; what is left of nothing is left out. */
const orthonormal = (vectors: readonly Float64Array[]): Float64Array[] => {
  const kept: Float64Array[] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const other of kept) {
      const share = dot(rest, other);
      rest = rest.map((value, k) => value - share * (other[k] ?? 0));
    }
    const length = Math.sqrt(dot(rest, rest));
    if (length > 1e-9 * Math.sqrt(dot(vector, vector)) && length > 0) kept.push(rest.map((value) => value / length));
  }
  return kept;
};
