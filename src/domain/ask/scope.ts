import { keywordSet } from './keywords.ts';
import { nameOf, type Token } from './tokens.ts';

/** A view, or a name given by WITH, that a part of a statement reads; `alias` is what it is called there. */
export type Source = { readonly name: string; readonly alias: string };

export const isKeyword = (token: Token | undefined): boolean =>
  token?.kind === 'word' && keywordSet.has(token.text.toUpperCase());
const isSign = (token: Token | undefined, text: string): boolean => token?.kind === 'sign' && token.text === text;
const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.text.toUpperCase());
const isName = (token: Token | undefined): token is Token =>
  token?.kind === 'quoted' || (token?.kind === 'word' && !isKeyword(token));

/** The part between brackets in which a place lies, and those around it, the innermost first; what is in brackets within is left out. */
export function partsAround(tokens: readonly Token[], at: number): Token[][] {
  type Part = { readonly tokens: Token[]; readonly parent: Part | null };
  let here: Part = { tokens: [], parent: null };
  let found: Part | null = null;
  for (const token of tokens) {
    if (token.from >= at) found ??= here;
    if (isSign(token, ')') && here.parent !== null) here = here.parent;
    else {
      here.tokens.push(token);
      if (isSign(token, '(')) here = { tokens: [], parent: here };
    }
  }
  const parts: Token[][] = [];
  for (let part: Part | null = found ?? here; part !== null; part = part.parent) parts.push(part.tokens);
  return parts;
}

const ending = ['WHERE', 'GROUP', 'ORDER', 'HAVING', 'LIMIT', 'UNION', 'INTERSECT', 'EXCEPT', 'SELECT', 'WINDOW'];

/** What a part reads: the names after FROM, JOIN and the commas between them. */
export function sourcesOf(part: readonly Token[]): Source[] {
  const found: Source[] = [];
  let reading = false;
  for (const [index, token] of part.entries()) {
    if (isWord(token, 'FROM')) reading = true;
    else if (isWord(token, ...ending)) reading = false;
    if (!isWord(token, 'FROM', 'JOIN') && !(reading && isSign(token, ','))) continue;
    const named = readName(part, index + 1);
    if (named === null) continue;
    const as = isWord(part[named.next], 'AS') ? named.next + 1 : named.next;
    const alias = part[as];
    found.push({ name: named.name, alias: isName(alias) ? nameOf(alias) : named.name });
  }
  return found;
}

/** A name, or the last part of one with a dot. */
function readName(part: readonly Token[], at: number): { readonly name: string; readonly next: number } | null {
  const first = part[at];
  if (!isName(first)) return null;
  const second = part[at + 2];
  return isSign(part[at + 1], '.') && isName(second)
    ? { name: nameOf(second), next: at + 3 }
    : { name: nameOf(first), next: at + 1 };
}

/** Whether the name of a view is what comes next. */
export function wantsSource(before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (isWord(last, 'FROM', 'JOIN')) return true;
  if (!isSign(last, ',')) return false;
  for (const token of before.toReversed()) {
    if (isWord(token, 'FROM')) return true;
    if (isWord(token, ...ending)) return false;
  }
  return false;
}

/** `AS (`, or with how it is to be worked out between the two: what is given by WITH, not a name for a column. */
function isGiven(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens[at], 'AS')) return false;
  const after = isWord(tokens[at + 1], 'NOT') ? at + 2 : at + 1;
  return isSign(tokens[isWord(tokens[after], 'MATERIALIZED') ? after + 1 : after], '(');
}

/** Names given by WITH, with their columns where these are written out. */
export function givenNames(tokens: readonly Token[]): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const [index, token] of tokens.entries()) {
    if (!isName(token) || (!isWord(tokens[index - 1], 'WITH', 'RECURSIVE') && !isSign(tokens[index - 1], ',')))
      continue;
    const after = tokens[index + 1];
    if (isGiven(tokens, index + 1)) given.set(nameOf(token), []);
    if (!isSign(after, '(')) continue;
    const close = tokens.findIndex((each, place) => place > index && isSign(each, ')'));
    if (close > 0 && isGiven(tokens, close + 1))
      given.set(
        nameOf(token),
        tokens
          .slice(index + 2, close)
          .filter(isName)
          .map(nameOf),
      );
  }
  return given;
}
