import { ArrowUp, Trash2 } from 'lucide-react';
import { Area } from '../../ui/dialog-form.tsx';
import { hw } from '../../strings/en-hiring.ts';
import { IconButton } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import type { Question } from './questions.ts';

const w = hw.form;

type Props = {
  readonly question: Question;
  /** Counted from 1. */
  readonly place: number;
  readonly tried: boolean;
  readonly onChange: (question: Question) => void;
  readonly onUp: (() => void) | null;
  /** Null: it is the only one. */
  readonly onRemove: (() => void) | null;
};

/** One question with what a 1, a 3 and a 5 sound like. */
export function QuestionFields({ question, place, tried, onChange, onUp, onRemove }: Props) {
  const { competency, anchors } = question;
  const isUnasked = question.question.trim() === '';
  return (
    <fieldset className="flex flex-col gap-2 border-t border-line pt-3">
      <legend className="sr-only">{w.question(place)}</legend>
      <div className="flex items-start gap-2">
        <Field label={w.competency} error={tried && competency.trim() === '' ? w.competencyNeed : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={100}
              value={competency}
              onChange={(event) => onChange({ ...question, competency: event.target.value })}
            />
          )}
        </Field>
        {onUp !== null && (
          <IconButton label={w.upQuestion(place)} onClick={onUp} className="mt-6">
            <ArrowUp size={14} aria-hidden />
          </IconButton>
        )}
        {onRemove !== null && (
          <IconButton label={w.removeQuestion(place)} onClick={onRemove} className="mt-6">
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <Area
        label={w.ask}
        max={1000}
        value={question.question}
        error={tried && isUnasked ? w.askNeed : undefined}
        onChange={(text) => onChange({ ...question, question: text })}
      />
      <div className="flex gap-3 max-[640px]:flex-col">
        {(['low', 'middle', 'high'] as const).map((each) => (
          <Area
            key={each}
            label={w[each]}
            max={500}
            value={anchors[each]}
            onChange={(text) => onChange({ ...question, anchors: { ...anchors, [each]: text } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
