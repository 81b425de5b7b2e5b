import type { ReportTime } from '../../contract/index.ts';
import { number } from './en-words.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const nths = ['', '1st', '2nd', '3rd'] as const;
const nth = (n: number): string => nths[n] ?? `${n}th`;

/** When a report is due, in words. */
function timeWords(time: ReportTime | null): string {
  if (time === null) return 'Made by hand alone';
  const { every, at, weekday, workdays } = time;
  const day = days[weekday] ?? days[0];
  if (every === 'day') return `${workdays ? 'Every working day' : 'Every day'} at ${at}`;
  if (every === 'week') return `Every ${day} at ${at}`;
  return `${nth(time.nth)} ${every === 'workday' ? 'working day' : day} of the month at ${at}`;
}

/** The words of the Reports tab and of the builder. */
export const bw = {
  timeWords,
  days,
  nth,
  list: 'Reports',
  page: 'The report',
  own: 'Own',
  paused: 'Paused',
  changed: 'Not saved',
  next: (when: string): string => `Next ${when}`,
  byHand: 'By hand alone',
  noNext: 'None is due',
  failed: (message: string): string => `Could not be made, and is tried again by itself: ${message}`,
  last: (when: string): string => `Latest issue ${when}`,
  noLast: 'No issue yet',
  stretch: 'Of',
  madeOf: 'Made of',
  when: 'When',
  to: 'Mail to',
  toNobody: 'Nobody yet; the draft of the mail has no addresses.',
  actions: {
    new: 'New report',
    edit: 'Change',
    make: 'Make now',
    pause: 'Pause',
    goOn: 'Go on',
    last: 'Latest issue',
    copy: 'Copy',
    remove: 'Remove',
    asItCame: 'Back to how it came',
  },
  builder: {
    title: (name: string): string => `Changing ${name}`,
    new: 'A new report',
    name: 'Title',
    stretch: 'What it is of',
    sections: 'Sections',
    add: 'Add',
    addLabel: 'Add a section',
    remove: 'Remove',
    up: 'Up',
    down: 'Down',
    takeBack: 'Take back',
    removed: (name: string): string => `${name} is out of the report`,
    note: 'Note, in your own words',
    noteHint: 'Stands in every issue where the section “Note” stands.',
    every: 'When it is made',
    everies: {
      hand: 'By hand alone',
      day: 'Every day',
      week: 'Every week',
      workday: 'A working day of the month',
      weekday: 'A weekday of the month',
    },
    at: 'At',
    weekday: 'On',
    nth: 'Which one',
    workdays: 'Only on days on which the desk works',
    recipients: 'Mail to',
    recipientsHint: 'Addresses, for the draft of the mail. Enter or a comma adds one.',
    removeRecipient: (address: string): string => `Do not mail to ${address}`,
    paused: 'Paused: none is made by itself',
    save: 'Save',
    discard: 'Discard',
    notSaved: 'Not saved yet. What you typed is kept on this machine.',
    saved: 'Saved',
    needTitle: 'Give it a title.',
    needSections: 'A report needs at least one section.',
    needTime: 'A time of day is HH:MM, such as 08:30.',
    tooMany: (most: number): string => `No more than ${number(most)} addresses.`,
    noAddress: (address: string): string => `“${address}” is not a mail address.`,
    copyOf: (title: string): string => `Copy of ${title}`,
    newTitle: 'My report',
    discarded: 'What was typed is discarded',
    undo: 'Undo',
  },
  preview: {
    label: 'Preview',
    reading: 'Working out what an issue would say now',
    failed: 'The preview could not be worked out',
    lacking: 'With a section, what an issue would say now stands here.',
  },
  hints: {
    move: 'reports',
    edit: 'change',
    new: 'new',
    make: 'make now',
    pause: 'pause',
    last: 'latest issue',
    copy: 'copy',
    remove: 'remove',
    asItCame: 'back to how it came',
    sections: 'sections',
    order: 'move',
    add: 'add',
    save: 'save',
    back: 'back',
    takeBack: 'take back',
  },
} as const;
