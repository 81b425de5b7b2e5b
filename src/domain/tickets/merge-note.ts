import { instantInWords } from '../calendar/words.ts';

/** A ticket that goes into another, as the note there tells it. Instants in epoch ms. */
export type Merged = {
  readonly number: number;
  readonly subject: string;
  readonly requester: { readonly name: string; readonly email: string | null };
  /** Another customer than the one of the ticket it goes into. */
  readonly otherRequester: boolean;
  /** Nobody answered the customer's last message there. */
  readonly waiting: boolean;
  /** What was said there, oldest first, and how many before that are left out. */
  readonly messages: readonly MergedMessage[];
  readonly earlier: number;
  /** Names of the files that come along, oldest first. */
  readonly files: readonly string[];
};
export type MergedMessage = {
  readonly at: number;
  readonly author: string;
  readonly note: boolean;
  readonly body: string;
};

const called = ({ name, email }: Merged['requester']): string => (email === null ? name : `${name} <${email}>`);

/** The conversation of a merged ticket as one note, times in the zone. SPEC REL-3. */
export function mergeNote(merged: Merged, timeZone: string): string {
  const head = [
    `Merged from #${merged.number} “${merged.subject}”.`,
    ...(merged.otherRequester ? [`${called(merged.requester)} asked there and waits for an answer too.`] : []),
    ...(merged.waiting ? ['The last message there was not answered.'] : []),
    ...(merged.earlier > 0 ? [`${merged.earlier} earlier messages stand on #${merged.number}.`] : []),
    ...(merged.files.length > 0 ? [`Attached there: ${merged.files.join(', ')}.`] : []),
  ].join('\n');
  const said = merged.messages.map(
    ({ at, author, note, body }) => `${author}${note ? ' (note)' : ''}, ${instantInWords(timeZone, at)}:\n${body}`,
  );
  return [head, ...said].join('\n\n');
}
