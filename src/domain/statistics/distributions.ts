/** The 97.5 % point of the normal distribution. */
export const normal975 = 1.959963984540054;

const tiny = 1e-300;
const close = 1e-16;

/** Below this the series of Stirling is not good to the last digits. */
const farOut = 16;

/**
 * The logarithm of the gamma function, for x above 0. Source: Stirling's series, Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 1964, formula 6.1.41; brought to where it holds by 6.1.15.
 */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < farOut; at += 1) shift += Math.log(at);
  const r = 1 / (at * at);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

const notNothing = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/**
 * A continued fraction 1 / (1 + a1 / (1 + a2 / (1 + ...))) by the method of Lentz as Thompson and Barnett changed it.
 * Source: Press, Teukolsky, Vetterling and Flannery, Numerical Recipes in C, 1992, section 5.2.
 */
function continuedFraction(a: (m: number) => number): number {
  let c = 1;
  let d = 0;
  let value = 1;
  for (let m = 1; m < 100_000; m += 1) {
    const term = a(m);
    d = 1 / notNothing(1 + term * d);
    c = notNothing(1 + term / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < close) break;
  }
  return 1 / value;
}

/** The terms of the fraction for the incomplete beta. Source: Abramowitz and Stegun, formula 26.5.8. */
const betaTerm = (x: number, a: number, b: number) => (term: number) => {
  const m = Math.floor(term / 2);
  return term % 2 === 0
    ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
};

/** The incomplete beta from the side where its fraction is short. */
function fromLeft(x: number, rest: number, a: number, b: number): number {
  const front = a * Math.log(x) + b * Math.log(rest) - logGamma(a) - logGamma(b) + logGamma(a + b);
  return (Math.exp(front) / a) * continuedFraction(betaTerm(x, a, b));
}

/**
 * The regularised incomplete beta function I_x(a, b), for 0 <= x <= 1 and a and b above 0. `rest` is 1 - x, for who knows it
 * better than the difference tells. Good to some 13 digits, to 9 where a and b reach a million. Source: Abramowitz and
 * Stegun, formulas 26.5.1, 26.5.2 and 26.5.8; which side to take: Numerical Recipes in C, 1992, section 6.4.
 */
export function incompleteBeta(x: number, a: number, b: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  return x > (a + 1) / (a + b + 2) ? 1 - fromLeft(rest, x, b, a) : fromLeft(x, rest, a, b);
}

/** Where the incomplete beta is `share`: halved until nothing is left between. */
function inverseBeta(share: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let turn = 0; turn < 200; turn += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (incompleteBeta(middle, a, b) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How likely F is at or above `f` by chance. Source: Abramowitz and Stegun, formula 26.6.2. */
export const fTail = (f: number, df1: number, df2: number): number =>
  incompleteBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2, (df1 * f) / (df2 + df1 * f));

/** The F that is passed with the chance `tail`. */
export function fPoint(tail: number, df1: number, df2: number): number {
  const x = inverseBeta(tail, df2 / 2, df1 / 2);
  return (df2 * (1 - x)) / (df1 * x);
}

/** How likely Student's t is as far from 0 as `t`, on either side: its square is F. Source: Abramowitz and Stegun, formula 26.7.1. */
export const tTwoSided = (t: number, df: number): number => fTail(t * t, 1, df);

/** The 97.5 % point of Student's t. */
export function t975(df: number): number {
  const x = inverseBeta(0.05, df / 2, 0.5);
  return Math.sqrt((df * (1 - x)) / x);
}

/** 1 - erf(x) for x of 0 or more. Source: Abramowitz and Stegun, formulas 7.1.6 and 7.1.14. */
function complementaryError(x: number): number {
  const bell = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x > 2.5) return (bell / x) * continuedFraction((m) => m / (2 * x * x));
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * close; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return 1 - 2 * bell * sum;
}

/** How likely a normal value is as far from 0 as `z`, on either side. Source: Abramowitz and Stegun, formula 26.2.29. */
export const normalTwoSided = (z: number): number => complementaryError(Math.abs(z) / Math.SQRT2);
