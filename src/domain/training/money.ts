/** Money as whole cents: sums of them are exact, those of fractions are not. */
export const centsOf = (amount: number): number => Math.round(amount * 100);

/** The sum of amounts, to the cent. */
export const sumOf = (amounts: readonly number[]): number =>
  amounts.reduce((cents, amount) => cents + centsOf(amount), 0) / 100;
