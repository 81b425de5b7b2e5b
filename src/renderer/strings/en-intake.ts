import type { TriageField } from '../../contract/index.ts';
import { number } from './en-words.ts';

const missing: Record<TriageField, string> = {
  channel: 'Say how they came.',
  customer: 'Say who asks.',
  subject: 'Write a subject.',
  category: 'Choose a category.',
  impact: 'Say how much is hit.',
  urgency: 'Say how soon it matters.',
  queue: 'Choose a queue.',
};

const megabytes = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

const gradeWords = ['High', 'Medium', 'Low'];

const missingWord: Record<TriageField, string> = {
  channel: 'channel',
  customer: 'customer',
  subject: 'subject',
  category: 'category',
  impact: 'impact',
  urgency: 'urgency',
  queue: 'queue',
};

/** Rounded down: what is not whole never reads 100 %. */
const percent = (complete: number, of: number): string => `${of === 0 ? 0 : Math.floor((100 * complete) / of)} %`;

/** Intake and triage. */
export const n = {
  title: 'New ticket',
  missing,
  channel: 'Channel',
  customer: 'Customer',
  customerHow: 'Name, address, number or organisation',
  newCustomer: (name: string): string => `New customer “${name}”`,
  customers: 'Customers found',
  known: (open: number): string => (open === 0 ? 'nothing open' : `${number(open)} open`),
  isNew: 'New here. How are they reached?',
  vip: 'VIP',
  email: 'Email',
  phone: 'Phone',
  handle: 'Handle',
  badEmail: 'This is not an email address. Correct it, or leave it empty.',
  subject: 'Subject',
  body: 'What the customer said',
  talk: (turns: number): string => `Conversation of ${turns} ${turns === 1 ? 'turn' : 'turns'}`,
  whoIsCustomer: 'Customer in it',
  asText: 'Keep as plain text',
  impact: 'Impact',
  urgency: 'Urgency',
  grades: { 1: 'High', 2: 'Medium', 3: 'Low' },
  priority: 'Priority',
  noPriority: 'Impact and urgency together give the priority.',
  overridden: (to: string, from: string): string => `Set to ${to}; impact and urgency give ${from}.`,
  reason: 'Reason for the other priority',
  needReason: 'Say why the priority differs.',
  category: 'Category',
  queue: 'Queue',
  newPerson: (name: string): string => `New person “${name}”`,
  newQueue: (name: string): string => `New queue “${name}”`,
  owner: 'Owner',
  nobody: 'Nobody',
  choose: 'Choose',
  tags: 'Tags',
  tagsHint: 'Separated by commas',
  optional: 'optional',
  files: 'Attachments',
  attach: 'Attach file',
  removeFile: (name: string): string => `Leave out ${name}`,
  fileTooBig: (name: string): string => `${name} is over 25 MB. Leave it out, and note where it is kept.`,
  sending: (name: string): string => `Copying ${name}`,
  bytes: megabytes,
  saveFile: (name: string): string => `Save ${name}`,
  detach: (name: string): string => `Take ${name} off the ticket`,
  submit: 'Make ticket',
  cancel: 'Close',
  clear: 'Clear',
  stillMissing: (count: number): string => `${count} things are still missing.`,
  beside: 'What this may belong to',
  kept: 'What you wrote is kept until you come back.',
  duplicates: 'Likely the same matter',
  noDuplicates: 'Nothing alike so far. Tickets that say much the same show here while you write.',
  openOf: (name: string): string => `Open from ${name}`,
  open: 'Open it',
  add: 'Add to it',
  addTo: (ticket: number): string => `Add to #${ticket}`,
  nothingToAdd: 'Write what was said first, or attach a file.',
  belongs: (ticket: number): string => `This belongs to #${ticket}`,
  forwarded: (name: string): string => `Forwarded by ${name}`,
  looksLike: { chat: 'This looks like a chat.', mail: 'This looks like an email.' },
  readAs: { chat: 'Read it as a chat', mail: 'Read it as an email' },
  leave: 'Leave it as text',
  dropTitle: 'Drop to take it in',
  dropHow: 'Mails, chats, texts and documents become a ticket. Tables go to the import.',
  dropAttach: 'Files are attached to the ticket you are writing.',
  compliance: (complete: number, of: number): string =>
    of === 0
      ? 'Triage: no ticket taken in yet today'
      : `Triage complete today: ${number(complete)} of ${number(of)} (${Math.floor((100 * complete) / of)} %), target 100 %`,
  triage: 'Triage',
  triageThis: 'Triage this ticket',
  triageOf: (ticket: number): string => `Triage #${ticket}`,
  notComplete: 'not complete',
  graded: (impact: number | null, urgency: number | null): string =>
    `${impact === null ? '–' : gradeWords[impact - 1]} × ${urgency === null ? '–' : gradeWords[urgency - 1]}`,
  languageHow: 'A tag such as en or pt-BR',
  badLanguage: 'A language is a tag such as en or pt-BR.',
  language: 'Language',
  saveTriage: 'Save triage',
  triageFailed: 'This ticket could not be read',
  shareTitle: 'Triage compliance',
  shareDays: { '7': '7 days', '30': '30 days' },
  shareOver: 'Over',
  shareHow: 'Of the tickets taken in here, how many have their triage complete as they stand now.',
  share: (complete: number, of: number): string =>
    of === 0
      ? 'No ticket was taken in.'
      : `${number(complete)} of ${number(of)} complete: ${percent(complete, of)}. Target 100 %.`,
  sharePercent: percent,
  byPerson: 'By person',
  byChannel: 'By channel',
  person: 'Person',
  complete: 'Complete',
  taken: 'Taken in',
  shareOf: 'Share',
  incomplete: 'Not complete',
  allComplete: 'Every ticket has its triage complete.',
  incompleteMost: (shown: number, of: number): string => `The newest ${number(shown)} of ${number(of)}.`,
  missingWords: (missing: readonly TriageField[]): string =>
    `missing: ${missing.map((field) => missingWord[field]).join(', ')}`,
  triageHow: 'Which priority impact and urgency give. Tickets that are there keep theirs.',
  cell: (impact: string, urgency: string): string => `${impact} impact, ${urgency.toLowerCase()} urgency`,
  toDefault: 'As ITIL has it',
  saveMatrix: 'Save matrix',
};
