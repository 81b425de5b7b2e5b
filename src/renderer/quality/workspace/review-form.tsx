import { useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Answer, Answers, Quote, Score, ScorecardBody, Section } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';
import { missingBy, nextOpen, noAnswer, shownCriteria } from './answers.ts';
import { CriterionRow, type Editing } from './criterion-row.tsx';
import { actOn, onFormKey, typing, type FormMoves } from './form-keys.ts';
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

function SectionHead({ section, score }: { readonly section: Section; readonly score: Score }) {
  const result = score.sections.find(({ id }) => id === section.id);
  return (
    <h3 className="flex h-[30px] items-center gap-2 border-b border-line bg-canvas px-4 text-small">
      <span className="min-w-0 truncate font-bold" dir="auto">
        {section.name}
      </span>
      {section.bonus && <span className="text-ink-2">{qw.form.bonus}</span>}
      <span className="flex-1" />
      {result?.autoFailed === true && <span className="font-semibold text-late">{qw.form.sectionFailed}</span>}
      {result?.percent != null && <span className="text-ink-2 tabular-nums">{qw.percent(result.percent)}</span>}
    </h3>
  );
}

/** A scorecard being filled in: one criterion is at hand, and the keys are its own. */
export function ReviewForm({ ref, ...props }: FormProps) {
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
  const goOpen = (): void => go(nextOpen(shown, score, current?.id ?? null) ?? undefined);
  const focus = (): void => focusOn(current?.id);
  const moves: FormMoves = { current, mayAnswer: onAnswer !== null, step, goOpen, pick, notApplicable, edit, focus };
  useImperativeHandle(ref, () => ({
    focus,
    go,
    edit,
    notApplicable,
    press: (key) => actOn(box.current, moves, key) !== false,
  }));
  return (
    <div ref={box} role="group" aria-label={props.label} onKeyDown={(event) => onFormKey(box, moves, event)}>
      {card.sections.map((section) => {
        const own = shown.filter(({ id }) => section.criteria.some((each) => each.id === id));
        if (own.length === 0) return null;
        return (
          <section key={section.id} aria-label={section.name}>
            {card.sections.length > 1 && <SectionHead section={section} score={score} />}
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
