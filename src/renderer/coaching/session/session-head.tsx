import { Check, CloudOff } from 'lucide-react';
import { useState, type ReactNode, type RefObject } from 'react';
import type { CoachingSession } from '../../../contract/index.ts';
import { instantOfWhen, whenOf, type When } from '../../relations/when.ts';
import { numberIn } from '../../ui/read-number.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { inputClass } from '../../ui/field.tsx';
import { moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { closeSession } from '../coaching-store.ts';
import type { Told } from '../page/rows.tsx';
import { say } from './keeper.ts';
import type { Steps } from './steps.ts';

const w = cw.session;
const small = `${inputClass} !h-[25px] !px-2 tabular-nums`;

/** When it is, kept as soon as what is typed makes an instant. */
function WhenFields({
  session,
  zone,
  field,
}: {
  readonly session: CoachingSession;
  readonly zone: string;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const [typed, setTyped] = useState<When | null>(null);
  const when = typed ?? whenOf(session.at, zone);
  const change = (part: Partial<When>): void => {
    const next = { ...when, ...part };
    setTyped(next);
    const at = instantOfWhen(next, zone);
    if (at !== null) say(session.id, { at });
  };
  const rest = (): void => setTyped(null);
  return (
    <>
      <input
        ref={field}
        type="date"
        aria-label={w.date}
        value={when.date}
        onChange={(event) => change({ date: event.target.value })}
        onBlur={rest}
        className={`${small} !w-auto`}
      />
      <input
        type="time"
        aria-label={w.time}
        value={when.time}
        onChange={(event) => change({ time: event.target.value })}
        onBlur={rest}
        className={`${small} !w-auto`}
      />
      <Kbd keys="t" />
    </>
  );
}

function MinutesField({ session }: { readonly session: CoachingSession }) {
  const [typed, setTyped] = useState<string | null>(null);
  const minutes = numberIn(typed ?? String(session.minutes), 0, 480, true);
  return (
    <label className="inline-flex items-center gap-[6px] text-small text-ink-2">
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={w.minutes}
        aria-invalid={minutes === null}
        title={minutes === null ? w.minutesWrong : undefined}
        maxLength={4}
        value={typed ?? String(session.minutes)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = numberIn(event.target.value, 0, 480, true);
          if (next !== null) say(session.id, { minutes: next });
        }}
        onBlur={() => setTyped(null)}
        className={`${small} !w-[44px] text-center`}
      />
      {w.minutes.toLowerCase()}
    </label>
  );
}

type KeptProps = { readonly kept: 'kept' | 'keeping' | 'failed'; readonly why: string | null };

function KeptMark({ kept, why }: KeptProps) {
  if (kept === 'failed')
    return (
      <span
        role="alert"
        title={why ?? ''}
        className="flex min-w-0 items-center gap-1 text-small font-semibold text-late"
      >
        <CloudOff size={14} aria-hidden className="shrink-0" />
        <span className="truncate">
          {w.notKept}
          {why !== null && `: ${why}`}
        </span>
      </span>
    );
  return (
    <span className="flex items-center gap-1 text-small text-ink-2" data-kept={kept}>
      {kept === 'kept' && <Check size={13} aria-hidden className="text-met" />}
      {kept === 'kept' ? w.kept : w.keeping}
    </span>
  );
}

type ActProps = {
  readonly keys: string;
  readonly on?: boolean;
  readonly pressed?: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
};

const Act = ({ keys, on = false, pressed, run, children }: ActProps) => (
  <Button look={on ? 'primary' : 'plain'} aria-pressed={pressed} onClick={run}>
    {children}
    <Kbd keys={keys} on={on} />
  </Button>
);

/** What can be done with the session as it stands; the next step is the one that stands out. */
function Bar({ session, steps }: { readonly session: CoachingSession; readonly steps: Steps }) {
  const isHeld = session.state === 'held';
  return (
    <>
      {steps.acknowledge !== undefined && (
        <Act keys="y" on={steps.held === undefined} run={steps.acknowledge}>
          {w.acknowledge}
        </Act>
      )}
      {steps.followUp !== undefined && (
        <Act keys="f" on={isHeld} run={steps.followUp}>
          {w.followUp}
        </Act>
      )}
      {steps.held !== undefined && (
        <Act keys="h" on={!isHeld} run={steps.held}>
          {isHeld ? w.again : w.held}
        </Act>
      )}
      <Act keys="escape" run={closeSession}>
        {w.close}
      </Act>
    </>
  );
}

type Props = {
  readonly session: CoachingSession;
  readonly told: Told;
  readonly leads: boolean;
  readonly steps: Steps;
  readonly preview: boolean;
  readonly kept: KeptProps['kept'];
  readonly why: string | null;
  readonly when: RefObject<HTMLInputElement | null>;
};

/** With whom it is, when, how it stands, and whether what was typed is kept. */
export function SessionHead({ session, told, leads, steps, preview, kept, why, when }: Props) {
  const { state, coachId } = session;
  return (
    <header className="shrink-0 border-b border-line">
      <div className="mt-[3px] flex min-h-[44px] items-center gap-x-[10px] gap-y-1 px-4 py-[2px] max-[820px]:flex-wrap">
        <h1 className="min-w-0 truncate text-head font-bold" dir="auto">
          {w.title(told.nameOf(session.personId))}
        </h1>
        <span
          className={cx(
            'inline-flex h-[20px] shrink-0 items-center rounded-[4px] px-[6px] text-small font-semibold',
            state === 'held' ? 'bg-met-soft text-met' : 'bg-sunken text-ink-2',
          )}
        >
          {w.states[state]}
        </span>
        <span className="flex-1" />
        <Bar session={session} steps={steps} />
      </div>
      <div className="flex min-h-[34px] flex-wrap items-center gap-x-3 gap-y-1 px-4 pb-[6px]">
        {leads ? (
          <>
            <span className="inline-flex items-center gap-[6px]">
              <WhenFields session={session} zone={told.zone} field={when} />
            </span>
            <MinutesField session={session} />
          </>
        ) : (
          <span className="tabular-nums">
            {moment(session.at, told.zone, told.now)}, {cw.page.minutes(session.minutes)}
          </span>
        )}
        <span className="min-w-0 truncate text-small text-ink-2" dir="auto">
          {w.coach}: {coachId === null ? cw.coordinator : told.nameOf(coachId)}
        </span>
        <span className="flex-1" />
        {leads && <KeptMark kept={kept} why={why} />}
        {leads && (
          <Button small aria-pressed={preview} onClick={steps.preview}>
            {preview ? w.write : w.preview}
            <Kbd keys="v" />
          </Button>
        )}
      </div>
    </header>
  );
}
