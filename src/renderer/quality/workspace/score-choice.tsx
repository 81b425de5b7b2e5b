import { useState } from 'react';
import type { Criterion } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';
import { inputClass } from '../../ui/field.tsx';
import { choicesOf, readNumeric, type Value } from './scales.ts';

type Props = {
  readonly criterion: Criterion;
  readonly value: Value | null;
  readonly current: boolean;
  readonly onPick: ((value: Value | null) => void) | null;
};

/** The scores of a criterion in a row. Keys score on the criterion; the buttons are for the hand on the mouse. */
export function ScoreChoice({ criterion, value, current, onPick }: Props) {
  const choices = choicesOf(criterion);
  if (choices.length === 0) return null;
  return (
    <div
      role="radiogroup"
      aria-label={qw.score.label(criterion.name)}
      className="inline-flex h-[28px] shrink-0 rounded-md border border-line-strong bg-surface"
    >
      {choices.map((choice) => {
        const chosen = choice.value === value;
        return (
          <button
            key={choice.key}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={chosen}
            aria-label={choice.title === '' ? choice.label : `${choice.label}, ${choice.title}`}
            title={choice.title === '' ? undefined : choice.title}
            disabled={onPick === null}
            onClick={() => onPick?.(chosen ? null : choice.value)}
            className={cx(
              'relative min-w-[33px] border-r border-line px-[9px] font-semibold tabular-nums first:rounded-l-[5px] last:rounded-r-[5px] last:border-r-0',
              chosen ? 'bg-accent text-on-accent' : 'text-ink-2 enabled:hover:bg-sunken',
            )}
          >
            {choice.label}
            {current && onPick !== null && choice.label !== choice.key && (
              <span
                aria-hidden
                className="absolute -bottom-[10px] left-1/2 z-[1] h-[14px] min-w-[14px] -translate-x-1/2 rounded-[4px] border border-line-strong bg-surface px-[3px] text-[10px] leading-[12px] font-semibold text-ink-2"
              >
                {choice.key.toUpperCase()}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

type NumericProps = {
  readonly criterion: Criterion;
  readonly value: Value | null;
  readonly onPick: ((value: number | null) => void) | null;
};

/** A score that is typed. What is not on the scale is said, and not kept. */
export function NumericScore({ criterion, value, onPick }: NumericProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { scale } = criterion;
  if (scale.kind !== 'numeric') return null;
  const shown = typed ?? (typeof value === 'number' ? String(value) : '');
  const wrong = shown.trim() !== '' && readNumeric(criterion, shown) === null;
  return (
    <span className="flex shrink-0 flex-col items-end gap-[2px]">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        aria-label={qw.score.label(criterion.name)}
        aria-invalid={wrong}
        disabled={onPick === null}
        value={shown}
        placeholder={qw.score.range(scale.min, scale.max)}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const read = readNumeric(criterion, text);
          if (read !== null) onPick?.(read);
          else if (text.trim() === '') onPick?.(null);
        }}
        onBlur={() => !wrong && setTyped(null)}
        className={cx(inputClass, '!w-[96px] text-right tabular-nums')}
      />
      {wrong && <span className="text-small text-late">{qw.score.offScale(scale.min, scale.max)}</span>}
    </span>
  );
}
