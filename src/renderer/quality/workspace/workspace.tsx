import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Answer, QualityReview, Quote } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { say as sayWords } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { qw } from '../../strings/en-quality.ts';
import { Hints, NotRead } from '../../staffing/not-read.tsx';
import { useBoard, type BoardHandle } from '../../tickets/board-store.ts';
import { Button } from '../../ui/button.tsx';
import { clockTime } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Resizer } from '../../ui/resizer.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { closeReview, setQuality, useQuality, type OpenReview } from '../quality-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { AcknowledgeDialog, DisputeDialog } from './agent-dialogs.tsx';
import { AgentPart } from './agent-part.tsx';
import { countScored } from './answers.ts';
import { Conversation } from './conversation.tsx';
import { finish, readAgain, savePage, skip } from './finish.ts';
import { flush, inputOf, say } from './keeper.ts';
import { openNeighbour, openNext } from './next-review.ts';
import { ReviewForm, type FormHandle } from './review-form.tsx';
import { ReviewHead } from './review-head.tsx';
import { SkipDialog } from './skip-dialog.tsx';
import { usePackLeft, usePresence, useReview } from './use-review.ts';
import { useQuoting } from './use-quoting.ts';

type Asking = 'skip' | 'acknowledge' | 'dispute' | null;

const isOpen = ({ state }: QualityReview): boolean => state === 'assigned' || state === 'started';
const mayReopen = ({ state }: QualityReview): boolean =>
  state !== 'disputed' && state !== 'assigned' && state !== 'started';
const mayDispute = ({ state }: QualityReview): boolean => state === 'released' || state === 'acknowledged';

type BarProps = { readonly data: QualityReview; readonly inPack: boolean; readonly steps: Steps };
type Steps = {
  readonly finish: () => void;
  readonly skip: () => void;
  readonly next: () => void;
  readonly reopen: () => void;
  readonly release: () => void;
  readonly acknowledge: () => void;
  readonly dispute: () => void;
  readonly page: () => void;
};

const Act = ({
  keys,
  on = false,
  run,
  children,
}: {
  keys: string;
  on?: boolean;
  run: () => void;
  children: ReactNode;
}) => (
  <Button look={on ? 'primary' : 'plain'} onClick={run}>
    {children}
    <Kbd keys={keys} on={on} />
  </Button>
);

/** What can be done with the review as it stands. */
function Bar({ data, inPack, steps }: BarProps) {
  if (isOpen(data))
    return (
      <>
        <Act keys="s" run={steps.skip}>
          {qw.review.skip}
        </Act>
        <Act keys="mod+enter" on run={steps.finish}>
          {qw.review.finish}
        </Act>
      </>
    );
  return (
    <>
      {!inPack && (
        <Act keys="p" run={steps.page}>
          {qw.review.page}
        </Act>
      )}
      {mayReopen(data) && (
        <Act keys="t" run={steps.reopen}>
          {qw.review.reopen}
        </Act>
      )}
      {mayDispute(data) && (
        <Act keys="d" run={steps.dispute}>
          {qw.review.dispute}
        </Act>
      )}
      {data.state === 'released' && !inPack && (
        <Act keys="y" on run={steps.acknowledge}>
          {qw.agent.acknowledge}
        </Act>
      )}
      {data.state === 'done' && !inPack && (
        <Act keys="r" on run={steps.release}>
          {qw.review.release}
        </Act>
      )}
    </>
  );
}

function hintsOf(open: boolean): readonly (readonly [string, string])[] {
  const move = [
    ['j / k', qw.hints.move],
    [', / .', qw.hints.passages],
    ['shift+g', qw.hints.guidance],
    ['[ / ]', qw.hints.neighbours],
    ['escape', qw.hints.back],
  ] as const;
  if (!open) return move;
  return [
    ['1 / 5', qw.hints.score],
    ['n', qw.hints.na],
    ['c', qw.hints.comment],
    ['w', qw.hints.causes],
    ['q', qw.hints.quote],
    ['e', qw.hints.extend],
    ['enter', qw.hints.nextOpen],
    ...move,
  ];
}

type LoadedProps = {
  readonly review: OpenReview;
  readonly data: QualityReview;
  readonly view: ReturnType<typeof useReview>;
};

/** The keys of the screen while a review is open. */
function useKeysOf(data: QualityReview, inPack: boolean, steps: Steps, own: Parameters<typeof useTabActions>[0]): void {
  const open = isOpen(data);
  useTabActions({
    ...own,
    ...(open && { skip: steps.skip }),
    ...(open ? { run: steps.finish } : { run: steps.next }),
    ...(mayReopen(data) && { again: steps.reopen }),
    ...(mayDispute(data) && { duplicate: steps.dispute }),
    ...(data.state === 'done' && !inPack && { release: steps.release }),
    ...(data.state === 'released' && !inPack && { acknowledge: steps.acknowledge }),
    ...(!inPack && { print: steps.page }),
  });
}

/** The form has the focus once it is there, and gets it back: the palette and a dialog that went lead to it. */
function useFormFocus(form: React.RefObject<FormHandle | null>): void {
  useEffect(() => {
    form.current?.focus();
    const handle: BoardHandle = { move: () => undefined, focus: () => form.current?.focus() };
    useBoard.setState({ handle });
    keepFocus();
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [form]);
}

function Loaded({ review, data, view }: LoadedProps) {
  const { line, formPx } = useQuality();
  const { people } = useNames();
  const zone = useZone();
  const now = useMinute();
  const form = useRef<FormHandle>(null);
  const [currentId, setCurrent] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const [guidance, setGuidance] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const packLeft = usePackLeft(review.pack);
  const inPack = review.pack !== undefined;
  const open = isOpen(data);
  const { answers } = view;
  const score = view.score ?? data.score;
  const first = data.card.sections[0]?.criteria[0]?.id ?? null;
  const at = currentId ?? first;
  const onAnswer = open ? (criterion: string, set: Partial<Answer>) => say(review, criterion, set) : null;
  const quoting = useQuoting({ conversation: data.conversation, answers, currentId: at, onAnswer });
  useFormFocus(form);
  const close = (): void => {
    setAsking(null);
    keepFocus();
  };
  const run = async (
    work: Promise<Parameters<typeof command>[0] extends Promise<infer D> ? D : never>,
  ): Promise<void> => {
    if ((await command(work)) !== null) await readAgain(review);
  };
  const steps: Steps = {
    finish: () =>
      void finish(review).then((missing) => {
        if (missing === null) return;
        setTold(true);
        form.current?.go(missing[0] ?? '');
        sayWords({ title: qw.review.refused(missing.length), tone: 'late' });
      }),
    skip: () => setAsking('skip'),
    next: () => void openNext(review),
    reopen: () => void run(client.quality.reopen(inputOf(review))),
    release: () => void run(client.quality.release({ ids: [review.id] })),
    acknowledge: () => setAsking('acknowledge'),
    dispute: () => setAsking('dispute'),
    page: () => void savePage(review.id),
  };
  useKeysOf(data, inPack, steps, {
    guidance: () => setGuidance((shown) => !shown),
    after: quoting.next,
    before: quoting.before,
    next: () => openNeighbour(review, 1),
    previous: () => openNeighbour(review, -1),
    ...(open && {
      quote: quoting.quote,
      add: () => form.current?.notApplicable(),
      comment: () => form.current?.edit('comment'),
      kind: () => form.current?.edit('causes'),
    }),
    ...(open && quoting.extend !== undefined && { edit: quoting.extend }),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    const target = event.target as Element;
    if (target.closest('input, textarea, [role="separator"]') !== null) return;
    if (event.key === 'Escape') {
      if (quoting.mark === null) closeReview();
      else quoting.clear();
    } else if (/^[\djkcnw]$/.test(event.key) && form.current?.press(event.key) === true) {
      // Pressed beside the form, in the conversation or on a button: it is the form that is meant.
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const passage = (id: string) => data.conversation.find((each) => each.id === id);
  const quoteTime = (quote: Quote): string => {
    const from = passage(quote.eventId);
    return from === undefined ? '' : clockTime(from.at, zone);
  };
  const saidBy = data.conversation.find(({ side }) => side === 'agent')?.author;
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
        <ReviewHead
          review={data}
          place={{ at: line.indexOf(review.id) + 1, of: line.length }}
          agent={people.get(data.agentId) ?? saidBy ?? qw.someone}
          reviewer={data.reviewerId === null ? null : (people.get(data.reviewerId) ?? null)}
          score={score}
          scored={countScored(data.card, score, answers)}
          packLeft={packLeft}
          inPack={inPack}
          kept={view.kept}
          keptWhy={view.failed}
          now={now}
          zone={zone}
          actions={<Bar data={data} inPack={inPack} steps={steps} />}
        />
        <main className="flex min-h-0 flex-1">
          <Conversation
            conversation={data.conversation}
            answers={answers}
            currentId={at}
            sentences={quoting.sentences}
            mark={quoting.mark}
            zone={zone}
            now={now}
          />
          <div className="relative flex max-w-[60%] shrink-0 flex-col border-l border-line" style={{ width: formPx }}>
            <Resizer
              label={qw.review.formWidth}
              value={formPx}
              min={380}
              max={760}
              grows="left"
              onResize={(px) => setQuality({ formPx: px })}
              className="-left-1"
            />
            <div className="min-h-0 flex-1 overflow-y-auto" onBlur={() => open && void flush(review)}>
              <AgentPart review={data} zone={zone} now={now} />
              <ReviewForm
                ref={form}
                label={qw.review.form}
                card={data.card}
                answers={answers}
                score={score}
                told={told}
                guidance={guidance}
                currentId={at}
                quoteTime={quoteTime}
                onCurrent={setCurrent}
                onAnswer={onAnswer}
                onRefused={() => sayWords({ title: qw.review.isDone, body: qw.review.isDoneHow })}
              />
            </div>
            <Hints hints={hintsOf(open)} />
          </div>
        </main>
      </div>
      <SkipDialog
        open={asking === 'skip'}
        count={1}
        onClose={close}
        onSkip={(reason) => {
          close();
          void skip(review, reason);
        }}
      />
      {asking === 'acknowledge' && <AcknowledgeDialog review={data} pack={review.pack} onClose={close} />}
      {asking === 'dispute' && <DisputeDialog review={data} pack={review.pack} onClose={close} />}
    </>
  );
}

/** One review: the conversation and the form side by side, kept as it is said. */
export function Workspace({ review }: { readonly review: OpenReview }) {
  usePresence(review);
  const view = useReview(review);
  if (view.data === undefined)
    return (
      <main className="flex min-h-0 flex-1 flex-col" onKeyDown={(event) => event.key === 'Escape' && closeReview()}>
        <div className="flex h-[47px] shrink-0 items-center gap-2 border-b border-line px-4">
          <h1 className="text-head font-bold">{qw.review.alone}</h1>
          <span className="flex-1" />
          <Button onClick={closeReview}>
            {qw.review.close}
            <Kbd keys="escape" />
          </Button>
        </div>
        <NotRead asked={view.asked} />
      </main>
    );
  return <Loaded review={review} data={view.data} view={view} />;
}
