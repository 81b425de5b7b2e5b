import { OctagonAlert, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Answer, Criterion, Quote } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { inputClass } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { toggled, type Missing } from './answers.ts';
import { CauseList } from './cause-list.tsx';
import { levelOf, valueText } from './scales.ts';
import { NumericScore, ScoreChoice } from './score-choice.tsx';

export type Editing = 'comment' | 'causes' | null;

type RowProps = {
  readonly criterion: Criterion;
  readonly answer: Answer;
  readonly causes: readonly string[];
  /** In the whole, in percent; null for one of a bonus section. */
  readonly weight: number;
  readonly bonus: boolean;
  readonly current: boolean;
  readonly editing: Editing;
  readonly guidance: boolean;
  readonly failed: boolean;
  /** What is missing, and whether it is to be said aloud: after finishing was refused. */
  readonly missing: readonly Missing[];
  readonly told: boolean;
  /** Under the score: what the agent would have given. */
  readonly beside?: ReactNode;
  readonly quoteTime: (quote: Quote) => string;
  readonly onCurrent: () => void;
  readonly onEdit: (editing: Editing) => void;
  readonly onAnswer: ((set: Partial<Answer>) => void) | null;
};

function Guidance({ criterion }: { readonly criterion: Criterion }) {
  const { guidance, levels } = criterion;
  const said = levels.filter(({ label, example }) => label !== '' || example !== '');
  return (
    <div className="mt-2 rounded-md border border-line bg-surface px-3 py-2 text-small">
      <p className="whitespace-pre-wrap" dir="auto">
        {guidance === '' && said.length === 0 ? qw.form.noGuidance : guidance}
      </p>
      {said.length > 0 && (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {levels.map(({ label, example }, at) => (
            <div key={at} className="contents">
              <dt className="font-semibold tabular-nums" dir="auto">
                {criterion.scale.kind === 'points' ? `${at + 1} ` : ''}
                {label}
              </dt>
              <dd className="text-ink-2" dir="auto">
                {example}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

type CommentProps = Pick<RowProps, 'criterion' | 'answer' | 'onAnswer' | 'onEdit'>;

/** The comment while it is written. Esc goes back to the criterion; what was typed stays. */
function CommentField({ criterion, answer, onAnswer, onEdit }: CommentProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const at = field.current;
    at?.focus();
    at?.setSelectionRange(at.value.length, at.value.length);
  }, []);
  useEffect(() => {
    const at = field.current;
    if (at === null) return;
    at.style.height = 'auto';
    at.style.height = `${at.scrollHeight + 2}px`;
  }, [answer.comment]);
  return (
    <textarea
      ref={field}
      rows={2}
      dir="auto"
      maxLength={10_000}
      aria-label={qw.form.commentOn(criterion.name)}
      value={answer.comment}
      onChange={(event) => onAnswer?.({ comment: event.target.value })}
      onBlur={() => onEdit(null)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onEdit(null);
        event.preventDefault();
        event.stopPropagation();
      }}
      className={cx(inputClass, 'mt-2 !h-auto max-h-[220px] min-h-[46px] resize-none py-[5px]')}
    />
  );
}

type QuotesProps = Pick<RowProps, 'answer' | 'onAnswer' | 'quoteTime'>;

function Quotes({ answer, onAnswer, quoteTime }: QuotesProps) {
  return answer.quotes.map((quote) => (
    <div
      key={`${quote.eventId} ${quote.from} ${quote.to}`}
      className="group mt-1 flex items-start gap-1 text-small text-ink-2"
    >
      <q className="min-w-0 border-l-2 border-risk pl-2 break-words" dir="auto">
        {quote.text}
      </q>
      <span className="shrink-0 tabular-nums">{quoteTime(quote)}</span>
      {onAnswer !== null && (
        <button
          type="button"
          aria-label={qw.form.unquote(quote.text)}
          title={qw.form.unquoteShort}
          onClick={() => onAnswer({ quotes: answer.quotes.filter((each) => each !== quote) })}
          className="inline-flex size-4 shrink-0 items-center justify-center rounded-[3px] text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </div>
  ));
}

function Needs({ missing, told }: { readonly missing: readonly Missing[]; readonly told: boolean }) {
  return missing.map((what) => (
    <p
      key={what}
      className={cx(
        'mt-1 flex w-fit items-center gap-1 rounded-[4px] px-[6px] text-small font-semibold',
        told ? 'bg-late-soft text-late' : 'bg-risk-soft text-risk',
      )}
    >
      <OctagonAlert size={13} aria-hidden />
      {qw.form.needs[what]}
    </p>
  ));
}

function Head(props: RowProps) {
  const { criterion, answer, weight, bonus, current, failed, onAnswer } = props;
  const pick = onAnswer === null ? null : (value: Answer['value']): void => onAnswer({ value });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="flex min-w-[140px] flex-1 flex-wrap items-baseline gap-x-2">
        <span className="font-semibold" dir="auto">
          {criterion.name}
        </span>
        <span className="text-small text-ink-2 tabular-nums">{qw.form.weight(weight, bonus)}</span>
        {criterion.autoFail !== null && (
          <span className="text-cap font-medium text-late" title={qw.form.autoFailHow[criterion.autoFail.fails]}>
            {failed ? qw.form.autoFailed : qw.form.autoFail}
          </span>
        )}
      </span>
      <NumericScore criterion={criterion} value={answer.value} onPick={pick} />
      <ScoreChoice criterion={criterion} value={answer.value} current={current} onPick={pick} />
    </div>
  );
}

/** What can be done with the criterion at hand, where there is nothing of it yet. */
function Offers({ criterion, answer, causes, onEdit, guidance, editing }: RowProps) {
  const has = criterion.guidance !== '' || criterion.levels.length > 0;
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {answer.comment === '' && editing !== 'comment' && (
        <Chip dashed tabIndex={-1} onClick={() => onEdit('comment')}>
          {qw.form.addComment}
          <Kbd keys="c" />
        </Chip>
      )}
      {causes.length > 0 && editing !== 'causes' && (
        <Chip dashed tabIndex={-1} onClick={() => onEdit('causes')}>
          {answer.causes.length === 0 ? qw.form.addCause : qw.form.otherCause}
          <Kbd keys="w" />
        </Chip>
      )}
      {has && !guidance && (
        <span className="flex items-center gap-1 text-small text-ink-2">
          {qw.form.guidance}
          <Kbd keys="shift+g" />
        </span>
      )}
    </div>
  );
}

function Comment({ criterion, answer, editing, onAnswer, onEdit }: RowProps) {
  if (editing === 'comment' && onAnswer !== null)
    return <CommentField criterion={criterion} answer={answer} onAnswer={onAnswer} onEdit={onEdit} />;
  if (answer.comment === '') return null;
  return (
    <p
      className="mt-1 break-words whitespace-pre-wrap"
      dir="auto"
      onDoubleClick={() => onAnswer !== null && onEdit('comment')}
    >
      {answer.comment}
    </p>
  );
}

function Causes({ causes, answer, editing, onAnswer, onEdit }: RowProps) {
  return (
    <>
      {answer.causes.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {answer.causes.map((cause) => (
            <span
              key={cause}
              className="inline-flex h-[23px] items-center gap-[6px] rounded-[5px] border border-line-strong bg-surface px-2 text-small"
            >
              <span className="text-ink-2">{qw.form.cause}</span>
              <span className="font-semibold" dir="auto">
                {cause}
              </span>
            </span>
          ))}
        </div>
      )}
      {editing === 'causes' && onAnswer !== null && (
        <CauseList
          causes={causes}
          chosen={answer.causes}
          onToggle={(cause) => onAnswer({ causes: toggled(answer.causes, cause) })}
          onLeave={() => onEdit(null)}
        />
      )}
    </>
  );
}

/** One criterion: its scores, and what stands for them. It has the focus while its keys are meant. */
export function CriterionRow(props: RowProps) {
  const { criterion, answer, current, missing, told, onCurrent, onAnswer } = props;
  const level = levelOf(criterion, answer.value);
  const needs = told ? missing : missing.filter((what) => what !== 'value');
  return (
    <div
      role="group"
      data-criterion={criterion.id}
      data-state={answer.value === null ? 'open' : 'scored'}
      tabIndex={current ? 0 : -1}
      aria-label={qw.form.row(criterion.name, valueText(criterion, answer.value))}
      aria-current={current || undefined}
      onFocus={onCurrent}
      onClick={onCurrent}
      className={cx(
        'scroll-my-2 border-b border-l-2 border-line py-[10px] pr-4 pl-[14px] -outline-offset-2',
        current ? '!border-l-accent bg-accent-soft' : 'border-l-transparent',
      )}
    >
      <Head {...props} />
      {level !== null && level.label !== '' && current && <p className="text-small text-ink-2">{level.label}</p>}
      {props.beside}
      {current && props.guidance && <Guidance criterion={criterion} />}
      <Comment {...props} />
      <Quotes {...props} />
      <Causes {...props} />
      {current && onAnswer !== null && <Offers {...props} />}
      <Needs missing={needs} told={told} />
    </div>
  );
}
