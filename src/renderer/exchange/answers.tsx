import { useId } from 'react';
import { x } from '../strings/en-exchange.ts';

export type AnswerOption = { readonly value: string; readonly label: string; readonly example?: string | null };

type AnswersProps = {
  readonly label: string;
  readonly options: readonly AnswerOption[];
  readonly suggested: string | null;
  /** Null: not answered yet. */
  readonly value: string | null;
  readonly onAnswer: (value: string) => void;
};

/** Choices of which none is taken before somebody takes it; the suggested one only says that it is suggested. */
export function Answers({ label, options, suggested, value, onAnswer }: AnswersProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-col items-start">
      {options.map((option) => (
        <label key={option.value} className="flex min-h-[26px] max-w-full items-center gap-2 py-[2px]">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onAnswer(option.value)}
            className="m-0 size-[14px] shrink-0 accent-accent"
          />
          <span className="shrink-0 font-medium">{option.label}</span>
          {option.value === suggested && (
            <span className="shrink-0 rounded-[4px] bg-accent-soft px-[6px] text-cap font-medium text-on-soft">
              {x.dates.suggested}
            </span>
          )}
          {option.example != null && (
            <span className="min-w-0 truncate text-small text-ink-2 tabular-nums" dir="auto">
              {option.example}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
