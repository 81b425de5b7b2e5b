export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'comment' | 'sign';

/** `text` is as written; `open`: a text or comment that does not end. */
export type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
};

const rules: readonly (readonly [TokenKind, RegExp])[] = [
  ['comment', /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /[xX]?'(?:[^']|'')*(?:'|$)/y],
  ['quoted', /"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$)/y],
  ['number', /0[xX][0-9a-fA-F]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['parameter', /[?]\d*|[:@$][A-Za-z_0-9\u0080-\uFFFF]+/y],
  ['word', /[A-Za-z_\u0080-\uFFFF][A-Za-z_0-9$\u0080-\uFFFF]*/y],
  ['sign', /->>|->|\|\||<=|>=|<>|!=|==|<<|>>|[^\s]/y],
];
const space = /\s+/y;

const ends: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' };

/** Whether a text in quotes, or a comment, goes on to the end of what is written. */
function isOpen(kind: TokenKind, text: string): boolean {
  if (kind === 'comment') return text.startsWith('--') || text.length < 4 || !text.endsWith('*/');
  if (kind !== 'string' && kind !== 'quoted') return false;
  const bare = kind === 'string' ? text.replace(/^[xX]/, '') : text;
  const end = ends[bare.charAt(0)] ?? '';
  // Doubled ends are part of the text: an even count within leaves the last one to close it.
  const inner = bare.slice(1);
  return (inner.split(end).length - 1) % 2 === 0;
}

/** The words of a statement, SQLite's way (sqlite.org/lang_expr.html), whatever is wrong with it: nothing is refused. */
export function tokensOf(sql: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    space.lastIndex = at;
    const blank = space.exec(sql);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const token = next(sql, at);
    found.push(token);
    at = token.to;
  }
  return found;
}

function next(sql: string, from: number): Token {
  for (const [kind, rule] of rules) {
    rule.lastIndex = from;
    const text = rule.exec(sql)?.[0];
    if (text !== undefined) return { kind, text, from, to: from + text.length, open: isOpen(kind, text) };
  }
  return { kind: 'sign', text: sql.charAt(from), from, to: from + 1, open: false };
}

/** The name a word or a quoted name stands for. */
export function nameOf({ kind, text }: Token): string {
  if (kind !== 'quoted') return text;
  const end = ends[text.charAt(0)] ?? '';
  return text.slice(1, text.endsWith(end) && text.length > 1 ? -1 : undefined).replaceAll(end + end, end);
}
