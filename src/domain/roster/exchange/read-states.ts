import type { AgentState } from '../../../contract/roster.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import type { Columns } from './columns.ts';
import { durationMinutes } from './durations.ts';
import type { DurationUnit } from './durations.ts';
import type { Moments } from './moments.ts';
import type { Who } from './read-shifts.ts';
import type { RosterRow } from './rows.ts';
import { stateOf } from './words.ts';

export type StateDraft = Who & {
  readonly line: number;
  readonly state: AgentState;
  readonly startAt: number;
  /** Null: until the next state of the same person. */
  readonly endAt: number | null;
};

export type StateContext = {
  readonly columns: Columns;
  readonly moments: Moments;
  /** Of plain numbers in the duration column; null where nothing says it. */
  readonly unit: DurationUnit | null;
  /** What words mean that Foredesk does not know, by the word in lower case. */
  readonly states: Readonly<Record<string, AgentState>>;
  /** Told of each word that nothing knows. */
  readonly unknownWord: (word: string) => void;
};

/** A row of a state log; null, and said why, where it cannot be used. SPEC RIO-10. */
export function readState(row: RosterRow, who: Who, context: StateContext): StateDraft | null {
  if (who.personId === null && who.newPerson === null) return row.refuse('The row names nobody.', 'name');
  const state = stateIn(row, context);
  if (state === null) return null;
  const start = context.moments.startOf(row);
  if (start === null) return null;
  const base = { ...who, line: row.line, state, startAt: start.at };
  if (row.text('end') === '' && row.text('duration') === '') return { ...base, endAt: null };
  const endAt = row.text('end') === '' ? afterDuration(row, start.at, context) : context.moments.endOf(row, start);
  if (endAt === null) return null;
  return endAt < start.at ? row.refuse('The state ends before it begins.', 'end') : { ...base, endAt };
}

/** The word as a question asks for it and `states` answers it: with its reason where the state alone says little. */
function stateIn(row: RosterRow, { columns, states, unknownWord }: StateContext): AgentState | null {
  const field = columns.places.has('state') ? 'state' : 'status';
  const [word, reason] = [row.text(field), row.text('reason')];
  if (word === '') return row.refuse('The row has no state.', field);
  const answer = [reason, word]
    .map((text) => text.toLowerCase())
    .find((text) => text !== '' && Object.hasOwn(states, text));
  const state = (answer === undefined ? undefined : states[answer]) ?? stateOf(word, reason);
  if (state !== null) return state;
  unknownWord(word);
  return row.refuse(`Foredesk does not know the state "${word}". Say what it means, or leave these rows out.`, field);
}

function afterDuration(row: RosterRow, startAt: number, { columns, unit }: StateContext): number | null {
  const minutes = durationMinutes(row, columns, unit ?? 'minutes');
  return minutes === null
    ? row.refuse('This is no length of time. Write seconds, minutes or hh:mm:ss.', 'duration')
    : startAt + Math.round(minutes * minuteMs);
}
