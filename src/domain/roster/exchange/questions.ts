import { agentStates } from '../../../contract/words.ts';
import type { DateEvidence, OrderFound } from '../../exchange/profile.ts';
import { dateOrderQuestion } from '../../exchange/questions.ts';

/** What has to be answered before rows can be read. */
export type RosterQuestion = {
  readonly kind: 'dateOrder' | 'durationUnit' | 'state';
  /** For `state`: the word, in lower case. */
  readonly value: string | null;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly suggested: string | null;
};

/** Asks how dates are read, in the words of every import; `usual` is suggested where the file hints at nothing. */
export function orderQuestion(found: OrderFound, evidence: DateEvidence, usual: 'mdy' | null): RosterQuestion {
  const { text, options, suggested } = dateOrderQuestion(found, evidence);
  return { kind: 'dateOrder', value: null, text, options, suggested: suggested ?? usual };
}

export const unitQuestion: RosterQuestion = {
  kind: 'durationUnit',
  value: null,
  text: 'Nothing in this file says whether its durations are seconds or minutes. Which are they?',
  options: [
    { value: 'seconds', label: 'Seconds' },
    { value: 'minutes', label: 'Minutes' },
  ],
  suggested: 'seconds',
};

/** Asks what a word for a state means. */
export const stateQuestion = (value: string): RosterQuestion => ({
  kind: 'state',
  value,
  text: `What is somebody doing whose state is "${value}"?`,
  options: agentStates.map((state) => ({ value: state, label: state })),
  suggested: null,
});
