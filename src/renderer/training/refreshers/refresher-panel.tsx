import { CalendarPlus, UserPlus } from 'lucide-react';
import type { RefObject } from 'react';
import type { Refresher } from '../../../contract/index.ts';
import { tw } from '../../strings/en-training.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { Editor } from '../../written/editor.tsx';
import { flushTexts, typeText, useTextsOf } from '../texts.ts';
import { ask, useTraining } from '../training-store.ts';
import type { Told } from '../use-told.ts';
import { removeRefresher, setState, unplace } from '../writes.ts';
import { Attendees } from './attendees.tsx';
import { When } from './refresher-list.tsx';

const w = tw.refreshers;

type HeadProps = { readonly refresher: Refresher; readonly told: Told; readonly leads: boolean };

function Acts({ refresher }: { readonly refresher: Refresher }) {
  const { state, startAt, attendance } = refresher;
  const isPlanned = state === 'planned';
  const isBare = attendance.length === 0;
  return (
    <div className="flex flex-wrap gap-2">
      {isPlanned && (
        <KeyButton
          keys="t"
          primary={startAt === null && !isBare}
          icon={<CalendarPlus size={13} aria-hidden />}
          run={() => ask({ what: 'find', refresher })}
        >
          {startAt === null ? w.find : w.move}
        </KeyButton>
      )}
      <KeyButton
        keys="i"
        primary={isPlanned && isBare}
        icon={<UserPlus size={13} aria-hidden />}
        run={() => ask({ what: 'invite', refresher })}
      >
        {w.invite}
      </KeyButton>
      {state !== 'cancelled' && (
        <KeyButton keys="h" run={() => setState(refresher, isPlanned ? 'held' : 'planned')}>
          {isPlanned ? w.held : w.notHeld}
        </KeyButton>
      )}
      {state !== 'held' && (
        <KeyButton keys="d" run={() => setState(refresher, isPlanned ? 'cancelled' : 'planned')}>
          {isPlanned ? w.callOff : w.again}
        </KeyButton>
      )}
      {isPlanned && startAt !== null && (
        <KeyButton keys="shift+t" run={() => unplace(refresher)}>
          {w.unplace}
        </KeyButton>
      )}
      <KeyButton keys="e" run={() => ask({ what: 'refresher', refresher })}>
        {w.edit}
      </KeyButton>
      <KeyButton keys="delete" run={() => removeRefresher(refresher)}>
        {w.remove}
      </KeyButton>
    </div>
  );
}

const Head = ({ refresher, told, leads }: HeadProps) => (
  <header className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
    <div>
      <h2 className="text-title font-bold break-words" dir="auto">
        {refresher.title}
      </h2>
      <p className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
        <span className="font-semibold">{w.states[refresher.state]}</span>
        <When refresher={refresher} told={told} />
        {refresher.startAt !== null && <span>{w.minutes(refresher.minutes)}</span>}
        <span dir="auto">{w.trainer(told.nameOf(refresher.trainerId))}</span>
      </p>
    </div>
    {leads && <Acts refresher={refresher} />}
  </header>
);

const Sources = ({ sources }: Pick<Refresher, 'sources'>) => (
  <section aria-label={w.sources}>
    <h2 className="pb-1 font-bold">{w.sources}</h2>
    <ul className="flex flex-wrap gap-2">
      {sources.map(({ kind, title }, at) => (
        <li
          key={`${String(at)} ${title}`}
          className="inline-flex min-h-[23px] max-w-full items-center gap-[6px] rounded-[5px] border border-line-strong/80 px-2 text-small"
        >
          <span className="text-ink-2">{w.sourceKinds[kind]}</span>
          <span className="min-w-0 font-semibold break-words" dir="auto">
            {title}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

const texts = [
  { field: 'agenda', label: w.agenda, hint: w.agendaHint, digit: 'w' },
  { field: 'materials', label: w.materials, hint: w.materialsHint, digit: 'l' },
] as const;

type Props = HeadProps & {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly attendeeId: string | null;
  readonly onLeave: () => void;
};

/** One refresher: when, what it is about, what is gone through, who comes and who was there. */
export function RefresherPanel({ refresher, told, leads, list, attendeeId, onLeave }: Props) {
  const { id, sources, attendance } = refresher;
  const written = useTextsOf(refresher);
  const preview = useTraining((state) => state.preview);
  return (
    <section
      aria-label={w.panel(refresher.title)}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-l border-line max-[820px]:overflow-y-auto max-[820px]:border-t max-[820px]:border-l-0"
    >
      <Head refresher={refresher} told={told} leads={leads} />
      <div
        role="region"
        aria-label={refresher.title}
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4 -outline-offset-2 max-[820px]:flex-none max-[820px]:overflow-visible"
      >
        {sources.length > 0 && <Sources sources={sources} />}
        {written.failed !== null && (
          <p role="status" className="text-small font-semibold text-late">
            {w.saveFailed} {written.failed}
          </p>
        )}
        {texts.map(({ field, label, hint, digit }) => (
          <Editor
            key={field}
            name={field}
            label={label}
            readers={w.readers}
            hint={hint}
            digit={digit}
            value={written[field]}
            preview={preview}
            onChange={leads ? (text) => typeText(id, field, text) : null}
            onRest={() => flushTexts(id)}
          />
        ))}
        <section aria-label={w.people}>
          <h2 className="flex items-baseline gap-2 pb-1 font-bold">
            {w.people}
            {attendance.length > 0 && (
              <span className="text-small font-normal text-ink-2 tabular-nums">{attendance.length}</span>
            )}
          </h2>
          {attendance.length === 0 ? (
            <p className="text-small text-ink-2">{w.noPeople}</p>
          ) : (
            <Attendees list={list} refresher={refresher} currentId={attendeeId} told={told} onLeave={onLeave} />
          )}
        </section>
      </div>
    </section>
  );
}
