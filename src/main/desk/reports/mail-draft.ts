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

/** One line, whatever stands in it: a line break in a title would begin another header. */
// eslint-disable-next-line no-control-regex
const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();

/** `=?UTF-8?B?` and `?=` around it are 12 of the 75 that RFC 2047 allows: 45 bytes are 60 signs. */
const mostBytes = 45;

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

/** RFC 2231: percent-encoded UTF-8 beside what every reader takes. */
function fileParameters(name: string): string {
  const clean = oneLine(name);
  const plain = clean.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  const full = encodeURIComponent(clean).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}";${crlf} filename*=UTF-8''${full}`;
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
    [`Content-Type: ${file.type}`, `Content-Disposition: attachment; ${fileParameters(file.name)}`],
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
