import type { ActivityKind } from '../../contract/index.ts';

/** The colour of what is done in a part of a shift; its name stands in it or beside it. */
export const kindLook: Readonly<Record<ActivityKind, string>> = {
  calls: 'bg-[light-dark(#cfdcff,#2b3a72)]',
  chat: 'bg-[light-dark(#cdeee6,#174a40)]',
  mail: 'bg-[light-dark(#e3dcff,#3b3170)]',
  break: 'bg-[light-dark(#f1f1f3,#26272c)]',
  lunch: 'bg-[light-dark(#f1f1f3,#26272c)]',
  coaching: 'bg-[light-dark(#ffe3c7,#553313)]',
  qa: 'bg-[light-dark(#ffd9e6,#54223a)]',
  meeting: 'bg-[light-dark(#e8e4da,#3a372c)]',
  training: 'bg-[light-dark(#ffe3c7,#553313)]',
  offQueue: 'bg-[light-dark(#e8e4da,#3a372c)]',
};
