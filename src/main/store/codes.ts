import type {
  Band,
  Channel,
  ClockState,
  ContactKind,
  EventType,
  Metric,
  Priority,
  Status,
} from '../../contract/index.ts';

/** A closed list of words kept as small integers. Append only: the numbers are in every desk file. */
export type Codes<Word extends string> = {
  readonly words: readonly Word[];
  readonly code: (word: Word) => number;
  readonly word: (code: number) => Word;
};

function codes<Word extends string>(...words: readonly Word[]): Codes<Word> {
  const byWord = new Map(words.map((word, index) => [word, index]));
  const unknown = (what: string | number) => new Error(`No code for ${what}`);
  return {
    words,
    code(word) {
      const found = byWord.get(word);
      if (found === undefined) throw unknown(word);
      return found;
    },
    word(code) {
      const found = words[code];
      if (found === undefined) throw unknown(code);
      return found;
    },
  };
}

/** Below 4 (solved) a ticket is open: the partial indexes of the boards rest on this order. */
export const statusCodes = codes<Status>('new', 'open', 'pending', 'hold', 'solved', 'closed');
export const firstDoneStatus = 4;
export const priorityCodes = codes<Priority>('p1', 'p2', 'p3', 'p4');
export const channelCodes = codes<Channel>('email', 'phone', 'chat', 'social', 'web', 'walkIn', 'api', 'other');
export const bandCodes = codes<Band>('breached', 'atRisk', 'onTime', 'paused', 'none');
export const metricCodes = codes<Metric>('firstResponse', 'nextResponse', 'resolution', 'periodicUpdate');
export const clockStateCodes = codes<ClockState>('idle', 'running', 'atRisk', 'paused', 'met', 'breached');
export const alertCodes = codes<'atRisk' | 'breached' | 'ladder'>('atRisk', 'breached', 'ladder');
export const authorCodes = codes<'customer' | 'agent' | 'system'>('customer', 'agent', 'system');
export const csatCodes = codes<'bad' | 'good'>('bad', 'good');
export const contactCodes = codes<ContactKind>('email', 'phone', 'social');
export const eventCodes = codes<EventType>(
  'created',
  'customerMessage',
  'agentReply',
  'internalNote',
  'status',
  'priority',
  'assignee',
  'queue',
  'policy',
  'calendar',
  'subject',
  'category',
  'tags',
  'requester',
  'channel',
  'csat',
  'field',
  'impact',
  'urgency',
  'language',
  'level',
  'link',
  'snooze',
  'callback',
  'dispatch',
  'automation',
  'incident',
);

/** The sort key of a ticket on which no clock runs: after every real instant (the largest ECMAScript date). */
export const neverDue = 8_640_000_000_000_000;
