import type { Candidate, Interview } from '../../../contract/index.ts';
import { interviewsOver } from '../../../domain/hiring/stages.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { meanText } from '../list/pipeline-list.tsx';
import { Part } from '../panel/part.tsx';
import type { Told } from '../use-told.ts';

const w = hw.interview;

/** One to five as marks, for the eye; the number stands beside it. */
const Marks = ({ rating }: { readonly rating: number }) => (
  <span aria-hidden className="flex gap-[2px]">
    {[1, 2, 3, 4, 5].map((at) => (
      <span key={at} className={cx('h-[9px] w-[9px] rounded-[2px]', at <= rating ? 'bg-accent' : 'bg-line-strong')} />
    ))}
  </span>
);

function Form({
  form,
  viewerId,
  told,
}: {
  readonly form: Interview;
  readonly viewerId: string | null;
  readonly told: Told;
}) {
  const by = form.byId === viewerId ? `${form.by} (${w.you})` : form.by;
  return (
    <section aria-label={w.form(by)} className="rounded-md border border-line px-3 py-2">
      <h4 className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold" dir="auto">
          {by}
        </span>
        <span className="text-small font-normal text-ink-2 tabular-nums">
          {[
            told.day(form.at),
            ...(form.mean === null ? [] : [w.mean(meanText(form.mean))]),
            ...(form.recommend === null ? [] : [w.said[form.recommend]]),
          ].join(', ')}
        </span>
      </h4>
      <dl>
        {form.form.questions.map(({ id, competency }) => {
          const { rating, note } = form.ratings[id] ?? { rating: null, note: '' };
          return (
            <div key={id} className="flex flex-wrap items-center gap-x-3 border-t border-line py-1 first:border-t-0">
              <dt className="min-w-[120px] flex-1" dir="auto">
                {competency}
              </dt>
              <dd className="flex items-center gap-2 tabular-nums">
                {rating === null ? (
                  <span className="text-small text-ink-2">{w.notAsked}</span>
                ) : (
                  <>
                    <Marks rating={rating} />
                    {rating}
                  </>
                )}
              </dd>
              {note !== '' && (
                <dd className="w-full text-small break-words whitespace-pre-wrap text-ink-2" dir="auto">
                  {note}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

type Props = { readonly candidate: Candidate; readonly viewerId: string | null; readonly told: Told };

/** What others said, once it may be read; one's own once it is done, with the way to take it up again while nobody else’s is there. */
export function FormsShown({ candidate, viewerId, told }: Props) {
  const { id, stage, interviewForms, hiddenForms, interview, interviews } = candidate;
  const isOver = interviewsOver(stage);
  const own = interviewForms.find(({ byId }) => byId === viewerId);
  const shown = interviewForms.filter(({ done }) => done || isOver);
  const others = shown.filter((form) => form !== own);
  const mayAgain = own?.done === true && others.length === 0 && !isOver;
  const waits = own?.done === true || isOver;
  if (shown.length === 0 && hiddenForms === 0 && !isOver) return null;
  return (
    <Part title={w.forms} {...(interview !== null && { note: w.meanOf(meanText(interview), interviews) })}>
      <div className="flex flex-col gap-2">
        {shown.map((form) => (
          <Form key={form.id} form={form} viewerId={viewerId} told={told} />
        ))}
        {shown.length === 0 && isOver && <p className="text-small text-ink-2">{w.none}</p>}
        {hiddenForms > 0 && (
          <p className="text-small text-ink-2">{waits ? w.notDone(hiddenForms) : w.hidden(hiddenForms)}</p>
        )}
        {mayAgain && (
          <Button
            small
            className="self-start"
            onClick={() => void command(client.hiring.interviewSave({ candidateId: id, done: false }))}
          >
            {w.again}
          </Button>
        )}
      </div>
    </Part>
  );
}
