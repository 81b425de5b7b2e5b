import { CircleCheck, EyeOff, TriangleAlert } from 'lucide-react';
import type { AgentState, DateOrder, RosterImport } from '../../contract/index.ts';
import { usePeople, useZone } from '../client/use-desk.ts';
import { zonesWith } from '../app/zones.ts';
import { Rows } from '../exchange/rows.tsx';
import { rw } from '../strings/en-roster.ts';
import { number } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Field, Select } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from '../ui/switch.tsx';
import { FindingList } from './findings.tsx';
import { answer, useRosterImport } from './import-flow.ts';

const w = rw.files;
type Result = { readonly result: RosterImport };
type Question = RosterImport['questions'][number];

/** What the file is, and which of its columns were dropped unread. */
export function FileFacts({ result }: Result) {
  const { dropped, kind, notes } = result;
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <p>
        {w.readAs} <span className="font-semibold">{w.kind(kind)}</span>.
      </p>
      <div
        className={cx('flex items-start gap-2', dropped.length > 0 && 'rounded-md bg-risk-soft px-3 py-2')}
        role="note"
        aria-label={w.pay}
      >
        <EyeOff size={14} aria-hidden className={cx('mt-[3px] shrink-0', dropped.length > 0 && 'text-risk')} />
        {dropped.length === 0 ? (
          <span className="text-ink-2">{w.noPay}</span>
        ) : (
          <span className="min-w-0 break-words" dir="auto">
            <span className="font-semibold">{w.droppedTitle(dropped.length)}:</span> {w.dropped(dropped)}
          </span>
        )}
      </div>
      {notes.length > 0 && (
        <ul className="text-small text-ink-2">
          {notes.map((note) => (
            <li key={note} dir="auto">
              {note}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const counts = ['people', 'shifts', 'states', 'same', 'rejected'] as const;

/** Five figures: what comes in, what is there already, what is not read. */
export function Figures({ result }: Result) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-2 px-4 py-3">
      {counts.map((name) => {
        const count = result.counts[name];
        return (
          <div key={name} className="min-w-[84px]">
            <dd
              className={cx(
                'text-[20px] leading-[26px] font-bold tabular-nums',
                name === 'rejected' && count > 0 && 'text-late',
                count === 0 && 'text-ink-3',
              )}
            >
              {number(count)}
            </dd>
            <dt className="text-small text-ink-2">{w.count[name](count)}</dt>
          </div>
        );
      })}
    </dl>
  );
}

/** The rows that were not read, each with its line and why. */
export function Issues({ result }: Result) {
  if (result.issues.length === 0) return null;
  return (
    <Rows
      label={w.issues}
      columns="grid-cols-[56px_minmax(90px,0.5fr)_minmax(0,2fr)]"
      heads={[{ text: w.line }, { text: w.column }, { text: w.reason }]}
      rows={result.issues}
      most={14}
      cells={({ line, column, reason }) => [
        <span key="line" className="block text-ink-2 tabular-nums">
          {number(line)}
        </span>,
        <bdi key="column" className="block truncate" title={column}>
          {column ?? ''}
        </bdi>,
        <span key="reason" dir="auto" className="block break-words">
          {reason}
        </span>,
      ]}
    />
  );
}

function answerTo(question: Question, value: string): void {
  const { answers } = useRosterImport.getState();
  if (question.kind === 'dateOrder') answer({ dateOrder: value as DateOrder });
  else if (question.kind === 'durationUnit') answer({ durationUnit: value as 'seconds' | 'minutes' });
  else if (question.value !== null) answer({ states: { ...answers.states, [question.value]: value as AgentState } });
}

const fewOptions = 5;

function Asked({ question }: { readonly question: Question }) {
  const { text, options, value } = question;
  if (options.length <= fewOptions)
    return (
      <div className="flex flex-col items-start gap-1" data-question>
        <span dir="auto">{text}</span>
        <Segmented
          look="accent"
          label={text}
          segments={options}
          value=""
          onChange={(picked) => answerTo(question, picked)}
        />
      </div>
    );
  return (
    <div className="w-[420px] max-w-full" data-question key={value}>
      <Field label={text}>
        {(ids) => (
          <Select
            {...ids}
            options={[{ value: '', label: '' }, ...options]}
            value=""
            onPick={(picked) => picked !== '' && answerTo(question, picked)}
          />
        )}
      </Field>
    </div>
  );
}

/** What has to be answered before rows can be read: asked, never guessed. */
export function Questions({ result }: Result) {
  if (result.questions.length === 0) return null;
  return (
    <div className="flex flex-col gap-3 border-b border-line px-4 py-3">
      <h3 className="flex items-center gap-2 text-body font-bold">
        <TriangleAlert size={14} aria-hidden className="text-risk" />
        {w.questions}
      </h3>
      {result.questions.map((question) => (
        <Asked key={`${question.kind}${question.value ?? ''}`} question={question} />
      ))}
    </div>
  );
}

/** In which zone its times are, and who its people are. */
export function Choices({ result }: Result) {
  const desk = useZone();
  const people = usePeople();
  const { answers } = useRosterImport();
  const zone = answers.timeZone ?? desk;
  const others = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {result.kind !== 'peopleTable' && result.kind !== 'zendeskTeam' && (
        <div className="w-[320px] max-w-full">
          <Field label={w.zone} hint={w.zoneHow}>
            {(ids) => (
              <Select
                {...ids}
                options={zonesWith(zone).map((value) => ({ value, label: value }))}
                value={zone}
                onPick={(timeZone) => answer({ timeZone })}
              />
            )}
          </Field>
        </div>
      )}
      <Check
        label={w.createPeople}
        hint={w.createHow}
        on={answers.createPeople}
        onChange={(createPeople) => answer({ createPeople })}
      />
      {!answers.createPeople && result.unknown.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-small font-medium text-ink-2">{w.unknown(result.unknown.length)}</legend>
          {result.unknown.slice(0, 40).map(({ key, name }) => (
            <div key={key} className="flex items-center gap-3">
              <span className="w-[180px] truncate" dir="auto">
                {name}
              </span>
              <Select
                aria-label={w.whoIs(name)}
                className="!h-[28px] !w-[220px]"
                options={[{ value: '', label: w.nobodyHere }, ...others]}
                value={answers.matches[key] ?? ''}
                onPick={(id) => answer({ matches: { ...answers.matches, [key]: id } })}
              />
            </div>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** What would be wrong with the roster once the file is in. */
export function ImportFindings({ result }: Result) {
  const { findings, counts: made } = result;
  if (made.shifts === 0 && findings.length === 0) return null;
  return (
    <div className="px-4 py-3">
      {findings.length === 0 ? (
        <p className="flex items-center gap-2 text-met">
          <CircleCheck size={14} aria-hidden />
          {w.noFindings}
        </p>
      ) : (
        <>
          <h3 className="mb-1 text-body font-bold">{w.findingsOf(findings.length)}</h3>
          <FindingList findings={findings} label={w.findingsOf(findings.length)} most={30} />
        </>
      )}
    </div>
  );
}
