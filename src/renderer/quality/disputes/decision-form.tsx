import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Criterion, Dispute, QualityReview } from '../../../contract/index.ts';
import { score } from '../../../domain/quality/score/score.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field, inputClass, Select } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { noAnswer, shownCriteria } from '../workspace/answers.ts';
import { choicesOf, valueText, type Value } from '../workspace/scales.ts';
import { disputedFirst, firstTyped, readDecision, typedOf, type Outcome, type Typed } from './decision-draft.ts';

const w = qm.disputes;
const segments = (['upheld', 'overturned', 'partly'] as const).map((value) => ({ value, label: w.choices[value] }));

type ValueProps = {
  readonly criterion: Criterion;
  readonly given: Value | null;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (typed: string) => void;
};

/** What a criterion is to have: as given where nothing is chosen. */
function ValueField({ criterion, given, value, wrong, onChange }: ValueProps) {
  const label = w.valueOf(criterion.name);
  if (criterion.scale.kind === 'numeric')
    return (
      <input
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={wrong}
        placeholder={w.asGiven}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={inputClass}
      />
    );
  return (
    <Select
      aria-label={label}
      aria-invalid={wrong}
      value={value === typedOf(given ?? 'na') && given !== null ? '' : value}
      onPick={onChange}
      options={[
        { value: '', label: w.asGiven },
        ...choicesOf(criterion)
          .filter((choice) => choice.value !== given)
          .map((choice) => ({ value: typedOf(choice.value), label: valueText(criterion, choice.value) })),
      ]}
    />
  );
}

type TableProps = {
  readonly review: QualityReview;
  readonly counter: Dispute['counter'];
  readonly typed: Typed;
  readonly wrong: readonly string[];
  /** Null: nothing is decided on here. */
  readonly onChange: ((id: string, typed: string) => void) | null;
};

/** Given and asked for, side by side; while it is decided, what it is to be. */
export function CounterTable({ review, counter, typed, wrong, onChange }: TableProps) {
  const shown = disputedFirst(shownCriteria(review.card, review.score), counter);
  const touched = { ...counter, ...review.dispute?.given };
  const listed = onChange === null ? shown.filter(({ id }) => Object.hasOwn(touched, id)) : shown;
  const isDecided = onChange === null && (review.dispute?.outcome ?? null) !== null;
  const said = (criterion: Criterion, value: Value | null | undefined): string =>
    value === undefined ? w.notAsked : valueText(criterion, value);
  if (listed.length === 0) return <p className="text-ink-2">{w.noCounter}</p>;
  return (
    <table className="w-full border-separate border-spacing-0 tabular-nums">
      <thead>
        <tr className="text-left text-small text-ink-2">
          {[w.criterion, w.given, w.asked, ...(onChange === null && !isDecided ? [] : [w.decision])].map((head) => (
            <th key={head} scope="col" className="border-b border-line py-1 pr-3 font-medium last:pr-0">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listed.map((criterion) => {
          const asked = counter[criterion.id];
          const answer = review.answers[criterion.id] ?? noAnswer;
          const before = review.dispute?.given[criterion.id];
          const given = before === undefined ? answer.value : before;
          return (
            <tr key={criterion.id} className="align-top">
              <th scope="row" className="border-b border-line py-[6px] pr-3 text-left font-medium" dir="auto">
                {criterion.name}
                {answer.comment !== '' && (
                  <span className="block text-small font-normal text-ink-2" dir="auto">
                    {answer.comment}
                  </span>
                )}
              </th>
              <td className="border-b border-line py-[6px] pr-3">{said(criterion, given)}</td>
              <td
                className={cx(
                  'border-b border-line py-[6px] pr-3',
                  asked === undefined ? 'text-ink-2' : 'font-semibold',
                )}
              >
                {said(criterion, asked)}
              </td>
              {isDecided && <td className="border-b border-line py-[6px] pr-3">{said(criterion, answer.value)}</td>}
              {onChange !== null && (
                <td className="w-[160px] border-b border-line py-[3px]">
                  <ValueField
                    criterion={criterion}
                    given={answer.value}
                    value={typed[criterion.id] ?? ''}
                    wrong={wrong.includes(criterion.id)}
                    onChange={(next) => onChange(criterion.id, next)}
                  />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const percentText = (percent: number | null): string => (percent === null ? w.noScore : qm.percent(percent));

type Props = {
  readonly review: QualityReview;
  readonly dispute: Dispute;
  readonly onLeave: () => void;
  readonly onDecided: () => void;
};

/** Uphold, overturn or partly, with what changes and a word why. The score it comes to is said before it is decided. */
export function DecisionForm({ review, dispute, onLeave, onDecided }: Props) {
  const [outcome, setOutcome] = useState<Outcome>('upheld');
  const [typed, setTyped] = useState<Typed>({});
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const busy = useRef(false);
  const box = useRef<HTMLFormElement>(null);
  const criteria = shownCriteria(review.card, review.score);
  const read = readDecision(criteria, review.answers, outcome === 'upheld' ? {} : typed);
  const isNothing = outcome !== 'upheld' && Object.keys(read.values).length === 0;
  const decided = Object.entries(read.values).map(
    ([id, value]) => [id, { ...(review.answers[id] ?? noAnswer), value }] as const,
  );
  const after = score(review.card, { ...review.answers, ...Object.fromEntries(decided) }).percent;
  const choose = (next: Outcome): void => {
    setOutcome(next);
    setTyped(firstTyped(next, dispute.counter));
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (read.wrong.length > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (read.wrong.length > 0 || isNothing || busy.current) return;
    busy.current = true;
    const done = await command(
      client.quality.decide({ id: review.id, outcome, note: note.trim(), values: read.values }),
    );
    busy.current = false;
    if (done !== null) onDecided();
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const wrong = tried ? read.wrong : [];
  const problem = wrong.length > 0 ? w.wrongValue : tried && isNothing ? w.needChange : null;
  return (
    <form ref={box} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3" data-outcome>
        <Segmented look="accent" label={w.decideLabel} segments={segments} value={outcome} onChange={choose} />
        <span className="min-w-0 flex-1 text-ink-2">{w.how[outcome]}</span>
      </div>
      <CounterTable
        review={review}
        counter={dispute.counter}
        typed={typed}
        wrong={wrong}
        onChange={outcome === 'upheld' ? null : (id, next) => setTyped((held) => ({ ...held, [id]: next }))}
      />
      <Field label={w.note}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            dir="auto"
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            className={`${inputClass} !h-auto py-[6px]`}
          />
        )}
      </Field>
      <p role="status" className={cx(problem !== null && 'text-late')}>
        {problem ?? w.would(percentText(review.percent), percentText(after))}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onLeave}>
          {qm.cancel} <Kbd keys="escape" />
        </Button>
        <Button type="submit" look="primary">
          {w.submit} <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}
