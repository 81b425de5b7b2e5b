import type { Counted, Dispute } from '../../contract/index.ts';
import type { FigureName, Reliance, WhyNot } from '../quality/calibration/figures.ts';
import type { Judgement } from '../quality/dashboard/judge.ts';
import type { MoreAction } from '../quality/more-actions.ts';
import { locale, number } from './en-words.ts';

const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const figures = (value: number): string => two.format(value).replace('-', '−');
const plain = (value: number): string => one.format(Math.abs(value) < 0.05 ? 0 : value);
const percent = (value: number): string => `${plain(value)} %`;
/** Of a share, 0 to 1. */
const share = (value: number): string => percent(100 * value);
const points = (value: number): string =>
  `${plain(Math.abs(value))} ${plain(Math.abs(value)) === '1' ? 'point' : 'points'}`;
const reviews = (n: number): string => `${number(n)} ${n === 1 ? 'review' : 'reviews'}`;
const conversations = (n: number): string => `${number(n)} ${n === 1 ? 'conversation' : 'conversations'}`;
const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${plain(Math.abs(value))}`;

const commands: Readonly<Record<MoreAction, string>> = {
  blind: 'Score my blind reviews of calibration',
  graders: 'Grade the grader, or back to the sessions',
  closeSession: 'Close the calibration session, and show what came of it',
  decide: 'Decide the dispute',
  ticket: 'Open the ticket that this is about',
  home: 'Bring a pack home',
};

const figure: Readonly<Record<FigureName, string>> = {
  percent: 'Exact agreement',
  cohenKappa: 'Cohen’s kappa',
  weightedKappa: 'Weighted kappa',
  fleissKappa: 'Fleiss’ kappa',
  alphaOrdinal: 'Krippendorff’s alpha, ordinal',
  alphaInterval: 'Krippendorff’s alpha, interval',
  icc: 'ICC, one reviewer',
  iccMean: 'ICC, mean of all',
};
const figureTitle: Readonly<Record<FigureName, string>> = {
  percent: 'Share of conversations on which all who scored gave the very same.',
  cohenKappa: 'Two reviewers, agreement beyond chance, each difference as bad as any other.',
  weightedKappa: 'Two reviewers, agreement beyond chance, small differences count less.',
  fleissKappa: 'Several reviewers, agreement beyond chance, each difference as bad as any other.',
  alphaOrdinal: 'Any number of reviewers, gaps allowed, by order.',
  alphaInterval: 'Any number of reviewers, gaps allowed, by distance.',
  icc: 'Intraclass correlation: how far one reviewer’s score can stand for anybody’s.',
  iccMean: 'Intraclass correlation of the mean of all who scored.',
};
const whyNot: Readonly<Record<WhyNot, string>> = {
  onlyTwo: 'not defined: it is for exactly two who score',
  asMany: 'not defined: not every conversation was scored by as many',
  allRated: 'not defined: not everybody scored every conversation, or there are fewer than two',
  noItems: 'not defined: no conversation was scored by two',
  alike: 'not defined: nothing varies, all gave the same',
};
const reliance: Readonly<Record<Reliance, string>> = {
  rely: 'The reviewers agree well: their scores can be relied on.',
  tentative: 'The reviewers agree fairly: their scores can be used with care.',
  not: 'The reviewers do not agree enough: the same work gets different scores, depending on who scores it.',
  unsure: 'How far the reviewers agree cannot be said yet: the interval reaches from poor to good.',
  same: 'All gave the same score to every conversation.',
  unknown: 'How far they agree cannot be said: too little was scored by two.',
};
const relianceShort: Readonly<Record<Reliance, string>> = {
  rely: 'good',
  tentative: 'fair',
  not: 'poor',
  unsure: 'not sure',
  same: 'the same',
  unknown: 'not known',
};
const between = (low: number, high: number, of: (figure: number) => string): string =>
  `95 % between ${of(low)} and ${of(high)}`;
const interval = (low: number, high: number, of: (figure: number) => string): string => `${of(low)} to ${of(high)}`;

type Lenient = { readonly n: number; readonly difference: number | null; readonly moreThanChance: boolean };
/** `Cleo scores 6 points higher than the others; by more than chance`. */
function leniency(name: string, { n, difference, moreThanChance }: Lenient): string {
  if (difference === null || n === 0) return `${name} has scored nothing that somebody else scored, too.`;
  if (plain(difference) === '0') return `${name} scores as the others do.`;
  const way = difference > 0 ? 'higher' : 'lower';
  const chance = moreThanChance
    ? 'by more than chance'
    : n < 5
      ? 'which may be chance: they are few'
      : 'which may be chance';
  return `${name} scores ${points(difference)} ${way} than the others; ${chance}.`;
}
function drift(name: string, perMonth: number | null, low: number | null, high: number | null): string {
  if (perMonth === null) return `too few in common to say how ${name} moves`;
  const sure = low !== null && high !== null && (low > 0 || high < 0);
  if (plain(perMonth) === '0') return 'steady';
  if (!sure) return 'no drift that is more than chance';
  return `${points(perMonth)} ${perMonth > 0 ? 'more lenient' : 'stricter'} a month`;
}

const calibration = {
  views: { label: 'Sessions, or reviewers over time', sessions: 'Sessions', graders: 'Grade the grader' },
  list: 'Calibration sessions',
  make: 'New session',
  open: 'Open',
  closed: 'Closed',
  progress: (done: number, of: number): string => `${number(done)} of ${number(of)} done`,
  about: (conversationCount: number, reviewerCount: number): string =>
    `${conversations(conversationCount)}, ${number(reviewerCount)} reviewers`,
  empty: 'No calibration yet',
  emptyHow:
    'In a session several score the same conversations, each blind to the others. What comes of it says how far scores can be relied on, and who is lenient.',
  noCards: 'It takes a scorecard first.',
  mine: (n: number): string => `Score mine: ${number(n)} to do`,
  mineDone: 'You have scored all of yours.',
  notMine: 'You are not one of those who score here.',
  noMe: 'Settings do not say yet who you are: then your blind reviews are at hand here.',
  settings: 'Settings',
  blind: 'Nobody sees what others gave until the session is closed.',
  who: 'Who scores',
  baseline: 'baseline',
  baselineTitle: 'The others are held against these scores.',
  theirs: (name: string): string => `Reviews of ${name}`,
  about2: 'Conversations',
  close: 'Close session',
  closeTitle: (name: string): string => `Close “${name}”`,
  closeAll: 'Everybody has scored everything. Closing shows all scores to all.',
  closeLeft: (left: number): string =>
    `${reviews(left)} ${left === 1 ? 'is' : 'are'} not scored yet and will count for nothing. Closing shows all scores to all.`,
  made: 'Opened',
  closedAt: 'Closed',
  scorecard: 'Scorecard',
  version: (name: string, version: number): string => `${name}, version ${version}`,
  form: {
    name: 'Name',
    first: (date: string): string => `Calibration ${date}`,
    scorecard: 'Scorecard',
    reviewers: 'Reviewers',
    reviewersHint: 'At least two.',
    addReviewer: 'Choose reviewers',
    chosen: (n: number): string => `${number(n)} chosen`,
    baseline: 'Baseline',
    baselineHint: 'Whose scores the others are held against.',
    noBaseline: 'None: each is held against the others',
    find: 'Conversations',
    picked: 'Conversations that are scored',
    none: 'None yet. Five to ten are usual.',
    remove: (ticket: number): string => `Take #${ticket} out`,
    submit: 'Make session',
    needName: 'Give it a name.',
    needCard: 'Choose a scorecard.',
    needReviewers: 'Choose at least two who score.',
    needTickets: 'Choose at least one conversation.',
    would: (n: number, m: number): string => `${number(n)} × ${number(m)} = ${reviews(n * m)} to be scored blind.`,
  },
  result: {
    overall: 'Overall agreement',
    figures: 'All figures',
    figure: 'Figure',
    value: 'Value',
    between: '95 % between',
    overallHow: (n: number, m: number): string =>
      `Of the scores in percent that ${number(m)} reviewers gave ${conversations(n)}.`,
    alphaSaid: (value: number, low: number | null, high: number | null): string =>
      `Krippendorff’s alpha is ${figures(value)}${low === null || high === null ? '' : `, ${between(low, high, figures)}`}. From 0.80 on scores can be relied on, from 0.67 with care.`,
    few: (n: number): string =>
      n < 10 ? `${conversations(n)} are few: the intervals are wide. Ten or more say more.` : '',
    criteria: 'By criterion, least agreement first',
    criterion: 'Criterion',
    verdict: 'Agreement',
    exact: 'Exact',
    kappa: 'Kappa',
    kappaTitle: 'Weighted kappa of two who score; Fleiss’ kappa of more.',
    alpha: 'Alpha',
    reviewers: 'By reviewer',
    reviewer: 'Reviewer',
    against: (name: string, { n, mean, low, high }: Counted): string =>
      mean === null
        ? `Nothing in common with ${name}, the baseline.`
        : `${signed(mean)} points to ${name}, the baseline${low === null || high === null ? '' : ` (${interval(low, high, signed)})`}, over ${conversations(n)}.`,
    isBaseline: 'The baseline.',
    more: 'more than chance',
    items: 'By conversation, furthest apart first',
    itemsHow: 'Arrows choose a score, Enter opens its review.',
    ticket: 'Conversation',
    spread: 'Points apart',
    notScored: 'not scored',
    none: 'Nothing was scored in this session.',
    toReviews: 'All its reviews',
  },
  graders: {
    label: 'Reviewers over time',
    how: (days: number): string =>
      `The last ${number(days)} days, over conversations that several scored: calibration and golden ones.`,
    days: 'Days',
    empty: 'No reviews in these days',
    emptyHow: 'Reviewers are compared where several have scored the same conversation: make a calibration session.',
    leniency: 'Leniency',
    drift: 'Drift',
    golden: 'Golden',
    goldenSaid: ({ n, mean }: Counted): string =>
      mean === null ? 'none scored' : `${signed(mean)} points, n ${number(n)}`,
    minutes: 'Minutes a review',
    overturned: 'Overturned',
    overturnedSaid: (overturned: number, disputes: number): string =>
      disputes === 0 ? 'no disputes' : `${number(overturned)} of ${number(disputes)} disputes`,
    stricter: 'stricter',
    lenient: 'lenient',
    noMinutes: 'not timed',
  },
  hints: {
    blind: 'score mine',
    close: 'close session',
    graders: 'grade the grader',
    sessions: 'sessions',
    open: 'open review',
    make: 'new session',
  },
};

const outcome: Readonly<Record<NonNullable<Dispute['outcome']>, string>> = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  partly: 'Partly overturned',
};

const disputes = {
  list: 'Disputes',
  open: 'Open',
  decided: 'Decided',
  noneOpen: 'No dispute waits for a decision.',
  empty: 'No disputes',
  emptyHow: 'Once a review is released its agent may dispute it. What is disputed stands here until somebody decides.',
  panel: (ticket: number): string => `Dispute of #${ticket}`,
  due: (when: string): string => `by ${when}`,
  late: (ago: string): string => `late by ${ago}`,
  lateWord: 'late',
  left: (ahead: string): string => `${ahead} left`,
  by: (who: string, when: string): string => `Disputed by ${who}, ${when}`,
  deadline: 'Decide by',
  second: 'Second reviewer',
  noSecond: 'nobody asked yet',
  reviewer: 'Reviewer',
  agent: 'Agent',
  reason: 'Reason',
  criterion: 'Criterion',
  given: 'Given',
  asked: 'Asked for',
  decision: 'Decision',
  disputedMark: 'disputed',
  noCounter: 'No other scores were asked for: the reason stands alone.',
  notAsked: 'as given',
  openReview: 'Conversation and form',
  openTicket: 'Ticket',
  decide: 'Decide',
  decideLabel: 'Outcome',
  choices: { upheld: 'Uphold', overturned: 'Overturn', partly: 'Partly' } satisfies Record<
    NonNullable<Dispute['outcome']>,
    string
  >,
  how: {
    upheld: 'The scores stay as they were given.',
    overturned:
      'What the agent asked for takes the place of what was given. Change it below where it should be something else.',
    partly: 'Choose below what changes; the rest stays as given.',
  } satisfies Record<NonNullable<Dispute['outcome']>, string>,
  valueOf: (criterion: string): string => `Decision on ${criterion}`,
  asGiven: 'as given',
  note: 'Note to the agent and the reviewer',
  submit: 'Decide',
  wrongValue: 'That is not on its scale.',
  needChange: 'Nothing changes by that: choose another score, or uphold.',
  would: (before: string, after: string): string =>
    before === after ? `The score stays ${after}.` : `The score goes from ${before} to ${after}.`,
  noScore: 'no score',
  outcome,
  outcomeSaid: (word: string, when: string): string => `${word}, ${when}`,
  scoreMoved: (before: number, now: number): string => `${percent(before)} before, ${percent(now)} now`,
  rates: 'How often disputes are overturned',
  ratesHow: (n: number, decided: number): string =>
    n === 0
      ? 'No disputes in the last year.'
      : `The last year: ${number(n)} ${n === 1 ? 'dispute' : 'disputes'}, ${number(decided)} decided.`,
  byCriterion: 'By criterion',
  byReviewer: 'By reviewer',
  rate: (overturned: number, of: number): string => `${number(overturned)} of ${number(of)}`,
  rateBetween: (low: number, high: number): string => interval(low, high, share),
  noRates: 'None yet.',
  hints: { open: 'conversation and form', decide: 'decide', ticket: 'ticket' },
};

const judged: Readonly<Record<Judgement, (target: string) => string>> = {
  none: () => 'No reviews in these days.',
  tooFew: () => 'Too few to say anything yet: wait for more before acting on it.',
  above: (target) => `At or above the target of ${target}, by more than chance.`,
  below: (target) => `Below the target of ${target}, by more than chance.`,
  unsure: (target) => `Not known yet on which side of the target of ${target}: the interval holds it.`,
};

const dashboard = {
  label: 'Quality in figures',
  days: 'Days',
  daysLabel: (days: number): string => `${number(days)} days`,
  kind: 'Which reviews count',
  kinds: { random: 'Random only', all: 'All' },
  leftOut: {
    random: 'Picks by risk and by hand, and calibration, are left out: they are worse or better by design.',
    all: 'Picks by risk and by hand are in: an average with them in it is no average of the work.',
  },
  export: 'Export',
  exportLabel: 'Export the reviews behind these figures',
  csv: 'As CSV',
  xlsx: 'As Excel (XLSX)',
  saved: (file: string): string => `${file} saved`,
  outOfFive: (value: number): string => two.format(value),
  ofFive: 'of 5',
  target: (value: number): string => `target ${one.format(value)}`,
  between: (low: number, high: number): string => between(low, high, figures),
  noInterval: 'no interval: one review alone',
  n: (n: number): string => `n ${number(n)}`,
  reviews,
  judged: (judgement: Judgement, target: number): string => judged[judgement](one.format(target)),
  short: { none: '', tooFew: 'too few', above: 'on target', below: 'below', unsure: 'not sure' } satisfies Record<
    Judgement,
    string
  >,
  wide: 'Fewer than 30: the interval is wide.',
  overall: 'QA score',
  autoFail: 'Auto-fail rate',
  autoFailSaid: (rate: number, low: number | null, high: number | null): string =>
    `${share(rate)}${low === null || high === null ? '' : `, ${between(low, high, share)}`}`,
  autoFailNone: 'no reviews',
  autoFails: (n: number): string => (n === 0 ? '' : `${number(n)} auto-fail`),
  agents: 'By agent',
  teams: 'By team',
  channels: 'By channel',
  criteria: 'By criterion',
  worst: 'worst first',
  weeks: 'By week',
  week: (week: string): string => `W${week.slice(-2)}`,
  coverage: 'Coverage of the plan',
  coverageHow: 'Random reviews done, of those the plan wants.',
  covered: (done: number, wanted: number): string => `${number(done)} of ${number(wanted)}`,
  coveredShare: (value: number | null): string => (value === null ? 'nothing wanted' : percent(100 * value)),
  skipped: (n: number): string => (n === 0 ? '' : `${number(n)} skipped`),
  blind: 'Blind spots',
  noBlind: 'None: everybody has enough reviews, and every criterion applies.',
  reviewers: 'Reviewers',
  minutes: (minutes: number, n: number): string =>
    `${number(Math.round(minutes))} min, ${n === 0 ? '–' : plain(minutes / n)} each`,
  disputes: 'Disputes',
  disputesSaid: (n: number, decided: number, overturned: number): string =>
    n === 0 ? 'none' : `${number(decided)} decided, ${number(overturned)} overturned`,
  empty: 'No reviews are done in these days',
  emptyHow: 'Figures come with reviews: draw a sample and score it, or look at more days.',
  openHint: 'Opens these reviews',
  teamTotal: 'Its reviews are those of its agents',
  hints: {
    open: 'open its reviews',
    part: 'next part',
    days: 'fewer, more days',
    kind: 'random only, all',
    export: 'export',
  },
};

/** The words of calibration, disputes and the dashboard. */
export const qm = {
  commands,
  figure,
  figureTitle,
  whyNot,
  reliance,
  relianceShort,
  two: figures,
  percent,
  share,
  signed,
  between,
  interval,
  leniency,
  drift,
  calibration,
  disputes,
  dashboard,
  reviews,
  cancel: 'Cancel',
};
