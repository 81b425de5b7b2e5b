/** A code with what suggests it: words, phrases, and beginnings of words with a star (`deliver*`). */
export type Rule = { readonly id: string; readonly words: readonly string[] };
export type Hit = { readonly codeId: string; readonly found: string[] };

type Token = { readonly text: string; readonly from: number; readonly to: number };
type Phrase = { readonly codeId: string; readonly words: readonly string[]; readonly open: boolean };

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/’/g, "'");

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    text: fold(word),
    from: index,
    to: index + word.length,
  }));

function phrasesOf({ id, words }: Rule): Phrase[] {
  return words.flatMap((each) => {
    const typed = each.trim();
    const parts = tokensOf(typed).map(({ text }) => text);
    return parts.length === 0 ? [] : [{ codeId: id, words: parts, open: typed.endsWith('*') }];
  });
}

function isAt({ words, open }: Phrase, tokens: readonly Token[], at: number): boolean {
  return words.every((word, index) => {
    const token = tokens[at + index]?.text;
    return token !== undefined && (open && index === words.length - 1 ? token.startsWith(word) : token === word);
  });
}

/** Phrases by their first word, so that a large codebook costs a text no more than a small one; those of one open word apart. */
function indexOf(phrases: readonly Phrase[]) {
  const isOpenWord = ({ words, open }: Phrase): boolean => open && words.length === 1;
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase.words;
    if (first === undefined || isOpenWord(phrase)) continue;
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [phrase]);
    else known.push(phrase);
  }
  return { byFirst, openWords: phrases.filter(isOpenWord) };
}

/**
 * Which codes the words of a text suggest, and by which of them, as they stand in it: whole words and phrases, without regard
 * to case or accents; a star at the end stands for any ending. Plain matching: it knows nothing of "not". SPEC SUR-30.
 */
export function suggester(rules: readonly Rule[]): (texts: readonly string[]) => Hit[] {
  const { byFirst, openWords } = indexOf(rules.flatMap(phrasesOf));
  return (texts) => {
    const found = new Map<string, Map<string, string>>();
    const look = (text: string, tokens: readonly Token[], at: number, phrase: Phrase): void => {
      const [first, last] = [tokens[at], tokens[at + phrase.words.length - 1]];
      if (first === undefined || last === undefined || !isAt(phrase, tokens, at)) return;
      const asWritten = text.slice(first.from, last.to);
      const hits = found.get(phrase.codeId) ?? new Map<string, string>();
      if (!hits.has(fold(asWritten))) found.set(phrase.codeId, hits.set(fold(asWritten), asWritten));
    };
    for (const text of texts) {
      const tokens = tokensOf(text);
      tokens.forEach((token, at) => {
        for (const phrase of byFirst.get(token.text) ?? []) look(text, tokens, at, phrase);
        for (const phrase of openWords) look(text, tokens, at, phrase);
      });
    }
    return rules.flatMap(({ id }) => {
      const hits = found.get(id);
      return hits === undefined ? [] : [{ codeId: id, found: [...hits.values()] }];
    });
  };
}
