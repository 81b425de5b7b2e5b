import { useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { Answer, Answers, Quote, Score, ScorecardBody } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';
import { missingBy, nextOpen, noAnswer, shownCriteria } from './answers.ts';
import { CriterionRow, type Editing } from './criterion-row.tsx';
import { valueForKey } from './scales.ts';
import { plainWeights } from './weights.ts';

/** What the keys of the screen ask of the form. */
export type FormHandle = {
  readonly focus: () => void;
  readonly go: (criterion: string) => void;
  readonly edit: (editing: Editing) => void;
  readonly notApplicable: () => void;
  /** A key pressed elsewhere in the review; false where it is none of the form's. */
  readonly press: (key: string) => boolean;
};

type FormProps = {
  readonly ref?: Ref<FormHandle>;
  readonly label: string;
  readonly card: ScorecardBody;
  readonly answers: Answers;
  readonly score: Score;
  /** Finishing was refused: what is missing is said aloud. */
  readonly told?: boolean;
  readonly guidance?: boolean;
  readonly currentId: string | null;
  readonly quoteTime: (quote: Quote) => string;
  readonly beside?: (criterion: string) => ReactNode;
  readonly onCurrent: (criterion: string) => void;
  /** Null: it is only read. */
  readonly onAnswer: ((criterion: string, set: Partial<Answer>) => void) | null;
  /** Said where a key would score and must not. */
  readonly onRefused?: () => void;
};

const typing = 'input, textarea, [role="listbox"]';

/** A scorecard being filled in: one criterion is at hand, and the keys are its own. */
export function ReviewForm(props: FormProps) {
  const { card, answers, score, onAnswer, onCurrent, told = false, guidance = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing>(null);
  const shown = shownCriteria(card, score);
  const current = shown.find(({ id }) => id === props.currentId) ?? shown[0];
  const weights = plainWeights(card);
  const missing = missingBy(score);
  const focusOn = (id: string | undefined): void => {
    const row = box.current?.querySelector<HTMLElement>(`[data-criterion="${id ?? ''}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    setEditing(null);
    onCurrent(id);
    focusOn(id);
  };
  const edit = (next: Editing): void => {
    if (onAnswer === null || (next === 'causes' && card.causes.length === 0)) return;
    setEditing(next);
    if (next === null) focusOn(current?.id);
  };
  const pick = (value: Answer['value']): void => {
    if (current === undefined) return;
    if (onAnswer === null) props.onRefused?.();
    else onAnswer(current.id, { value });
  };
  const notApplicable = (): void => {
    if (current?.mayBeNA === true) pick((answers[current.id]?.value ?? null) === 'na' ? null : 'na');
  };
  const step = (by: number): void => {
    const at = shown.findIndex(({ id }) => id === current?.id);
    go(shown[Math.min(Math.max(at + by, 0), shown.length - 1)]?.id);
  };
  const digit = (key: string): boolean => {
    if (current?.scale.kind === 'numeric' && onAnswer !== null) {
      const input = box.current?.querySelector<HTMLInputElement>(`[data-criterion="${current.id}"] input`);
      input?.focus();
      input?.select();
      return false;
    }
    const value = current === undefined ? null : valueForKey(current, key);
    if (value !== null) pick(value);
    return true;
  };
  /** Whether the key is the form's; `typed` where it still has to arrive in a field. */
  const act = (key: string): boolean | 'typed' => {
    if (/^\d$/.test(key)) return digit(key) ? true : 'typed';
    if (key === 'j' || key === 'ArrowDown') step(1);
    else if (key === 'k' || key === 'ArrowUp') step(-1);
    else if (key === 'Home' || key === 'End') step(key === 'Home' ? -Infinity : Infinity);
    else if (key === 'Enter') go(nextOpen(shown, score, current?.id ?? null) ?? undefined);
    else if (key === 'n') notApplicable();
    else if (key === 'c') edit('comment');
    else if (key === 'w') edit('causes');
    else if (key === 'Backspace' || key === 'Delete') pick(null);
    else return false;
    return true;
  };
  useImperativeHandle(props.ref, () => ({
    focus: () => focusOn(current?.id),
    go,
    edit,
    notApplicable,
    press: (key) => act(key) !== false,
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = event.target as Element;
    if (at.closest(typing) !== null) {
      // Out of a number, the criterion is at hand again.
      if (at.tagName === 'INPUT' && (event.key === 'Enter' || event.key === 'Escape')) {
        focusOn(current?.id);
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
    if (at.closest('button') !== null && event.key === 'Enter') return;
    const done = act(event.key);
    if (done === false) return;
    event.stopPropagation();
    if (done === true) event.preventDefault();
  };
  return (
    <div ref={box} role="group" aria-label={props.label} onKeyDown={onKeyDown}>
      {card.sections.map((section) => {
        const own = shown.filter(({ id }) => section.criteria.some((each) => each.id === id));
        const result = score.sections.find(({ id }) => id === section.id);
        if (own.length === 0) return null;
        return (
          <section key={section.id} aria-label={section.name}>
            {card.sections.length > 1 && (
              <h3 className="flex h-[30px] items-center gap-2 border-b border-line bg-canvas px-4 text-small">
                <span className="min-w-0 truncate font-bold" dir="auto">
                  {section.name}
                </span>
                {section.bonus && <span className="text-ink-2">{qw.form.bonus}</span>}
                <span className="flex-1" />
                {result?.autoFailed === true && (
                  <span className="font-semibold text-late">{qw.form.sectionFailed}</span>
                )}
                {result?.percent != null && (
                  <span className="text-ink-2 tabular-nums">{qw.percent(result.percent)}</span>
                )}
              </h3>
            )}
            {own.map((criterion) => (
              <CriterionRow
                key={criterion.id}
                criterion={criterion}
                answer={answers[criterion.id] ?? noAnswer}
                causes={card.causes}
                weight={weights.get(criterion.id) ?? 0}
                bonus={section.bonus}
                current={criterion.id === current?.id}
                editing={criterion.id === current?.id ? editing : null}
                guidance={guidance}
                failed={score.autoFailed.includes(criterion.id)}
                missing={missing.get(criterion.id) ?? []}
                told={told}
                beside={props.beside?.(criterion.id)}
                quoteTime={props.quoteTime}
                onCurrent={() => {
                  if (criterion.id === current?.id) return;
                  setEditing(null);
                  onCurrent(criterion.id);
                }}
                onEdit={(next) => {
                  onCurrent(criterion.id);
                  if (next === null && editing !== null && document.activeElement?.matches(typing) === true) edit(null);
                  else setEditing(onAnswer === null ? null : next);
                }}
                onAnswer={onAnswer === null ? null : (set) => onAnswer(criterion.id, set)}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}
