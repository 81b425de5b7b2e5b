import { words } from './search/fold.ts';

/** A ticket that may be the same matter. */
export type Candidate<T = unknown> = {
  readonly ticket: T;
  readonly subject: string;
  /** What was said on it, as much as is worth comparing. */
  readonly text: string;
  readonly sameCustomer: boolean;
  readonly open: boolean;
  /** Epoch ms of the last thing that happened to it. */
  readonly at: number;
};

export type Asked = {
  readonly subject: string;
  readonly body: string;
  /** Whether it is known who asks: without that, words alone have to say more. */
  readonly customerKnown: boolean;
  /** Epoch ms. */
  readonly now: number;
  /** How rare a word is on this desk, above 0; a word that is not in it counts as rare. */
  readonly rarity: ReadonlyMap<string, number>;
};

export type Duplicate<T> = { readonly ticket: T; readonly score: number; readonly why: string };

/** Words that every message has, in the languages the importer knows: they say nothing about the matter. */
const idle = new Set(
  (
    'a about after again all also am an and any are as at be been but by can cannot could did do does for from get got had has have ' +
    'he hello her here hi his how i if in into is it its just me my need no not of on or our out please she so some still ' +
    'than thank thanks that the their them then there they this to too up us very was we were what when where which who why ' +
    'will with would you your ' +
    'aber als am auch auf aus bei bin bitte das dass dem den der die ein eine einen er es fur hallo hat habe ich ihr im in ist ' +
    'kann mein meine mich mit nicht noch nur oder sie sind und uns von war was wenn wie wir zu zum zur ' +
    'au aux avec ce ces dans de des du elle en est et il je la le les ma mes mon ne nous ou par pas plus pour que qui sa se ' +
    'son sur un une vous con del el en es la las los me mi muy no para pero por que se si su un una y ' +
    'che di il io la le mi non per sono un een het ik is je met niet op te van voor wij'
  ).split(' '),
);

const mostWords = 14;

/** The words a matter is known by, each once: of the subject, and where that is short the longest of what was said. */
export function tellingWords(subject: string, body: string): readonly string[] {
  const own = new Set(words(subject).filter(tells));
  const said = [...new Set(words(body.slice(0, 4000)).filter((word) => tells(word) && !own.has(word)))]
    .sort((a, b) => b.length - a.length)
    .slice(0, own.size >= 3 ? 3 : 6);
  return [...own, ...said].slice(0, mostWords);
}

const tells = (word: string): boolean => word.length > 1 && !idle.has(word);

/** How alike two texts are by their groups of three letters, 0 to 1 (Dice): it sees through typing mistakes. */
export function trigramLikeness(first: string, second: string): number {
  const [a, b] = [trigrams(first), trigrams(second)];
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function trigrams(text: string): ReadonlySet<string> {
  const plain = ` ${words(text.slice(0, 300)).join(' ')} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) found.add(plain.slice(at, at + 3));
  return found;
}

const hour = 3_600_000;
const day = 24 * hour;
const halfLife = 3 * day;
const rareByDefault = 8;

type Overlap = { readonly share: number; readonly shared: number; readonly of: number };

/** The share of what was asked that the candidate says too, each word by its rarity; words outside of its subject half. */
function overlapOf({ rarity }: Asked, asked: readonly string[], candidate: Candidate): Overlap {
  const inSubject = new Set(words(candidate.subject));
  const anywhere = new Set(words(candidate.text.slice(0, 8000)));
  let [sum, total, shared] = [0, 0, 0];
  for (const word of asked) {
    const weight = rarity.get(word) ?? rareByDefault;
    total += weight;
    if (inSubject.has(word)) sum += weight;
    else if (anywhere.has(word)) sum += weight / 2;
    else continue;
    shared += 1;
  }
  return { share: total === 0 ? 0 : sum / total, shared, of: asked.length };
}

const least = { sameCustomer: 0.3, otherCustomer: 0.75, unknownCustomer: 0.6 };

function leastLikeness(asked: Asked, candidate: Candidate): number {
  if (candidate.sameCustomer) return least.sameCustomer;
  return asked.customerKnown ? least.otherCustomer : least.unknownCustomer;
}

/**
 * The likeliest first. A candidate is one where its words are alike enough: less is asked of the same customer's, most of
 * somebody else's. The score weighs likeness 0.55, the same customer 0.25, recency 0.12 (half after three days) and
 * open 0.08. SPEC TRI-6.
 */
export function likelyDuplicates<T>(
  asked: Asked,
  candidates: readonly Candidate<T>[],
  most = 5,
): readonly Duplicate<T>[] {
  const wanted = tellingWords(asked.subject, asked.body);
  if (wanted.length === 0) return [];
  return candidates
    .flatMap((candidate) => {
      const overlap = overlapOf(asked, wanted, candidate);
      const likeness = Math.max(overlap.share, trigramLikeness(asked.subject, candidate.subject));
      if (likeness < leastLikeness(asked, candidate)) return [];
      const age = Math.max(0, asked.now - candidate.at);
      const recency = 0.5 ** (age / halfLife);
      const score =
        0.55 * likeness + 0.25 * Number(candidate.sameCustomer) + 0.12 * recency + 0.08 * Number(candidate.open);
      return [{ ticket: candidate.ticket, score, why: whyAlike(asked, candidate, overlap, likeness, age) }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

/** `Same customer, 4 of 5 words, 2 h ago`. */
function whyAlike(
  { customerKnown }: Asked,
  candidate: Candidate,
  { shared, of }: Overlap,
  likeness: number,
  age: number,
): string {
  const alike =
    shared === 0
      ? `${Math.round(likeness * 100)} % alike in spelling`
      : `${shared} of ${of} ${of === 1 ? 'word' : 'words'}`;
  return [
    ...(candidate.sameCustomer ? ['same customer'] : customerKnown ? ['another customer'] : []),
    alike,
    agoInWords(age),
    ...(candidate.open ? [] : ['solved']),
  ]
    .join(', ')
    .replace(/^./, (first) => first.toUpperCase());
}

function agoInWords(age: number): string {
  if (age < hour) return `${Math.floor(age / 60_000)} min ago`;
  return age < 2 * day ? `${Math.floor(age / hour)} h ago` : `${Math.floor(age / day)} d ago`;
}
