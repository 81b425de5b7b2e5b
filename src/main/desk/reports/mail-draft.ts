/** The draft of a mail with one file in it. */
export type MailDraft = {
  /** An address; null: whoever sends it says so. */
  readonly from: string | null;
  readonly to: readonly string[];
  readonly subject: string;
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  readonly html: string;
  readonly file: { readonly name: string; readonly type: string; readonly base64: string };
};

const crlf = '\r\n';
const base64Of = (text: string): string => Buffer.from(text).toString('base64');

/** Lines of 76, RFC 2045 6.8. */
const wrapped = (base64: string): string => (base64.match(/.{1,76}/g) ?? []).join(crlf);

// eslint-disable-next-line no-control-regex -- control signs are what it takes out
const breaks = /[\u0000-\u001f\u007f\u2028\u2029]+/g;
/** One line, whatever stands in it: a line break in a title would begin another header. */
const oneLine = (text: string): string => text.toWellFormed().replaceAll(breaks, ' ').trim();

/** A line with such words has 76 signs at most (RFC 2047 2): 39 bytes are 52, and 12 around them, after `Subject: `. */
const mostBytes = 39;

/** Words of a header in UTF-8, cut between letters and never within one. RFC 2047 2 and 5. */
export function encodedWords(given: string): string {
  const text = oneLine(given);
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && text.length < 60) return text;
  const parts: string[] = [];
  let part = '';
  for (const letter of text) {
    if (Buffer.byteLength(part + letter) > mostBytes) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].map((each) => `=?UTF-8?B?${base64Of(each)}?=`).join(`${crlf} `);
}

const longestPart = 56;

/** Percent-encoded UTF-8 in parts, none of which cuts a sign in two. */
function encodedParts(name: string): string[] {
  const signs = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const parts: string[] = [];
  let part = '';
  for (const sign of signs.match(/%[0-9A-F]{2}|./g) ?? []) {
    if (part.length + sign.length > longestPart) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}

/** The name as every reader takes it, and in full beside it, on as many lines as it needs. RFC 2231 3 and 4. */
function fileParameters(given: string): string {
  const name = oneLine(given);
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_').slice(-longestPart);
  const parts = encodedParts(name);
  const full = parts.map((part, at) => {
    const nth = parts.length === 1 ? '' : `*${at}`;
    return `filename${nth}*=${at === 0 ? "UTF-8''" : ''}${part}`;
  });
  return [`filename="${plain}"`, ...full].join(`;${crlf} `);
}

const two = (n: number): string => String(n).padStart(2, '0');
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322 3.3, in UTC. */
function dateHeader(at: number): string {
  const date = new Date(at);
  const day = `${weekdays[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

const part = (headers: readonly string[], base64: string): string =>
  [...headers, 'Content-Transfer-Encoding: base64', '', wrapped(base64)].join(crlf);

/** All is base64, so no boundary can stand in a part. */
const [outer, inner] = ['=_foredesk_mixed', '=_foredesk_alternative'];

const multipart = (kind: string, boundary: string, parts: readonly string[]): string =>
  [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((each) => [`--${boundary}`, each]),
    `--${boundary}--`,
    '',
  ].join(crlf);

/** Addresses one to a line: no line is longer than it may be. */
const addresses = (all: readonly string[]): string => all.map(oneLine).join(`,${crlf} `);

/**
 * A mail to be opened, looked over and sent by a mail program (`X-Unsent`): plain text, the same as a page, and the file.
 * RFC 5322, 2045 to 2047, 2231. Who it is from is said by whoever sends it, where the desk does not know. SPEC REP-32.
 */
export function mailDraft({ from, to, subject, at, text, html, file }: MailDraft): string {
  const alternative = multipart('alternative', inner, [
    part(['Content-Type: text/plain; charset=utf-8'], base64Of(text.replaceAll(/\r?\n/g, crlf))),
    part(['Content-Type: text/html; charset=utf-8'], base64Of(html.replaceAll(/\r?\n/g, crlf))),
  ]);
  const attached = part(
    [`Content-Type: ${file.type}`, `Content-Disposition: attachment;${crlf} ${fileParameters(file.name)}`],
    file.base64,
  );
  return [
    ...(from === null ? [] : [`From: ${oneLine(from)}`]),
    ...(to.length === 0 ? [] : [`To: ${addresses(to)}`]),
    `Subject: ${encodedWords(subject)}`,
    `Date: ${dateHeader(at)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    multipart('mixed', outer, [alternative, attached]),
  ].join(crlf);
}
