import type { TextDraft } from './draft.ts';
import { subjectOf } from './draft.ts';
import { htmlToText, tidied } from './html-text.ts';
import { readQuotedHead, type Mailbox, type QuotedHead } from './mail-head.ts';

/** A mail whose encodings are undone; nothing of it is believed. */
export type Mail = {
  readonly from: Mailbox | null;
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  /** The mail that was forwarded as an attachment, where there is exactly one. */
  readonly attached: Mail | null;
};

const forwardSubject = /^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|fs|vs)\s*:/i;
const prefixes = /^(?:\s*(?:fwd?|wg|tr|rv|enc|i|doorst|fs|vs)\s*:)+\s*/i;

/** Lines that say "what follows was forwarded", as mail programs write them. */
const saysForwarded =
  /^[>\s]*(?:-{3,}\s*(?:forwarded message|weitergeleitete nachricht|message transfere|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht)\s*-{3,}|begin forwarded message:|anfang der weitergeleiteten nachricht:|debut du message (?:reexpedie|transfere) ?:|inicio del mensaje reenviado:|inizio messaggio inoltrato:|begin doorgestuurd bericht:)\s*$/i;
const saysOriginal =
  /^[>\s]*(?:-{3,}\s*(?:original message|ursprungliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)\s*-{3,}|_{10,})\s*$/i;

const fold = (line: string): string => line.normalize('NFD').replace(/\p{M}/gu, '');

type Forward = QuotedHead & { readonly above: string };

const mostLines = 4000;

/**
 * The mail inside a mail: after a line that says so; where the subject says it was forwarded, also after "original
 * message" or at the first head of a mail in the text. A reply that quotes is no forward.
 */
function readForward(text: string, subject: string): Forward | null {
  const lines = text.split('\n').slice(0, mostLines);
  const bySubject = forwardSubject.test(subject);
  for (const [at, line] of lines.entries()) {
    if (line.length > 200) continue;
    const plain = fold(line);
    const marked = saysForwarded.test(plain) || (bySubject && saysOriginal.test(plain));
    const bare = bySubject && /^[>\s]*\*?(?:from|von|de|da|van)\s?:/i.test(plain);
    if (!marked && !bare) continue;
    const rest = text.split('\n').slice(marked ? at + 1 : at);
    const head = readQuotedHead(rest.join('\n'));
    if (head !== null) return { ...head, above: lines.slice(0, at).join('\n').trim() };
  }
  return null;
}

const longestNote = 500;

/** What a mail asks, as a draft of a ticket. Of a forwarded one, who wrote it first is the requester. SPEC TRI-9. */
export function mailDraft(mail: Mail): TextDraft {
  const text = wordsOf(mail);
  const inside = mail.attached;
  const base: Pick<TextDraft, 'kind' | 'channel' | 'turns'> = { kind: 'mail', channel: 'email', turns: [] };
  if (inside !== null && inside.from !== null && (forwardSubject.test(mail.subject) || text.length < longestNote)) {
    const body = wordsOf(inside);
    return {
      ...base,
      subject: inside.subject || withoutPrefix(mail.subject) || subjectOf(body),
      body,
      requester: asRequester(inside.from),
      forwardedBy: mail.from,
      notes: noteAbove(mail.from, text),
    };
  }
  const forward = readForward(text, mail.subject);
  if (forward !== null)
    return {
      ...base,
      subject: forward.subject ?? (withoutPrefix(mail.subject) || subjectOf(forward.rest)),
      body: forward.rest,
      requester: asRequester(forward.from),
      forwardedBy: mail.from,
      notes: noteAbove(mail.from, forward.above),
    };
  const from = mail.replyTo?.email != null && mail.from === null ? mail.replyTo : mail.from;
  return {
    ...base,
    subject: mail.subject || subjectOf(text),
    body: text,
    requester: from === null ? null : asRequester(from),
    forwardedBy: null,
    notes: [],
  };
}

const withoutPrefix = (subject: string): string => subject.replace(prefixes, '').trim();

/** The plain text where the mail has one, else what its HTML says. */
const wordsOf = ({ text, html }: Mail): string => {
  const plain = tidied((text ?? '').replaceAll('\0', ''));
  return plain === '' && html !== null ? htmlToText(html.replaceAll('\0', '')) : plain;
};

const asRequester = ({ name, email }: Mailbox) => ({ name: name || (email ?? ''), email, phone: null });

function noteAbove(from: Mailbox | null, above: string): string[] {
  if (above === '') return [];
  const cut = above.length > longestNote ? `${above.slice(0, longestNote)}…` : above;
  return [`${from?.name || 'Whoever forwarded it'} wrote above it: “${cut.replace(/\s+/g, ' ')}”`];
}

/** A mail copied out of a mail program: a head of `From:` and the like, then what was said. Null where it is none. */
export function pastedMail(text: string): TextDraft | null {
  const head = readQuotedHead(text.replaceAll('\r\n', '\n'));
  if (head === null) return null;
  return mailDraft({
    from: head.from,
    replyTo: null,
    subject: head.subject ?? '',
    text: head.rest,
    html: null,
    attached: null,
  });
}

/** The ticket a subject names, as answers to ours carry it: `[#1042]`, `Re: (#1042)`. */
export function numberInSubject(subject: string): number | null {
  const found = /(?:\[|\(|\bticket\s*)#?(\d{1,9})[\])]?|(?:^|\s)#(\d{1,9})\b/i.exec(subject.slice(0, 1000));
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? null : Number(digits);
}

/** Message ids of a header (`In-Reply-To`, `References`), without their brackets, each once; at most 50. */
export function messageIds(...headers: readonly (string | null | undefined)[]): readonly string[] {
  const found = headers.flatMap((header) => (header ?? '').slice(0, 20_000).match(/<[^<>\s]{1,500}>/g) ?? []);
  return [...new Set(found.map((id) => id.slice(1, -1)))].slice(0, 50);
}
