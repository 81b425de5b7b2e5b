import type { CandidateStage, Interview, Pipeline, Seat } from '../../contract/index.ts';
import type { ScreenAction } from '../hiring/screen-actions.ts';
import { number } from './en-words.ts';

const counted = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
const days = (n: number): string => counted(n, 'day', 'days');
const candidates = (n: number): string => counted(n, 'candidate', 'candidates');
const seats = (n: number): string => counted(n, 'seat', 'seats');

const stage: Readonly<Record<CandidateStage, string>> = {
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
  hired: 'Hired',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

const commands: Readonly<Record<ScreenAction, string>> = {
  candidate: 'New candidate',
  seat: 'New seat',
  enter: 'To the page of what the cursor is on',
  edit: 'Change the candidate or the seat',
  move: 'Move the candidate to a stage',
  next: 'Candidate one stage on',
  back: 'Candidate one stage back',
  test: 'Add a test',
  notes: 'Write notes on the candidate',
  interview: 'Fill in your interview form',
  hire: 'Hire the candidate',
  out: 'Reject the candidate, or they withdrew',
  forget: 'Delete the candidate for good',
  closed: 'Show or hide hired, rejected and withdrawn candidates',
  settings: 'Settings of hiring',
};

function covered({ open, bare }: Pipeline): string {
  if (bare.length === 0) return open === 1 ? 'the seat has a candidate' : 'each seat has a candidate';
  if (bare.length === open && open > 1) return 'no seat has a candidate';
  return bare.length === 1 ? 'one seat has no candidate' : `${number(bare.length)} seats have no candidate`;
}

const gauge = {
  label: 'Open seats with a candidate of their own',
  open: (n: number): string => (n === 0 ? 'No seat is open' : `${number(n)} open ${n === 1 ? 'seat' : 'seats'}`),
  running: (n: number): string => `${candidates(n)} in the running`,
  covered,
  verdict: { enough: 'Enough', short: 'Short', noSeats: 'Nobody looked for' } satisfies Record<
    Pipeline['verdict'],
    string
  >,
  rule: 'One candidate in the running for each open seat is the mark.',
  perSeat: (ratio: string): string => `${ratio} per seat`,
};

const list = {
  label: 'Seats and candidates',
  seats: 'Seats',
  noSeats: 'No seat is open',
  none: 'nobody',
  needed: (when: string): string => `needed from ${when}`,
  late: (when: string): string => `was needed ${when}`,
  running: (n: number): string => (n === 0 ? 'no candidate' : candidates(n)),
  state: { open: 'open', filled: 'filled', closed: 'closed' } satisfies Record<Seat['state'], string>,
  noSeat: 'no seat yet',
  passed: (n: number): string => `${number(n)} passed`,
  failed: (n: number): string => `${number(n)} not passed`,
  mean: (mean: string): string => `interview ${mean}`,
  since: (n: number): string => (n === 0 ? 'since today' : `for ${days(n)}`),
  deleted: (when: string): string => `is deleted ${when}`,
  hints: {
    move: 'choose',
    enter: 'to the page',
    stage: 'stage',
    candidate: 'candidate',
    seat: 'seat',
    test: 'test',
    interview: 'interview',
    hire: 'hire',
    out: 'reject',
    back: 'to the list',
  },
};

const screen = {
  candidate: 'New candidate',
  closedShow: 'Show closed',
  closedHide: 'Hide closed',
  settings: 'Settings',
  note: (open: number, running: number): string => `${seats(open)} open, ${candidates(running)}`,
  door: 'Hiring is for whoever leads',
  doorHow:
    'Who applies is known to coordinators, supervisors, trainers, leads and managers alone. Your own page is under Coaching.',
  empty: 'No seat is open',
  emptyHow:
    'Open a seat for whom you look, then add who applies. The gauge tells whether there is one candidate for each seat.',
  emptySeat: 'New seat',
};

const panel = {
  label: (name: string): string => `Page of ${name}`,
  known: (name: string): string => `What is known of ${name}`,
  forSeat: (name: string): string => `Who is for ${name}`,
  move: 'Move',
  moveTo: 'Stage',
  hire: 'Hire',
  out: 'Reject',
  edit: 'Change',
  since: (state: string, when: string): string => `${state} since ${when}`,
  applied: (when: string): string => `applied ${when}`,
  seat: (title: string): string => `for ${title}`,
  noSeat: 'no seat yet',
  contact: 'Contact',
  email: 'Email',
  phone: 'Phone',
  source: 'Found us by',
  noContact: 'No email or phone yet.',
  tests: 'Tests',
  noTests: 'No tests yet. Handle time in a played call, a written answer: whatever shows the work.',
  addTest: 'Add test',
  passed: 'passed',
  failed: 'not passed',
  open: 'not judged',
  changeTest: (name: string): string => `Change the test ${name}`,
  notes: 'Notes',
  notesHint: 'What you saw and want to remember. It goes with the candidate.',
  kept: 'Kept',
  keeping: 'Keeping',
  notKept: 'Not kept yet',
  closedTitle: (state: string, when: string): string => `${state} ${when}`,
  deletes: (when: string): string => `Everything of them is deleted for good on ${when}.`,
  deletesHired: (when: string): string =>
    `They are a person of this desk. What is known of them as a candidate is deleted for good on ${when}.`,
  reason: (text: string): string => `“${text}”`,
  forget: 'Delete for good',
  seatTitle: (name: string): string => `Seat ${name}`,
  opened: (when: string): string => `opened ${when}`,
  filledBy: (name: string): string => `filled by ${name}`,
  team: (name: string): string => `team ${name}`,
  ofSeat: 'Candidates in the running',
  bare: 'Nobody in the running is for this seat.',
  addCandidate: 'Add candidate',
};

const interview = {
  own: 'Your interview form',
  how: 'The same questions for everybody. Digits rate the question at hand.',
  row: (competency: string, rating: number | null): string =>
    `${competency}, ${rating === null ? 'not rated' : `${rating} of 5`}`,
  ratings: (competency: string): string => `Rating of ${competency}`,
  note: (competency: string): string => `Note on ${competency}`,
  addNote: 'note',
  anchors: { low: '1', middle: '3', high: '5' },
  recommend: 'Would you hire them?',
  recommended: { yes: 'Yes', no: 'No', unsure: 'Not sure' } satisfies Record<
    NonNullable<Interview['recommend']>,
    string
  >,
  said: { yes: 'would hire', no: 'would not hire', unsure: 'is not sure' } satisfies Record<
    NonNullable<Interview['recommend']>,
    string
  >,
  done: 'Done',
  again: 'Take up again',
  asked: (n: number, of: number): string => `${number(n)} of ${number(of)} rated`,
  mean: (mean: string): string => `mean ${mean}`,
  meanOf: (mean: string, n: number): string => `Mean of ${counted(n, 'interview', 'interviews')}: ${mean} of 5`,
  forms: 'Interviews',
  hidden: (n: number): string =>
    `${counted(n, 'form', 'forms')} of others: to be read once yours is done, so that nobody leans on another.`,
  notDone: (n: number): string => `${counted(n, 'form', 'forms')} of others ${n === 1 ? 'is' : 'are'} not done yet.`,
  none: 'No interview was held.',
  form: (by: string): string => `Form of ${by}`,
  you: 'you',
  notAsked: 'not asked',
  hints: { rate: 'to 5: rate', next: 'next open', note: 'note', clear: 'not asked', done: 'done', move: 'question' },
};

const form = {
  newSeat: 'New seat',
  seat: 'Seat',
  title: 'What for',
  titleNeed: 'Say what the seat is for.',
  team: 'Team',
  needed: 'Needed from',
  state: 'State',
  states: { open: 'Open', filled: 'Filled', closed: 'Closed' } satisfies Record<Seat['state'], string>,
  optional: 'may stay empty',
  openSeat: 'Open seat',
  save: 'Save',
  add: 'Add',
  remove: 'Remove',
  newCandidate: 'New candidate',
  candidate: 'Candidate',
  name: 'Name',
  nameNeed: 'Say who it is.',
  email: 'Email',
  emailWrong: 'This is no email address.',
  phone: 'Phone',
  source: 'Found us by',
  seatOf: 'Seat',
  noSeat: 'None yet',
  newTest: (name: string): string => `Test of ${name}`,
  testName: 'Test',
  testNeed: 'Say which test it was.',
  value: 'Result',
  valueNeed: 'A number.',
  unit: 'Unit',
  passed: 'Passed',
  passes: { yes: 'Passed', no: 'Not passed', open: 'Not judged' },
  note: 'Note',
  tests: ['Handle time in a played call', 'Written answer', 'Typing speed', 'Product quiz'],
  out: (name: string): string => `${name} is out`,
  outHow: 'Why they go',
  outs: { rejected: 'Rejected', withdrawn: 'Withdrawn' },
  reason: 'Reason',
  reasonHint: 'It goes with the candidate once they are deleted.',
  outDo: { rejected: 'Reject', withdrawn: 'They withdrew' },
  hire: (name: string): string => `Hire ${name}`,
  hireDo: 'Hire',
  hireHow: 'They become a person of this desk, and their seat is filled. Undo takes it back.',
  hireNoSeat: 'They become a person of this desk. No seat is filled: they are for none.',
  startOn: 'First day',
  startNeed: 'Choose a day.',
  programme: 'Programme',
  noProgramme: 'None',
  trainer: 'Trainer',
  noTrainer: 'Nobody yet',
  forget: (name: string): string => `Delete ${name} for good`,
  forgetHow:
    'Contact, tests, notes and interviews go now, out of the history and the file as well. Nothing brings them back, not even undo. Backups made before keep them.',
  forgetWord: 'delete',
  forgetType: 'Type “delete”',
  forgetNeed: 'Type the word to go on.',
  forgetDo: 'Delete for good',
  settings: 'Settings of hiring',
  retention: 'Days that candidates are kept after the end',
  retentionHint: 'Rejected, withdrawn and hired ones; then everything of them is deleted for good.',
  retentionWrong: 'A whole number of days, 0 to 3650.',
  deletesNow: (n: number): string => `${candidates(n)} will be deleted for good at once.`,
  questions: 'Questions of an interview',
  questionsHow: 'Everybody is asked the same. Interviews begun keep the questions they began with.',
  question: (n: number): string => `Question ${number(n)}`,
  competency: 'What it shows',
  competencyNeed: 'Say what it shows.',
  ask: 'Question',
  askNeed: 'Write the question.',
  low: 'What a 1 sounds like',
  middle: 'What a 3 sounds like',
  high: 'What a 5 sounds like',
  addQuestion: 'Add question',
  removeQuestion: (n: number): string => `Remove question ${number(n)}`,
  upQuestion: (n: number): string => `Move question ${number(n)} up`,
};

/** The words of hiring. */
export const hw = { stage, commands, gauge, list, screen, panel, interview, form, days, someone: 'somebody' } as const;
