import { useRef, type KeyboardEvent } from 'react';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { cw } from '../../strings/en-coaching.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ask, closeSession, setCoaching, useCoaching } from '../coaching-store.ts';
import { hintsOfList } from '../hints.ts';
import { useMetricName } from '../metrics.ts';
import { useItems } from '../page/use-items.ts';
import { useTabActions } from '../tab-actions.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { useItemKeys } from '../use-item-keys.ts';
import { useTold } from '../use-told.ts';
import { useViewer } from '../../people/viewer.ts';
import { Editor } from '../../written/editor.tsx';
import { flush, say } from './keeper.ts';
import { SessionHead } from './session-head.tsx';
import { openEvidence, Side, unlink, type Loaded as Session } from './side.tsx';
import { stepsOf, type Steps } from './steps.ts';
import { useKeeping, useSession } from './use-session.ts';

const w = cw.session;
/** Into a text, out of the preview if need be: it is there one frame later. */
function write(name: string): void {
  setCoaching({ preview: false });
  requestAnimationFrame(() => {
    const area = document.querySelector<HTMLTextAreaElement>(`[data-written="${name}"]`);
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  });
}

function useSessionKeys(session: Session, steps: Steps, leads: boolean, onWhen: () => void): void {
  const { id: sessionId, personId } = session;
  const { held, followUp, acknowledge } = steps;
  useTabActions({
    ...(held !== undefined && { held }),
    ...(followUp !== undefined && { followUp }),
    ...(acknowledge !== undefined && { acknowledge }),
    ...(leads && {
      preview: steps.preview,
      when: onWhen,
      agenda: () => write('agenda'),
      notes: () => write('notes'),
      privateNotes: () => write('privateNotes'),
      link: () => ask({ what: 'link', sessionId, personId }),
      goal: () => ask({ what: 'goal', personId, sessionId, goal: null }),
      action: () => ask({ what: 'action', personId, sessionId, action: null }),
    }),
  });
}

const back = [['escape', w.hints.back]] as const;
const writing = [
  ['1 / 2 / 3', w.hints.written],
  ['v', w.hints.preview],
  ['l', w.hints.link],
  ['a', w.hints.action],
  ['shift+g', w.hints.goal],
  ['t', w.hints.when],
] as const;

type LoadedProps = Pick<ReturnType<typeof useSession>, 'kept' | 'failed'> & { readonly session: Session };

function Loaded({ session, kept, failed }: LoadedProps) {
  const told = useTold();
  const viewer = useViewer();
  const { leads } = viewer;
  const preview = useCoaching((state) => state.preview);
  const metricName = useMetricName();
  const page = useRef<HTMLElement>(null);
  const when = useRef<HTMLInputElement>(null);
  const steps = stepsOf(session, leads, told);
  const { evidence, actions, goals } = session;
  const { box, beyond, pointed, onFocusCapture } = useItems(
    Object.entries({ evidence, actions, goals }).map(([name, all]) => ({ name, ids: all.map(({ id }) => id) })),
  );
  const removes = leads && pointed?.list === 'evidence';
  const onOpen = useItemKeys({
    goals,
    actions,
    pointed,
    viewer,
    openOther: (each) => openEvidence(evidence.find(({ id }) => id === each)),
    removeOther: removes ? ({ id }) => unlink(session, id) : null,
  });
  useSessionKeys(session, steps, leads, () => when.current?.focus());
  useFirstFocus(page, 'session');
  const name = told.nameOf(session.personId);
  const texts = [
    { key: 'agenda', label: w.agenda, readers: w.bothRead(name), hint: w.agendaHint },
    { key: 'notes', label: w.notes, readers: w.bothRead(name), hint: w.notesHint },
    { key: 'privateNotes', label: w.privateNotes, readers: w.onlyYou, hint: w.privateHint },
  ] as const;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if ((event.target as Element).closest('input:not([type="checkbox"]), textarea') !== null) return;
    closeSession();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown} onFocusCapture={onFocusCapture}>
      <SessionHead
        session={session}
        told={told}
        leads={leads}
        steps={steps}
        preview={preview}
        kept={kept}
        why={failed}
        when={when}
      />
      <main ref={page} className="flex min-h-0 flex-1 flex-col">
        <div className="flex min-h-0 flex-1 max-[820px]:flex-col max-[820px]:overflow-y-auto">
          <div
            role="region"
            aria-label={w.written}
            data-first
            data-begin
            tabIndex={0}
            className="flex min-w-0 flex-1 flex-col gap-4 overflow-y-auto px-7 py-4 -outline-offset-2 max-[1100px]:px-5 max-[820px]:flex-none max-[820px]:overflow-visible"
          >
            {texts.map(({ key, label, readers, hint }, at) =>
              key === 'privateNotes' && !leads ? null : (
                <Editor
                  key={key}
                  name={key}
                  label={label}
                  readers={readers}
                  isPrivate={key === 'privateNotes'}
                  hint={hint}
                  digit={String(at + 1)}
                  value={session[key]}
                  preview={preview}
                  onChange={leads ? (text) => say(session.id, { [key]: text }) : null}
                  onRest={() => void flush(session.id)}
                />
              ),
            )}
          </div>
          <section
            ref={box}
            aria-label={w.side}
            tabIndex={-1}
            className="flex w-[380px] shrink-0 flex-col gap-5 overflow-y-auto border-l border-line p-4 max-[1100px]:w-[290px] max-[1100px]:p-3 max-[820px]:w-full max-[820px]:overflow-visible max-[820px]:border-t max-[820px]:border-l-0"
          >
            <Side
              session={session}
              told={told}
              leads={leads}
              isMine={viewer.id === session.personId}
              metricName={metricName}
              pointed={pointed}
              beyond={beyond}
              onOpen={onOpen}
            />
            {steps.remove !== undefined && (
              <Button small look="danger" className="self-start" onClick={steps.remove}>
                {w.remove}
              </Button>
            )}
          </section>
        </div>
        <Hints
          hints={
            pointed === null ? [...(leads ? writing : []), ...back] : [...hintsOfList(pointed.list, leads), ...back]
          }
        />
      </main>
    </div>
  );
}

/** One session: what is written at the left, kept as it is typed; what it is about and what came of it at the right. */
export function SessionView({ id }: { readonly id: string }) {
  useKeeping(id);
  const { asked, session, kept, failed } = useSession(id);
  if (session === undefined)
    return (
      <main className="flex min-h-0 flex-1 flex-col" onKeyDown={(event) => event.key === 'Escape' && closeSession()}>
        <div className="flex h-[47px] shrink-0 items-center gap-2 border-b border-line px-4">
          <h1 className="text-head font-bold">{w.alone}</h1>
          <span className="flex-1" />
          <Button onClick={closeSession}>
            {w.close}
            <Kbd keys="escape" />
          </Button>
        </div>
        <NotRead asked={asked} />
      </main>
    );
  return <Loaded session={session} kept={kept} failed={failed} />;
}
