import type { IntakeDraft } from '../../contract/index.ts';

/** A draft as text alone gives it: what the desk knows (customers, tickets, files kept) is added by the desk. */
export type TextDraft = Pick<
  IntakeDraft,
  'kind' | 'channel' | 'subject' | 'body' | 'forwardedBy' | 'turns' | 'notes'
> & {
  readonly requester: { readonly name: string; readonly email: string | null; readonly phone: string | null } | null;
};

const longestSubject = 90;

/** A subject for what has none: the first sentence of its first line, cut at a word. */
export function subjectOf(text: string): string {
  const line =
    text
      .split(/\r?\n/)
      .find((each) => each.trim() !== '')
      ?.trim() ?? '';
  const sentence = /^.{8,90}?[.?!](?=\s|$)/u.exec(line)?.[0] ?? line;
  const plain = sentence.replace(/[.\s]+$/u, '');
  if (plain.length <= longestSubject) return plain;
  const cut = plain.slice(0, longestSubject);
  const space = cut.lastIndexOf(' ');
  return `${space > longestSubject / 2 ? cut.slice(0, space) : cut}…`;
}

export const plainText = (text: string): TextDraft => ({
  kind: 'text',
  channel: null,
  subject: subjectOf(text),
  body: text.trim(),
  requester: null,
  forwardedBy: null,
  turns: [],
  notes: [],
});
