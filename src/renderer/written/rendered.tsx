import { Fragment, useId, type ReactNode } from 'react';
import { sayError } from '../app/errors.ts';
import { goTo, openTicket } from '../app/window-store.ts';
import { client } from '../client/client.ts';
import { cw } from '../strings/en-coaching.ts';
import { cx } from '../ui/cx.ts';
import { blocksOf, type Block, type Inline, type Item } from './markdown.ts';

export function showTicket(id: string): void {
  goTo('queues');
  openTicket(id);
}

async function showNumber(number: number): Promise<void> {
  try {
    showTicket((await client.tickets.get({ number })).id);
  } catch (error) {
    sayError(error);
  }
}

const Inlines = ({ parts }: { readonly parts: readonly Inline[] }): ReactNode =>
  parts.map((part, at) => {
    const key = `${at} ${part.kind}`;
    if (part.kind === 'text') return <Fragment key={key}>{part.text}</Fragment>;
    if (part.kind === 'bold')
      return (
        <strong key={key} className="font-bold">
          <Inlines parts={part.parts} />
        </strong>
      );
    return (
      <button
        key={key}
        type="button"
        title={cw.session.ticket(part.number)}
        onClick={() => void showNumber(part.number)}
        className="rounded-[3px] font-semibold text-on-soft tabular-nums underline underline-offset-2"
      >
        #{part.number}
      </button>
    );
  });

type Tick = ((line: number) => void) | null;

type MarkProps = { readonly item: Item; readonly onTick: Tick; readonly labelId: string };

function Mark({ item, onTick, labelId }: MarkProps) {
  if (item.checked === null)
    return (
      <span aria-hidden className="w-[18px] shrink-0 text-right text-ink-2 tabular-nums">
        {item.order === null ? '•' : `${item.order}.`}
      </span>
    );
  return (
    <input
      type="checkbox"
      className="check mt-[3px]"
      checked={item.checked}
      disabled={onTick === null}
      aria-labelledby={labelId}
      onChange={() => onTick?.(item.line)}
    />
  );
}

function List({ items, onTick }: { readonly items: readonly Item[]; readonly onTick: Tick }) {
  const id = useId();
  return (
    <ul className="flex flex-col gap-[2px]">
      {items.map((item) => {
        const labelId = `${id}-${String(item.line)}`;
        return (
          <li key={item.line} className="flex items-start gap-2" style={{ paddingLeft: 18 * item.depth }}>
            <Mark item={item} onTick={onTick} labelId={labelId} />
            <span
              id={labelId}
              dir="auto"
              className={cx('min-w-0 break-words', item.checked === true && 'text-ink-2 line-through')}
            >
              <Inlines parts={item.parts} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const sizes = { 1: 'text-title font-bold', 2: 'text-body font-bold', 3: 'text-body font-semibold' } as const;

function OneBlock({ block, onTick }: { readonly block: Block; readonly onTick: Tick }) {
  if (block.kind === 'list') return <List items={block.items} onTick={onTick} />;
  if (block.kind === 'heading')
    return (
      // Below the heading of the field that it is written in.
      <p role="heading" aria-level={block.level + 2} dir="auto" className={cx('break-words', sizes[block.level])}>
        <Inlines parts={block.parts} />
      </p>
    );
  return (
    <p dir="auto" className="break-words">
      {block.lines.map((parts, at) => (
        <Fragment key={`line ${String(at)}`}>
          {at > 0 && <br />}
          <Inlines parts={parts} />
        </Fragment>
      ))}
    </p>
  );
}

type Props = { readonly text: string; readonly onTick: Tick };

/** What is written, as it reads. Every part is an element of its own: nothing of it is ever taken as HTML. */
export function Rendered({ text, onTick }: Props) {
  const blocks = blocksOf(text);
  if (blocks.length === 0) return <p className="text-ink-2">{cw.session.nothing}</p>;
  return (
    <div className="flex flex-col gap-2">
      {blocks.map((block, at) => (
        <OneBlock key={`${String(at)} ${block.kind}`} block={block} onTick={onTick} />
      ))}
    </div>
  );
}
