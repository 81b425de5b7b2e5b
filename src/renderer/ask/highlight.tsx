import { Fragment } from 'react';
import { keywordSet } from '../../domain/ask/keywords.ts';
import { tokensOf, type Token } from '../../domain/ask/tokens.ts';

/** Words of SQL, texts, comments and numbers each look their own; names are as typed. */
function lookOf({ kind, text }: Token): string {
  if (kind === 'comment') return 'text-ink-3';
  if (kind === 'string') return 'text-met';
  if (kind === 'number' || kind === 'parameter') return 'text-risk';
  return kind === 'word' && keywordSet.has(text.toUpperCase()) ? 'text-accent' : '';
}

/** A statement as it looks while it is typed; stands under the field, whose own letters are not seen. */
export function Highlight({ sql }: { readonly sql: string }) {
  const tokens = tokensOf(sql);
  return (
    <>
      {tokens.map((token, index) => (
        <Fragment key={token.from}>
          {sql.slice(tokens[index - 1]?.to ?? 0, token.from)}
          <span className={lookOf(token)}>{token.text}</span>
        </Fragment>
      ))}
      {sql.slice(tokens.at(-1)?.to ?? 0)}
      {'\n'}
    </>
  );
}
