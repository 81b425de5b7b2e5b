/**
 * Published figures of rater agreement, as numbers alone, each with where it stands; only facts were taken.
 * irr: the R package irr (Gamer, Lemon, Singh), by its documentation and the tests of its port
 * github.com/rickdkk/pyirr. statsmodels: github.com/statsmodels/statsmodels, stats/tests/test_inter_rater.py, which prints
 * what SAS and irr gave. irrCAC: github.com/afergadis/irrCAC, test/unit, which prints what Gwet's program gave.
 */

const _ = null;

/** irr: 20 subjects rated for anxiety by three raters. */
export const anxiety = [
  [3, 3, 2],
  [3, 6, 1],
  [3, 4, 4],
  [4, 6, 4],
  [5, 2, 3],
  [5, 4, 2],
  [2, 2, 1],
  [3, 4, 6],
  [5, 3, 1],
  [2, 3, 1],
  [2, 2, 1],
  [6, 3, 2],
  [1, 3, 3],
  [5, 3, 3],
  [2, 2, 1],
  [2, 2, 1],
  [1, 1, 3],
  [2, 3, 3],
  [4, 3, 2],
  [3, 4, 2],
];
export const anxietyPublished = {
  icc: { agreement: 0.198, interval: [-0.039, 0.494], f: 1.83, p: 0.0543 },
  /** Raters 1 and 2, squared weights; raters 2 and 3, of whom neither gave a 5. */
  squared12: { kappa: 0.297, z: 1.34, p: 0.18 },
  plain23: { kappa: -0.006289308, z: -0.0604067, p: 0.9518317 },
  equal23: { kappa: 0.1459075, z: 1.282472, p: 0.1996772 },
  squared23: { kappa: 0.2520325, z: 1.437451, p: 0.1505898 },
} as const;

/** irr: 20 subjects seen on video by four raters. */
export const video = [
  [4, 4, 3, 4],
  [4, 4, 4, 5],
  [4, 4, 5, 5],
  [4, 4, 4, 4],
  [4, 3, 2, 4],
  [4, 4, 3, 4],
  [4, 3, 2, 5],
  [4, 4, 3, 4],
  [4, 3, 3, 4],
  [4, 3, 3, 4],
  [4, 4, 3, 4],
  [4, 3, 3, 4],
  [4, 4, 4, 4],
  [4, 4, 4, 4],
  [4, 4, 3, 4],
  [4, 4, 4, 4],
  [4, 4, 4, 4],
  [4, 4, 4, 4],
  [4, 4, 4, 4],
  [4, 5, 5, 4],
];
export const videoPublished = [
  { tolerance: 0, percent: 35 },
  { tolerance: 1, percent: 90 },
] as const;

/** Krippendorff 2011: 12 units by four observers, the last rated by one alone. Errors and intervals: irrCAC. */
export const nominalUnits = [
  [1, 1, _, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [_, 5, 5, 5],
  [_, _, 1, 1],
  [_, _, 3, _],
];
export const nominalUnitsPublished = {
  nominal: { alpha: 0.743, error: 0.146, interval: [0.419, 1] },
  ordinal: { alpha: 0.815 },
  interval: { alpha: 0.849, error: 0.129, interval: [0.561, 1] },
  ratio: { alpha: 0.797, error: 0.14, interval: [0.484, 1] },
} as const;

/** Wikipedia, Krippendorff's alpha: three coders, 15 units; a star is none. */
export const wikipedia = [
  '* * * * * 3 4 1 2 1 1 3 3 * 3',
  '1 * 2 1 3 3 4 3 * * * * * * *',
  '* * 2 1 3 4 4 * 2 1 1 3 3 * 4',
];
export const wikipediaPublished = { nominal: 0.691, interval: 0.811 } as const;

/** irrCAC: five observers of 15 units, and four raters of 15 persons who left nothing out (a is 1, b is 2, c is 3). */
export const fiveObservers = [
  [1, 1, 2, _, 0, 0, 1, 1, 2, 2, _, 0, 1, 3, 1],
  [1, 1, 3, 0, 0, 0, 0, _, 2, 1, 1, 0, 2, 3, 1],
  [2, 0, 3, 0, 0, 0, 2, 2, 2, 1, 0, 0, 2, 2, 1],
  [_, 1, 3, _, _, _, _, 0, _, 1, 0, 0, 2, 2, _],
  [2, _, _, 0, 0, 0, 1, _, 2, _, _, _, _, 3, 1],
];
export const fiveObserversPublished = { alpha: 0.481, error: 0.114, interval: [0.237, 0.724] } as const;
export const fourRaters = ['aaaaabbbcaaaaab', 'aaaababccaaaaba', 'abbcaabbcabbcaa', 'ccccaabbcccccaa'];
export const fourRatersPublished = {
  alpha: { value: 0.143, error: 0.141, interval: [-0.158, 0.445] },
  fleiss: { value: 0.129, error: 0.141, interval: [-0.172, 0.43] },
} as const;

/** Fleiss 1971: 30 patients, each diagnosed by six; irr's kappa and z, by statsmodels. */
export const diagnoses = [
  '444444',
  '222555',
  '233335',
  '555555',
  '222444',
  '113333',
  '333355',
  '113334',
  '114444',
  '555555',
  '144444',
  '124444',
  '222333',
  '144444',
  '224445',
  '333335',
  '111455',
  '111112',
  '224444',
  '133555',
  '555555',
  '244444',
  '224555',
  '114444',
  '144445',
  '222224',
  '111155',
  '224444',
  '133333',
  '555555',
];
export const diagnosesPublished = { kappa: 0.4302445, z: 17.65183, raters23: { kappa: 0.631, z: 7.56 } } as const;

/** Wikipedia, Fleiss' kappa: 14 raters put each of ten subjects into one of five classes; how many into which. */
export const fourteenRaters = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];
export const fourteenRatersPublished = 0.21;

/** statsmodels: how SAS prints a table of 19, plain and with linear weights. */
export const sasTable = [
  [0, 4, 1],
  [0, 8, 0],
  [0, 1, 5],
];
export const sasPublished = {
  plain: { kappa: 0.4842, interval: [0.2137, 0.7547], z: 3.2626, p: 0.0011 },
  linear: { kappa: 0.4701, interval: [0.1845, 0.7558], z: 3.2971, p: 0.001 },
} as const;

/** Cohen 1968: 200 patients by two judges, shares; his weights of disagreement. */
export const cohen1968 = {
  n: 200,
  shares: [
    [0.44, 0.07, 0.09],
    [0.05, 0.2, 0.05],
    [0.01, 0.03, 0.06],
  ],
  disagreement: [
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ],
  kappa: 0.492,
  weightedKappa: 0.348,
} as const;

/** pyirr: 20 subjects by three raters who are far apart. */
export const farApart = [
  [5, 12, 11, 10, 9, 7, 5, 12, 12, 7, 12, 17, 15, 13, 6, 13, 20, 14, 13, 11],
  [14, 22, 21, 19, 22, 16, 13, 24, 20, 19, 26, 22, 26, 18, 10, 26, 30, 22, 23, 23],
  [27, 31, 29, 29, 32, 23, 29, 28, 30, 28, 31, 35, 34, 32, 30, 29, 39, 37, 33, 29],
];
export const farApartPublished = { consistency: 0.695, agreement: 0.108 } as const;

/** Shrout and Fleiss 1979, tables 2 and 4: six targets by four judges. F, p and interval: NAG, example of g04gac. */
export const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
export const shroutFleissPublished = {
  oneWay: 0.17,
  agreement: 0.29,
  consistency: 0.71,
  oneWayMean: 0.44,
  agreementMean: 0.62,
  consistencyMean: 0.91,
  oneWayInterval: [-0.13, 0.72],
} as const;
