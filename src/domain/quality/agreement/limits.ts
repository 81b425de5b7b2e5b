/** Figures that compare every value with every other are not given for more different values than this. SPEC QAG-2. */
export const mostValues = 2000;
