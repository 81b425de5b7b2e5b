/** Somebody in a mail's head. */
export type Mailbox = { readonly name: string; readonly email: string | null };

/** The head of a mail as it is quoted when it is forwarded, or pasted from a mail program. */
export type QuotedHead = {
  readonly from: Mailbox;
  readonly subject: string | null;
  /** What stands after the head. */
  readonly rest: string;
};

/** What the lines are called in the languages of the importer, folded. */
const keys: ReadonlyMap<string, 'from' | 'subject' | 'other'> = new Map([
  ...['from', 'von', 'de', 'da', 'van'].map((key) => [key, 'from'] as const),
  ...['subject', 'betreff', 'objet', 'sujet', 'asunto', 'assunto', 'oggetto', 'onderwerp'].map(
    (key) => [key, 'subject'] as const,
  ),
  ...(
    'to an a para aan cc bcc kopie date sent datum gesendet envoye date enviado fecha data inviato verzonden enviada ' +
    'reply-to antwort an message-id importance wichtigkeit priority attachments organization'
  )
    .split(' ')
    .map((key) => [key, 'other'] as const),
]);

const headLine = /^[>\s]*\*?([\p{L}-]{1,16})\s?:\*?\s?(.*)$/u;
const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** A mail program's bold marks and quote marks are not part of the words. */
const unquoted = (line: string): string => line.replace(/^(?:> ?)+/, '');

/** `Ann Lee <ann@example.org>`, `"Lee, Ann" [mailto:ann@example.org]`, `ann@example.org`, `Ann Lee`. */
export function readMailbox(text: string): Mailbox {
  const email = /[^\s<>()[\],;:"']{1,64}@[^\s<>()[\],;:"']{1,255}/.exec(text.slice(0, 1000))?.[0] ?? null;
  const before = email === null ? text : text.slice(0, text.indexOf(email));
  const name = before
    .replace(/(?:mailto:)?[<([]*\s*(?:mailto:)?$/i, '')
    .replace(/^[\s"'*]+|[\s"'*,]+$/g, '')
    .slice(0, 200);
  return { name: name === '' ? (email ?? '') : name, email };
}

const mostLines = 20;

/**
 * The head of a mail where one stands at the beginning of these lines: a sender and at least one more line of a head.
 * Null where none does.
 */
export function readQuotedHead(text: string): QuotedHead | null {
  const all = text.split('\n');
  const first = all.findIndex((line) => unquoted(line).trim() !== '');
  if (first < 0) return null;
  const { found, heads, end } = headLines(all, first);
  const from = found.get('from');
  if (from === undefined || from === '' || heads < 2) return null;
  return { from: readMailbox(from), subject: found.get('subject') ?? null, rest: restOf(all.slice(end)) };
}

type HeadLines = { readonly found: ReadonlyMap<string, string>; readonly heads: number; readonly end: number };

/** The lines of a head from this one on, those that are folded among them; the first of each kind counts. */
function headLines(all: readonly string[], first: number): HeadLines {
  const found = new Map<string, string>();
  let heads = 0;
  for (let at = first; at < all.length && at < first + mostLines; at += 1) {
    const line = unquoted((all[at] ?? '').slice(0, 2000));
    const match = headLine.exec(line);
    const key = keys.get(fold(match?.[1] ?? ''));
    if (key !== undefined) {
      heads += 1;
      if (!found.has(key)) found.set(key, (match?.[2] ?? '').trim());
    } else if (heads === 0 || line.trim() === '' || !/^\s/.test(line)) return { found, heads, end: at };
  }
  return { found, heads, end: Math.min(all.length, first + mostLines) };
}

/** Where the whole was quoted by `>`, its body is too. */
function restOf(rest: readonly string[]): string {
  const said = rest.filter((line) => line.trim() !== '');
  const quoted = said.length > 0 && said.every((line) => line.startsWith('>'));
  return (quoted ? rest.map(unquoted) : rest).join('\n').trim();
}
