import type { QualityReview } from '../../contract/index.ts';
import { duration } from '../ui/format.ts';
import { number } from './en-words.ts';

const weekNumber = (week: string): string => week.slice(-2).replace(/^0/, '');

const score = {
  label: (criterion: string): string => `Score of ${criterion}`,
  yes: 'Yes',
  no: 'No',
  na: 'N/A',
  naTitle: 'Does not apply: its weight goes to the others',
  open: 'not scored',
  of: (value: number, points: number, label: string): string =>
    label === '' ? `${value} of ${points}` : `${value} of ${points}, ${label}`,
  range: (min: number, max: number): string => `${min} to ${max}`,
  offScale: (min: number, max: number): string => `From ${min} to ${max}.`,
};

const form = {
  row: (name: string, value: string): string => `${name}: ${value}`,
  weight: (percent: number, bonus: boolean): string =>
    bonus ? `bonus up to ${number(Math.round(percent * 10) / 10)}` : `w ${number(Math.round(percent * 10) / 10)}`,
  autoFail: 'auto-fail',
  autoFailed: 'auto-failed',
  autoFailHow: { section: 'Failing here fails the section', card: 'Failing here fails the whole review' },
  bonus: 'bonus',
  sectionFailed: 'section failed',
  cause: 'Cause',
  causes: 'Root causes',
  addCause: '+ cause',
  otherCause: 'Other cause',
  addComment: '+ comment',
  guidance: 'Guidance',
  noGuidance: 'Nothing is written down for this criterion.',
  commentOn: (name: string): string => `Comment on ${name}`,
  unquote: (text: string): string => `Take the quote away: ${text}`,
  unquoteShort: 'Take the quote away',
  needs: {
    value: 'Needs a score',
    cause: 'Needs a root cause',
    comment: 'Needs a comment',
  },
};

const review = {
  title: (at: number, of: number): string => `Review ${number(at)} of ${number(of)}`,
  alone: 'Review',
  from: (week: string, kind: string): string => `Week ${weekNumber(week)} sample, ${kind}`,
  pack: (left: number | null): string => (left === null ? 'Offline pack' : `Offline pack, ${number(left)} left`),
  card: 'Scorecard',
  version: (name: string, version: number): string => `${name}, version ${version}`,
  started: 'Started',
  ago: (ms: number): string => (ms < 60_000 ? 'just now' : `${duration(ms / 60_000)} ago`),
  by: 'Reviewer',
  why: 'Why',
  soFar: 'Score so far',
  score: 'Score',
  scored: (scored: number, of: number): string => `${number(scored)} of ${number(of)} scored`,
  passes: 'passes',
  fails: 'below the mark',
  kept: 'Kept',
  keeping: 'Keeping',
  notKept: 'Not kept yet, trying again',
  notKeptHow: 'The desk did not take what was said last. It stays here and is sent again.',
  skip: 'Skip',
  finish: 'Finish and next',
  print: 'Save as PDF',
  saved: (name: string): string => `Saved ${name}`,
  lettersMissing: (n: number): string =>
    `${n === 1 ? '1 letter' : `${number(n)} letters`} of another script ${n === 1 ? 'is' : 'are'} an empty box in it. A page for the browser has them all.`,
  savePage: 'Save the page',
  reopen: 'Take up again',
  release: 'Release to the agent',
  dispute: 'Dispute',
  close: 'Back to the list',
  last: 'Nothing else of this list is to be done.',
  refused: (n: number): string =>
    n === 1
      ? 'One thing is missing. It is marked in the form.'
      : `${number(n)} things are missing. They are marked in the form.`,
  isDone: 'This review is done',
  isDoneHow: 'Take it up again (T) to change it; what was said stays.',
  conversation: 'Conversation',
  form: 'Scorecard of the review',
  formWidth: 'Width of the form',
  nothingSaid: 'Nothing was said on this ticket.',
  saidBy: (author: string, time: string): string => `${author}, ${time}`,
  side: { agent: '', note: 'internal note', system: 'by itself', customer: '' },
  marked: (text: string): string => `Marked: ${text}`,
  markFirst: 'A passage is marked: Q quotes it',
  markHow:
    'Comma and full stop move through the conversation, E takes a sentence more. A selection is quoted as it is.',
};

const how: Readonly<Record<Exclude<QualityReview['state'], 'assigned' | 'started' | 'skipped'>, string>> = {
  done: 'The agent sees it once it is released.',
  released: 'The agent can see it now: to acknowledge it, or to dispute it.',
  acknowledged: 'The agent has read it.',
  disputed: 'The agent does not agree.',
};

const agent = {
  label: 'What became of the review',
  how,
  acknowledge: 'Acknowledge',
  note: 'A word to it, if you like',
  dispute: 'Dispute',
  reason: 'What is not right, and why',
  reasonEmpty: 'Say what is not right: a second reviewer decides by it.',
  counter: 'What would have been right, where it differs',
  counterOf: (name: string): string => `What would have been right for ${name}`,
  agreed: 'agreed',
  second: 'Second reviewer',
  anybody: 'Whoever takes it',
  disputedBy: (name: string): string => `Disputed by ${name}`,
  decideBy: (when: string, who: string | null): string =>
    who === null ? `To be decided by ${when}.` : `To be decided by ${who}, until ${when}.`,
  outcome: { upheld: 'Upheld: the score stays', overturned: 'Overturned', partly: 'Overturned in part' },
  toDisputes: 'Go to disputes',
};

const skip = {
  title: (n: number): string => (n === 1 ? 'Skip the review' : `Skip ${number(n)} reviews`),
  how: (n: number): string => `${n === 1 ? 'It stays' : 'They stay'} in the sample as skipped, with the reason beside.`,
  reason: 'Why',
  empty: 'Say why: a sample without its skips says too much.',
  reasons: [
    'Spam, a test or sent by mistake',
    'Nothing of the agent to judge in it',
    'A duplicate of another conversation',
    'The conversation is not complete here',
    'I was part of it myself',
  ],
  doIt: 'Skip',
};

const hints = {
  score: 'score',
  na: 'not applicable',
  comment: 'comment',
  causes: 'root causes',
  quote: 'quote',
  extend: 'quote more',
  nextOpen: 'next open',
  move: 'move',
  passages: 'passages',
  guidance: 'guidance',
  neighbours: 'other reviews',
  back: 'back',
};

/** The words of one review: its form, its agent, what is left out. */
export const reviewWords = { score, form, review, agent, skip, hints };
