import { FileInput, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DateOrder, SurveyImport, SurveyInspection } from '../../../contract/index.ts';
import { useFileDrop } from '../../app/use-file-drop.ts';
import { zonesWith } from '../../app/zones.ts';
import { fw } from '../../strings/en-surveys.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useSurveyList } from '../use-surveys-read.ts';
import { setSurveys } from '../surveys-store.ts';
import { ColumnRow } from './column-row.tsx';
import {
  answer,
  chooseSurveyFile,
  dropFile,
  mayImport,
  runImport,
  takeFile,
  useSurveyImport,
  type Answers,
} from './import-flow.ts';
import { Outcome } from './outcome.tsx';

const w = fw.import;
const take = (file: File): void => void takeFile(file);

function NoFile({ error, over }: { readonly error: string | null; readonly over: boolean }) {
  return (
    <div
      className={cx(
        'flex flex-col items-center gap-2 rounded-lg border-2 border-dashed px-6 py-8 text-center',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <FileInput size={26} strokeWidth={1.4} aria-hidden className="text-ink-3" />
      <p className="text-title font-bold">{w.drop}</p>
      <p className="max-w-[520px] text-ink-2">{w.dropHow}</p>
      {error !== null && (
        <p role="alert" className="max-w-[520px] text-late">
          {error}
        </p>
      )}
      <Button tabIndex={0} onClick={chooseSurveyFile} className="mt-1">
        {w.choose}
      </Button>
    </div>
  );
}

function Into({ answers }: { readonly answers: Answers }) {
  const surveys = useSurveyList();
  const { surveyId, name, timeZone } = answers;
  return (
    <div className="flex gap-3 max-[560px]:flex-col">
      <Field label={w.into}>
        {(ids) => (
          <Select
            {...ids}
            value={surveyId ?? ''}
            options={[
              { value: '', label: w.newSurvey },
              ...surveys.map((survey) => ({ value: survey.id, label: survey.name })),
            ]}
            onPick={(id) => answer({ surveyId: id === '' ? null : id })}
          />
        )}
      </Field>
      {surveyId === null && (
        <Field label={w.name} error={name.trim() === '' ? w.needName : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={200}
              value={name}
              onChange={(event) => useSurveyImport.setState({ answers: { ...answers, name: event.target.value } })}
            />
          )}
        </Field>
      )}
      <Field label={w.zone}>
        {(ids) => (
          <Select
            {...ids}
            value={timeZone}
            options={zonesWith(timeZone).map((value) => ({ value, label: value }))}
            onPick={(zone) => answer({ timeZone: zone })}
          />
        )}
      </Field>
    </div>
  );
}

/** What has to be answered before rows can be read: asked, never guessed. */
function Question({
  question,
  chosen,
}: {
  readonly question: SurveyImport['questions'][number];
  readonly chosen: DateOrder | null;
}) {
  return (
    <div data-question className="flex flex-col items-start gap-1 rounded-md bg-risk-soft px-3 py-2">
      <span className="flex items-center gap-2 font-semibold">
        <TriangleAlert size={14} aria-hidden className="text-risk" />
        {w.question}
      </span>
      <span dir="auto">{question.text}</span>
      <Segmented
        look="accent"
        label={question.text}
        segments={question.options}
        value={chosen ?? ''}
        onChange={(value) => answer({ dateOrder: value as DateOrder })}
      />
    </div>
  );
}

type FileProps = { readonly found: SurveyInspection; readonly answers: Answers };

function File({ found, answers }: FileProps) {
  const { result, error } = useSurveyImport();
  const box = useRef<HTMLDivElement>(null);
  // What is to be answered first, else where it goes: the button that had the focus is gone.
  useEffect(() => {
    const at =
      box.current?.querySelector<HTMLElement>('[data-question] [tabindex="0"]') ?? box.current?.querySelector('select');
    at?.focus({ preventScroll: true });
  }, [found]);
  // Answered, it stays in sight: it may have been the wrong one.
  const [question] = found.questions;
  return (
    <div ref={box} className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 truncate font-semibold" dir="auto">
          {found.fileName}
        </span>
        <span className="text-ink-2 tabular-nums">{w.file(found.shape, found.rows)}</span>
        <Button small look="quiet" onClick={chooseSurveyFile}>
          {w.other}
        </Button>
      </p>
      {found.notes.map((note) => (
        <p key={note} className="text-small text-ink-2" dir="auto">
          {note}
        </p>
      ))}
      {question !== undefined && <Question question={question} chosen={answers.dateOrder} />}
      <Into answers={answers} />
      <section aria-label={w.columns} className="rounded-md border border-line">
        <h3 className="border-b border-line bg-canvas px-4 py-1 text-small font-bold">{w.columns}</h3>
        <ul>
          {answers.columns.map((column, at) => {
            const own = found.columns[at];
            return own === undefined ? null : <ColumnRow key={column.title} at={at} column={column} found={own} />;
          })}
        </ul>
      </section>
      {error !== null && (
        <p role="alert" className="text-late">
          {error}
        </p>
      )}
      {result !== null && (
        <section className="rounded-md border border-line">
          <Outcome result={result} />
        </section>
      )}
    </div>
  );
}

/** A file, what its questions are taken for, what would come in of it, and the key that brings it in. */
export function ImportForm({ onClose }: { readonly onClose: () => void }) {
  const state = useSurveyImport();
  const { phase, found, answers, result, error } = state;
  const over = useFileDrop(take, w.several);
  const close = (): void => {
    dropFile();
    onClose();
  };
  const submit = async (): Promise<void> => {
    const surveyId = await runImport();
    if (surveyId === null) return;
    setSurveys({ tab: 'scores', surveyId });
    onClose();
  };
  return (
    <form
      noValidate
      aria-busy={phase === 'reading' || phase === 'importing'}
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      {found === null || answers === null ? (
        phase === 'reading' ? (
          <p role="status" className="py-8 text-center text-ink-2">
            {w.sending}
          </p>
        ) : (
          <NoFile error={error} over={over} />
        )
      ) : (
        <File found={found} answers={answers} />
      )}
      <FormFoot>
        <Button onClick={close}>{w.cancel}</Button>
        {found !== null && (
          <Button type="submit" look="primary" disabled={!mayImport(state)}>
            {(result?.questions.length ?? 0) > 0 ? w.question : w.submit(result?.counts.responses ?? 0)}
            <Kbd keys="mod+enter" on />
          </Button>
        )}
      </FormFoot>
    </form>
  );
}
