import { X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';

/** Words added to those held: none twice, whatever its case; several where they were typed with commas. */
export function withWords(held: readonly string[], typed: string): readonly string[] {
  const words = typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.reduce<readonly string[]>(
    (all, word) => (all.some((one) => one.toLowerCase() === word.toLowerCase()) ? all : [...all, word]),
    held,
  );
}

type WordInputProps = {
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-label'?: string;
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
  /** Words the desk knows, offered while one types. */
  readonly known?: readonly string[];
  readonly placeholder?: string;
  readonly removeName: (word: string) => string;
};

/** Free words in a field: Enter or a comma adds what was typed, Backspace in an empty field takes the last one away. */
export function WordInput({ words, onChange, known = [], placeholder, removeName, ...ids }: WordInputProps) {
  const [typed, setTyped] = useState('');
  const list = useId();
  const add = (text: string): void => {
    setTyped('');
    const next = withWords(words, text);
    if (next.length !== words.length) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && typed.trim() !== '' && !event.ctrlKey && !event.metaKey) add(typed);
    else if (event.key === 'Backspace' && typed === '' && words.length > 0) onChange(words.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-[31px] w-full flex-wrap items-center gap-1 rounded-md border border-line-strong bg-surface px-[6px] py-[3px] has-aria-invalid:border-late">
      {words.map((word) => (
        <span
          key={word}
          className="inline-flex h-[23px] max-w-[220px] items-center gap-1 rounded-[5px] bg-sunken pr-[3px] pl-2 text-small"
        >
          <span className="truncate" dir="auto">
            {word}
          </span>
          <button
            type="button"
            aria-label={removeName(word)}
            title={removeName(word)}
            onClick={() => onChange(words.filter((one) => one !== word))}
            className="inline-flex size-4 items-center justify-center rounded-[3px] text-ink-2 hover:bg-line-strong hover:text-ink"
          >
            <X size={11} aria-hidden />
          </button>
        </span>
      ))}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...ids}
        list={known.length === 0 ? undefined : list}
        value={typed}
        maxLength={100}
        placeholder={words.length === 0 ? placeholder : undefined}
        onChange={(event) => {
          const { value } = event.target;
          if (value.includes(',')) add(value);
          else setTyped(value);
        }}
        onBlur={() => typed.trim() !== '' && add(typed)}
        onKeyDown={onKeyDown}
        className="h-[23px] min-w-[84px] flex-1 rounded-[4px] bg-transparent px-1 text-body"
      />
      {known.length > 0 && (
        <datalist id={list}>
          {known
            .filter((word) => !words.includes(word))
            .map((word) => (
              <option key={word} value={word} />
            ))}
        </datalist>
      )}
    </div>
  );
}
