import { useEffect, useRef } from 'react';
import type { Answers, Passage } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';
import { clockTime, exact, shortDate } from '../../ui/format.ts';
import { isUnbroken, unkerned } from '../../ui/long-words.ts';
import { Avatar } from '../../ui/marks.tsx';
import { piecesOf, type Mark, type Sentence, type Stretch, type Tint } from './passages.ts';

type Props = {
  readonly conversation: readonly Passage[];
  readonly answers: Answers;
  readonly currentId: string | null;
  readonly sentences: readonly Sentence[];
  readonly mark: Mark | null;
  readonly zone: string;
  readonly now: number;
};

const styleOf = (tints: ReadonlySet<Tint>): string =>
  cx(
    tints.has('own') && 'border-b-2 border-risk bg-risk-soft',
    !tints.has('own') && tints.has('other') && 'border-b border-dotted border-risk',
    tints.has('mark') && 'rounded-[2px] bg-accent-soft outline-2 outline-accent',
  );

type TextProps = { readonly passage: Passage; readonly stretches: readonly Stretch[] };

function Text({ passage, stretches }: TextProps) {
  return (
    <p
      data-event={passage.id}
      dir="auto"
      className={cx(
        'text-[13.5px] leading-[21px] break-words whitespace-pre-wrap',
        passage.side === 'system' && 'text-ink-2',
        isUnbroken(passage.text) && unkerned,
      )}
    >
      {piecesOf(passage.text, stretches).map(({ from, text, tints }) =>
        tints.size === 0 ? (
          text
        ) : (
          <span key={from} data-mark={tints.has('mark') || undefined} className={styleOf(tints)}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}

function useStretches({ conversation, answers, currentId, sentences, mark }: Props): ReadonlyMap<string, Stretch[]> {
  const by = new Map<string, Stretch[]>(conversation.map(({ id }) => [id, []]));
  for (const [criterion, { quotes }] of Object.entries(answers))
    for (const { eventId, from, to } of quotes)
      by.get(eventId)?.push({ from, to, tint: criterion === currentId ? 'own' : 'other' });
  const [first, last] = mark === null ? [] : [sentences[mark.first], sentences[mark.last]];
  if (first !== undefined && last !== undefined)
    by.get(first.eventId)?.push({ from: first.from, to: last.to, tint: 'mark' });
  return by;
}

/** What was said, with what is quoted of it. A passage can be selected with the mouse, or marked by keys. */
export function Conversation(props: Props) {
  const { conversation, mark, sentences, zone, now } = props;
  const box = useRef<HTMLDivElement>(null);
  const stretches = useStretches(props);
  useEffect(() => {
    if (mark !== null) box.current?.querySelector('[data-mark]')?.scrollIntoView({ block: 'nearest' });
  }, [mark]);
  const days = new Set(conversation.map(({ at }) => shortDate(at, zone, now)));
  const first = mark === null ? undefined : sentences[mark.first];
  const last = mark === null ? undefined : sentences[mark.last];
  const marked = conversation.find(({ id }) => id === first?.eventId)?.text.slice(first?.from, last?.to) ?? '';
  return (
    <div
      ref={box}
      role="region"
      aria-label={qw.review.conversation}
      tabIndex={0}
      data-conversation
      className="min-h-0 min-w-0 flex-1 scroll-py-6 overflow-y-auto px-7 py-4 -outline-offset-2 max-[1100px]:px-4"
    >
      <p className="sr-only" aria-live="polite">
        {marked === '' ? '' : qw.review.marked(marked)}
      </p>
      {conversation.length === 0 && <p className="text-ink-2">{qw.review.nothingSaid}</p>}
      {conversation.map((passage) => (
        <article
          key={passage.id}
          aria-label={qw.review.saidBy(passage.author, clockTime(passage.at, zone))}
          className={cx(
            'mb-[18px] flex max-w-[720px] gap-[11px]',
            passage.side === 'note' && 'rounded-md bg-risk-soft/60 px-2 py-2',
          )}
        >
          <Avatar name={passage.author} size={24} />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold" dir="auto">
                {passage.author}
              </span>
              <span className="text-small text-ink-2 tabular-nums" title={exact(passage.at, zone)}>
                {days.size > 1 && `${shortDate(passage.at, zone, now)}, `}
                {clockTime(passage.at, zone)}
              </span>
              {passage.side !== 'customer' && (
                <span className="text-small text-ink-2">{qw.review.side[passage.side]}</span>
              )}
            </p>
            <Text passage={passage} stretches={stretches.get(passage.id) ?? []} />
          </div>
        </article>
      ))}
    </div>
  );
}

/** What is selected with the mouse in one message: which, from which letter to which. Null where nothing is. */
export function selectedPassage(): { readonly eventId: string; readonly from: number; readonly to: number } | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = range.startContainer.parentElement?.closest<HTMLElement>('[data-event]') ?? null;
  if (start === null) return null;
  const before = document.createRange();
  before.selectNodeContents(start);
  before.setEnd(range.startContainer, range.startOffset);
  const inside = document.createRange();
  inside.selectNodeContents(start);
  inside.setStart(range.startContainer, range.startOffset);
  // A selection that runs on into the next message is quoted as far as this one goes.
  if (start.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
  const [all, lead] = [inside.toString(), before.toString().length];
  const from = lead + all.length - all.trimStart().length;
  const to = lead + all.trimEnd().length;
  return from < to ? { eventId: start.dataset['event'] ?? '', from, to } : null;
}
