import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Answer, QualityReview } from '../../../contract/index.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { say as sayWords } from '../../app/toasts.tsx';
import { useNames, useZone } from '../../client/use-desk.ts';
import { qw } from '../../strings/en-quality.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { useBoard, type BoardHandle } from '../../tickets/board-store.ts';
import { Button } from '../../ui/button.tsx';
import { clockTime } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Resizer } from '../../ui/resizer.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { closeReview, setQuality, useQuality, type OpenReview } from '../quality-store.ts';
import { AcknowledgeDialog, DisputeDialog } from './agent-dialogs.tsx';
import { AgentPart } from './agent-part.tsx';
import { countScored } from './answers.ts';
import { Conversation } from './conversation.tsx';
import { skip } from './finish.ts';
import { flush, say } from './keeper.ts';
import { Bar, hintsOf, isOpen } from './review-bar.tsx';
import { ReviewForm, type FormHandle } from './review-form.tsx';
import { ReviewHead } from './review-head.tsx';
import { SkipDialog } from './skip-dialog.tsx';
import { useReviewKeys, useSteps } from './use-steps.ts';
import { usePackLeft, usePresence, useReview } from './use-review.ts';
import { useQuoting } from './use-quoting.ts';

type LoadedProps = {
  readonly review: OpenReview;
  readonly data: QualityReview;
  readonly view: ReturnType<typeof useReview>;
};

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

const timeOf = ({ conversation }: QualityReview, eventId: string, zone: string): string => {
  const from = conversation.find(({ id }) => id === eventId);
  return from === undefined ? '' : clockTime(from.at, zone);
};

type PaneProps = {
  readonly onBlur: () => void;
  readonly hints: ReturnType<typeof hintsOf>;
  readonly children: ReactNode;
};

/** The form beside the conversation, as wide as it was drawn last. */
function FormPane({ onBlur, hints, children }: PaneProps) {
  const formPx = useQuality((state) => state.formPx);
  return (
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
      <div className="min-h-0 flex-1 overflow-y-auto" onBlur={onBlur}>
        {children}
      </div>
      <Hints hints={hints} />
    </div>
  );
}

type NamesOf = { readonly agent: string; readonly reviewer: string | null };

/** Names of a review; in a pack from another desk, the agent's as they stand in the conversation. */
function useNamesOf({ agentId, reviewerId, conversation }: QualityReview): NamesOf {
  const { people } = useNames();
  const saidBy = conversation.find(({ side }) => side === 'agent')?.author;
  return {
    agent: people.get(agentId) ?? saidBy ?? qw.someone,
    reviewer: reviewerId === null ? null : (people.get(reviewerId) ?? null),
  };
}

function Loaded({ review, data, view }: LoadedProps) {
  const line = useQuality((state) => state.line);
  const names = useNamesOf(data);
  const zone = useZone();
  const now = useMinute();
  const form = useRef<FormHandle>(null);
  const [currentId, setCurrent] = useState<string | null>(null);
  const [guidance, setGuidance] = useState(false);
  const { steps, told, asking, close } = useSteps(review, form);
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
  useReviewKeys({ review, data, steps, form, quoting, onGuidance: () => setGuidance((shown) => !shown) });
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
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
        <ReviewHead
          review={data}
          place={{ at: line.indexOf(review.id) + 1, of: line.length }}
          {...names}
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
          <FormPane onBlur={() => open && void flush(review)} hints={hintsOf(open)}>
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
              quoteTime={({ eventId }) => timeOf(data, eventId, zone)}
              onCurrent={setCurrent}
              onAnswer={onAnswer}
              onRefused={() => sayWords({ title: qw.review.isDone, body: qw.review.isDoneHow })}
            />
          </FormPane>
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
