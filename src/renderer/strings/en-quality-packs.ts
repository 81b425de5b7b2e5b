import type { Strength } from '../quality/packs/strength.ts';
import { number } from './en-words.ts';

const reviews = (n: number): string => `${number(n)} ${n === 1 ? 'review' : 'reviews'}`;

const strength: Readonly<Record<Strength, string>> = {
  tooShort: 'Too short: it takes at least 8 letters.',
  weak: 'Weak: somebody who has the file could find it by trying. Longer helps most: four or five words.',
  fair: 'Fair: good enough for a file that does not get lost. A word more makes it strong.',
  good: 'Strong.',
};

const make = {
  title: 'Make a pack',
  reviewer: 'For',
  anybody: 'All reviewers',
  unassigned: 'Nobody yet',
  reviews: 'Reviews that go along',
  all: 'All of them',
  chosen: (n: number, of: number): string => `${number(n)} of ${number(of)} chosen`,
  listHint: 'Space ticks, A ticks all.',
  none: 'Nothing is to be done here. Draw a sample, or choose another reviewer.',
  name: 'Name',
  nameHint: 'Empty: named after the reviewer, or the day.',
  first: (date: string): string => `Pack of ${date}`,
  passphrase: 'Passphrase',
  again: 'Passphrase again',
  show: 'Show what is typed',
  strength,
  differs: 'The two are not the same.',
  lost: 'Nobody can open the pack without it, and nobody can look it up: it is kept nowhere. Tell it to the reviewer by another way than the file.',
  redact: 'Redact conversations',
  redactHint: 'What is redacted does not leave this desk. Scores and comments come home all the same.',
  rules: {
    emails: 'Email addresses',
    phones: 'Phone numbers',
    cards: 'Card numbers',
    ibans: 'IBANs',
    names: 'Names of customers',
  },
  submit: 'Save pack',
  working: 'Sealing the pack',
  made: (file: string, n: number): string => `${file} saved, ${reviews(n)} in it`,
  needReviews: 'Choose at least one review.',
};

const bring = {
  openTitle: 'Open a pack',
  homeTitle: 'Bring a pack home',
  openHow: 'A pack somebody made for you. Its reviews are scored here, and nothing of it is mixed with this desk.',
  homeHow:
    'A pack that was made on this desk and scored elsewhere. What was said in it is said here, as one change that can be undone.',
  choose: 'Choose a file',
  other: 'Another file',
  file: 'Pack file',
  size: (bytes: number): string =>
    bytes < 1024
      ? '1 KB'
      : bytes < 1_048_576
        ? `${number(Math.round(bytes / 1024))} KB`
        : `${(bytes / 1_048_576).toFixed(1)} MB`,
  passphrase: 'Passphrase',
  openSubmit: 'Open pack',
  homeSubmit: 'Bring home',
  sending: (sent: number, of: number): string => `${number(Math.round((100 * sent) / Math.max(of, 1)))} % read`,
  opening: 'Opening the pack',
  needFile: 'Choose the file of the pack.',
  needPassphrase: 'Type its passphrase.',
  drop: 'or drop it here',
  done: 'Done',
  toConflicts: 'Look at the conflicts',
  result: (merged: number, same: number, conflicts: number): string =>
    `${merged === 0 ? 'Nothing new came home' : `${reviews(merged)} came home`}; ${number(same)} ${same === 1 ? 'was' : 'were'} as here already. ${
      conflicts === 0
        ? 'No conflicts.'
        : `${number(conflicts)} ${conflicts === 1 ? 'thing was' : 'things were'} said differently here and there, and ${conflicts === 1 ? 'waits' : 'wait'} for your choice.`
    }`,
};

const conflicts = {
  title: 'Said differently here and there',
  entry: (n: number): string => `${number(n)} ${n === 1 ? 'conflict' : 'conflicts'} to settle`,
  list: 'Conflicts',
  how: 'The later one counts until somebody chooses. Left and right choose, Enter settles.',
  here: 'Here',
  there: 'In the pack',
  countsNow: 'counts now',
  said: (by: string, at: string): string => `${by}, ${at}`,
  by: (by: string): string => by,
  choose: { here: 'Keep what was said here', there: 'Take what was said in the pack' },
  noted: 'Noted',
  nothing: 'nothing said',
  kinds: {
    form: 'The scorecard has a newer version now. The review keeps the version it was scored on.',
    ticket: 'The ticket went on while the pack was away. The scores are for what it was then.',
  },
  fields: {
    value: 'Score',
    comment: 'Comment',
    causes: 'Root causes',
    quotes: 'Quoted passages',
    form: 'Scorecard',
    ticket: 'Ticket',
    dispute: 'Dispute',
    decision: 'Decision',
    skipReason: 'Reason for skipping',
    agentNote: 'Word of the agent',
  } as Readonly<Record<string, string>>,
  none: 'All settled',
  noneHow: 'Nothing was said differently here and in a pack.',
  openReview: 'Open the review',
};

/** The words of offline packs. */
export const qp = {
  list: 'Packs',
  opened: 'Opened here',
  made: 'Made here',
  noneOpened: 'No pack of somebody else is open here.',
  noneMade: 'No pack was made here yet.',
  empty: 'No packs yet',
  emptyHow:
    'A pack is an encrypted file of reviews that can be scored on any other Foredesk, without this desk and without a network, and brought home whole.',
  makeOne: 'Make a pack',
  openOne: 'Open a pack file',
  home: 'Bring a pack home',
  left: (left: number | null, of: number): string =>
    left === null ? reviews(of) : left === 0 ? `all ${number(of)} done` : `${number(left)} of ${number(of)} left`,
  locked: 'locked',
  lockedHow: 'The desk was closed since. Its passphrase opens it again; what was scored in it is kept, sealed.',
  unlock: 'Unlock',
  unlocking: 'Unlocking',
  merged: (when: string): string => `brought home ${when}`,
  away: 'not home yet',
  redacted: 'redacted',
  plain: 'not redacted',
  facts: {
    for: 'For',
    anybody: 'whoever has it',
    desk: 'Of the desk',
    at: { made: 'Made', opened: 'Opened' },
    reviews: 'Reviews',
    conversations: 'Conversations',
    state: 'State',
  },
  reviewsOf: (name: string): string => `Reviews of ${name}`,
  go: 'Score them',
  goDone: 'Look at them',
  save: 'Save pack file',
  saved: (file: string): string => `${file} saved: send it home`,
  close: 'Forget pack',
  closeTitle: (name: string): string => `Forget “${name}”`,
  closeHow: 'What was scored in it since it was last saved is gone from here. A file that was saved stays where it is.',
  closeSure: 'Forget it',
  passphrase: 'Passphrase',
  panel: (name: string): string => `Pack ${name}`,
  make,
  bring,
  conflicts,
  hints: {
    make: 'make a pack',
    open: 'open a pack file',
    home: 'bring a pack home',
    save: 'save the pack file',
    go: 'go through it',
    forget: 'forget it',
    side: 'here or there',
    settle: 'settle',
    review: 'open the review',
    back: 'back to the list',
  },
  cancel: 'Cancel',
};
