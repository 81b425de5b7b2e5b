import { functionDocs } from './functions.ts';
import { keywords } from './keywords.ts';
import { givenNames, partsAround, sourcesOf, wantsSource, type Source } from './scope.ts';
import { nameOf, tokensOf, type Token } from './tokens.ts';
import type { ViewDoc } from './views.ts';

export type CompletionItem = {
  /** What takes the place of what was typed. */
  readonly text: string;
  readonly kind: 'view' | 'column' | 'function' | 'keyword' | 'name';
  readonly about: string;
};

/** `from` to `to`: what is replaced. `unasked`: worth showing without being asked for. */
export type Completion = {
  readonly from: number;
  readonly to: number;
  readonly unasked: boolean;
  readonly items: readonly CompletionItem[];
};

const most = 60;
const bare = /^[A-Za-z_][A-Za-z_0-9]*$/;

/** What can be typed next at a place (0 to the length of the text), the likeliest first. SPEC ASK-20. */
export function complete(sql: string, at: number, views: readonly ViewDoc[]): Completion {
  const all = tokensOf(sql);
  const nothing: Completion = { from: at, to: at, unasked: false, items: [] };
  const within = all.find(({ from, to, open }) => from < at && (at < to || (open && at === to)));
  if (within !== undefined && ['string', 'comment', 'quoted'].includes(within.kind)) return nothing;
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  const typed = tokens.find(({ kind, from, to }) => kind === 'word' && from < at && at <= to);
  if (typed === undefined && tokens.some(({ kind, to }) => kind === 'number' && to === at)) return nothing;
  const from = typed?.from ?? at;
  const prefix = sql.slice(from, at);
  const before = tokens.filter(({ to }) => to <= from);
  const offered = offers(tokens, before, at, views);
  const items = ranked(offered.items, prefix);
  return { from, to: at, unasked: items.length > 0 && (prefix !== '' || offered.sure), items };
}

/** `sure`: only these can come, so they are shown before a letter is typed. */
type Offers = { readonly sure: boolean; readonly items: readonly CompletionItem[] };

function offers(tokens: readonly Token[], before: readonly Token[], at: number, views: readonly ViewDoc[]): Offers {
  const last = before.at(-1);
  const given = givenNames(tokens);
  if (last === undefined || last.text === ';') return { sure: false, items: begins };
  if (last.kind === 'sign' && last.text === '.') {
    const owner = before.at(-2);
    return { sure: true, items: owner === undefined ? [] : columnsOf(owner, tokens, at, views, given) };
  }
  if (last.kind === 'word' && last.text.toUpperCase() === 'AS') return { sure: false, items: [] };
  // By the part one is in: in the brackets of a function nothing is read.
  if (wantsSource(partsAround(before, at)[0] ?? []))
    return { sure: true, items: [...names(given), ...views.map(viewItem)] };
  return { sure: false, items: [...inScope(tokens, at, views, given), ...functions, ...words] };
}

type Given = ReturnType<typeof givenNames>;

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const viewItem = ({ name, about }: ViewDoc): CompletionItem => ({ text: name, kind: 'view', about });
const names = (given: Given): CompletionItem[] =>
  [...given.keys()].map((text) => ({ text: written(text), kind: 'name', about: '' }));
const written = (name: string): string => (bare.test(name) ? name : `"${name.replaceAll('"', '""')}"`);
const functions: readonly CompletionItem[] = functionDocs
  .filter(({ name }) => bare.test(name))
  .map(({ name, about }) => ({ text: `${name}(`, kind: 'function', about }));
const words: readonly CompletionItem[] = keywords.map((text) => ({ text, kind: 'keyword', about: '' }));
const begins = words.filter(({ text }) => ['SELECT', 'WITH', 'VALUES'].includes(text));

function columnItems(source: string, views: readonly ViewDoc[], given: Given): CompletionItem[] {
  const view = views.find(({ name }) => same(name, source));
  if (view !== undefined)
    return view.columns.map(({ name, about }) => ({ text: name, kind: 'column', about: `${view.name}: ${about}` }));
  const columns = [...given].find(([name]) => same(name, source))?.[1] ?? [];
  return columns.map((text) => ({ text: written(text), kind: 'column', about: source }));
}

/** The columns of what is called so here. */
function columnsOf(owner: Token, tokens: readonly Token[], at: number, views: readonly ViewDoc[], given: Given) {
  const called = nameOf(owner);
  const sources = partsAround(tokens, at).flatMap(sourcesOf);
  const source = sources.find(({ alias }) => same(alias, called)) ?? { name: called, alias: called };
  return columnItems(source.name, views, given);
}

/** Columns of all that is read here, then of what is read around it; of every view where nothing is read yet. */
function inScope(tokens: readonly Token[], at: number, views: readonly ViewDoc[], given: Given): CompletionItem[] {
  const sources = partsAround(tokens, at).flatMap(sourcesOf);
  const read: readonly Source[] = sources.length > 0 ? sources : views.map(({ name }) => ({ name, alias: name }));
  const found = new Map<string, CompletionItem>();
  for (const { name } of read)
    for (const item of columnItems(name, views, given)) if (!found.has(item.text)) found.set(item.text, item);
  const aliases = sources.map(({ alias }): CompletionItem => ({ text: written(alias), kind: 'name', about: '' }));
  return [...found.values(), ...aliases];
}

/** What begins with the letters typed, in its order; then what has them at the begin of a later word; keywords in their case. */
function ranked(items: readonly CompletionItem[], prefix: string): CompletionItem[] {
  const letters = prefix.toLowerCase();
  const lower = prefix !== '' && prefix === letters;
  const rank = ({ text }: CompletionItem): number =>
    text.toLowerCase().startsWith(letters) ? 0 : text.toLowerCase().includes(`_${letters}`) ? 1 : 2;
  const fits = items.filter((item) => rank(item) < 2 && item.text.toLowerCase() !== letters);
  return [0, 1]
    .flatMap((place) => fits.filter((item) => rank(item) === place))
    .slice(0, most)
    .map((item) => (item.kind === 'keyword' && lower ? { ...item, text: item.text.toLowerCase() } : item));
}
