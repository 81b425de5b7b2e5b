/** Elements whose words are not for reading. */
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math', 'iframe', 'object']);
const lines = new Set(['br', 'tr', 'li', 'hr', 'dt', 'dd', 'option', 'caption']);
const blocks = new Set(
  'p div table ul ol dl blockquote pre h1 h2 h3 h4 h5 h6 section article header footer main form fieldset address'.split(
    ' ',
  ),
);

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  sect: '§',
  para: '¶',
  times: '×',
  divide: '÷',
  plusmn: '±',
  frac12: '½',
  iexcl: '¡',
  iquest: '¿',
  szlig: 'ß',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  aring: 'å',
  Aring: 'Å',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  Eacute: 'É',
  Egrave: 'È',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  Aacute: 'Á',
  ccedil: 'ç',
  Ccedil: 'Ç',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  uacute: 'ú',
  ugrave: 'ù',
  ucirc: 'û',
  ntilde: 'ñ',
  Ntilde: 'Ñ',
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const known = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return known ? String.fromCodePoint(code) : '\ufffd';
}

const decoded = (text: string): string => text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi, entity);

type Tag = { readonly name: string; readonly closes: boolean; readonly end: number };

/** The tag that begins at `<`; null where it is no tag (`a < b`). A quoted `>` does not end it. */
function tagAt(html: string, at: number): Tag | null {
  const start = /^<(\/?)([a-z][a-z\d:-]{0,40})/i.exec(html.slice(at, at + 50));
  if (start === null) return null;
  let quote = '';
  for (let i = at + start[0].length; i < html.length; i += 1) {
    const sign = html.charAt(i);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return { name: (start[2] ?? '').toLowerCase(), closes: start[1] === '/', end: i + 1 };
  }
  return { name: (start[2] ?? '').toLowerCase(), closes: start[1] === '/', end: html.length };
}

/** Past a comment, a declaration or a processing instruction; null where none begins here. */
function pastRemark(html: string, at: number): number | null {
  const mark = html.slice(at, at + 4);
  if (mark === '<!--') return endAfter(html, '-->', at + 4);
  return mark.startsWith('<!') || mark.startsWith('<?') ? endAfter(html, '>', at + 2) : null;
}

function endAfter(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from);
  return found < 0 ? html.length : found + what.length;
}

/** Past an element whose words are not for reading; where it never closes, to the end. */
function pastElement(lower: string, { name, end }: Tag): number {
  const close = lower.indexOf(`</${name}`, end);
  return close < 0 ? lower.length : endAfter(lower, '>', close);
}

/**
 * What HTML says, as plain text: one pass over it, nothing of it is ever put into a page. Blocks stand apart by an empty
 * line, list items begin with a dash, of links the words stay. SPEC TRI-10.
 */
export function htmlToText(html: string): string {
  // Letters of ASCII alone: a longer or shorter text would not fit the positions of the other.
  const lower = html.replace(/[A-Z]+/g, (some) => some.toLowerCase());
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) parts.push(decoded(html.slice(at, end)).replace(/[ \t\r\n\f]+/g, ' '));
    if (open < 0) break;
    const remark = pastRemark(html, open);
    const tag = remark === null ? tagAt(html, open) : null;
    if (remark !== null) at = remark;
    else if (tag === null) {
      parts.push('<');
      at = open + 1;
    } else {
      parts.push(breakOf(tag));
      at = unread.has(tag.name) && !tag.closes ? pastElement(lower, tag) : tag.end;
    }
  }
  return tidied(parts.join(''));
}

function breakOf({ name, closes }: Tag): string {
  if (blocks.has(name)) return '\n\n';
  if (name === 'li') return closes ? '' : '\n- ';
  if (lines.has(name)) return closes && name !== 'tr' ? '' : '\n';
  return (name === 'td' || name === 'th') && closes ? ' ' : '';
}

/** No blanks at the ends of lines, at most one empty line in a row. */
export function tidied(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split(/[\n\r]/)
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
