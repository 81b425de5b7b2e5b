import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { InterviewForm } from '../../../contract/index.ts';
import { deleteAtOf } from '../../../domain/hiring/retention.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { NotRead } from '../../ui/not-read.tsx';
import { numberIn } from '../../ui/read-number.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { QuestionFields } from './question-fields.tsx';
import { movedUp, newQuestion, withKeys } from './questions.ts';

const w = hw.form;
const mostDays = 3650;
const mostQuestions = 30;

/** How many candidates a time would delete at once. */
function useDeleted(days: number | null): number {
  const now = useMinute();
  const { data } = useQuery(orpc.hiring.overview.queryOptions({ input: { withClosed: true } }));
  if (days === null || data === undefined) return 0;
  return data.candidates.filter(({ stage, stageAt }) => (deleteAtOf(stage, stageAt, days) ?? Infinity) <= now).length;
}

type Settings = { readonly retentionDays: number; readonly form: InterviewForm };
type Props = { readonly settings: Settings; readonly onClose: () => void };

function Loaded({ settings, onClose }: Props) {
  const [typed, setTyped] = useState(String(settings.retentionDays));
  const [questions, setQuestions] = useState(settings.form.questions);
  const [tried, setTried] = useState(false);
  const retentionDays = numberIn(typed, 0, mostDays, true);
  const deleted = useDeleted(retentionDays);
  const isWrong = questions.some(({ competency, question }) => competency.trim() === '' || question.trim() === '');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (retentionDays === null || isWrong) return;
    const done = await command(client.hiring.settingsSave({ retentionDays, form: { questions: withKeys(questions) } }));
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={w.save} onSubmit={submit} onClose={onClose}>
      <Field
        label={w.retention}
        hint={deleted > 0 ? w.deletesNow(deleted) : w.retentionHint}
        error={tried && retentionDays === null ? w.retentionWrong : undefined}
      >
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            className="!w-[96px]"
            maxLength={4}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div>
        <h3 className="font-bold">{w.questions}</h3>
        <p className="text-small text-ink-2">{w.questionsHow}</p>
      </div>
      {questions.map((question, at) => (
        <QuestionFields
          key={question.id === '' ? at : question.id}
          question={question}
          place={at + 1}
          tried={tried}
          onChange={(next) => setQuestions(questions.with(at, next))}
          onUp={at === 0 ? null : () => setQuestions(movedUp(questions, at))}
          onRemove={questions.length === 1 ? null : () => setQuestions(questions.toSpliced(at, 1))}
        />
      ))}
      {questions.length < mostQuestions && (
        <Button
          small
          className="self-start"
          icon={<Plus size={13} strokeWidth={2.2} aria-hidden />}
          onClick={() => setQuestions([...questions, newQuestion])}
        >
          {w.addQuestion}
        </Button>
      )}
    </DialogForm>
  );
}

/** How long candidates are kept, and what everybody is asked. */
export function SettingsForm({ onClose }: { readonly onClose: () => void }) {
  const asked = useQuery(orpc.hiring.settings.queryOptions());
  if (asked.data === undefined) return <NotRead asked={asked} />;
  return <Loaded settings={asked.data} onClose={onClose} />;
}
