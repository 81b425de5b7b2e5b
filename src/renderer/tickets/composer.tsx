import { ChevronDown, Lock, PhoneIncoming } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Status, Ticket } from '../../contract/index.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';
import { isUnbroken, unkerned } from '../ui/long-words.ts';
import { Menu } from '../ui/menu.tsx';
import { sendMessage } from './actions.ts';
import { setMode, setText, useDraft, type Mode } from './drafts.ts';

const sendKeys = 'mod+enter';
const afterSend: readonly (Status | null)[] = ['pending', 'open', 'hold', 'solved', null];

const afterName = (status: Status | null): string => (status === null ? t.composer.keep : t.status[status]);

function sendName(mode: Mode, after: Status | null): string {
  if (mode === 'note') return t.composer.addNote;
  if (mode === 'receive') return t.composer.take;
  return after === null ? t.composer.send : t.composer.sendAnd(t.status[after]);
}

function placeholder(mode: Mode, requester: string): string {
  const first = requester.trim().split(/\s+/)[0] ?? requester;
  if (mode === 'note') return t.composer.noteFor;
  return mode === 'receive' ? t.composer.receivedFrom(first) : t.composer.replyTo(first);
}

let wanted: string | null = null;

/** Leaves writing: what is written next is a reply again; a note or a call that was begun is kept. */
export function leaveComposer(area: Element): void {
  const ticketId = area instanceof HTMLElement ? area.dataset['composer'] : undefined;
  if (ticketId !== undefined) setMode(ticketId, 'reply');
}

/** Puts the caret into the message of a ticket, or as soon as it is there. */
export function focusComposer(ticketId: string): void {
  const area = document.querySelector<HTMLTextAreaElement>('[data-composer]');
  wanted = area?.dataset['composer'] === ticketId ? null : ticketId;
  if (wanted === null) area?.focus();
}

function useWriting(ticket: Ticket) {
  const draft = useDraft(ticket.id);
  const [after, setAfter] = useState<Status | null>('pending');
  const [busy, setBusy] = useState(false);
  const text = draft.text[draft.mode] ?? '';
  const send = async (): Promise<void> => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    await sendMessage(ticket.id, draft.mode, text, draft.mode === 'reply' ? after : null);
    setBusy(false);
  };
  return { mode: draft.mode, text, after, setAfter, busy, send };
}

type SendProps = { readonly writing: ReturnType<typeof useWriting> };

function SendButtons({ writing }: SendProps) {
  const { mode, after, setAfter, busy, send, text } = writing;
  const several = mode === 'reply';
  const chevron = (
    <button
      type="button"
      aria-label={t.composer.after}
      title={t.composer.after}
      className="inline-flex h-[31px] w-6 items-center justify-center rounded-r-md border-l border-on-accent/25 bg-accent text-on-accent hover:brightness-105"
    >
      <ChevronDown size={14} aria-hidden />
    </button>
  );
  const items = afterSend.map((status) => ({
    label: afterName(status),
    checked: status === after,
    onPick: () => setAfter(status),
  }));
  return (
    <div className="flex">
      <Button
        look="primary"
        disabled={busy}
        aria-disabled={text.trim() === ''}
        onClick={() => void send()}
        className={several ? 'rounded-r-none' : undefined}
      >
        {sendName(mode, after)}
        <Kbd keys={sendKeys} on />
      </Button>
      {several && <Menu label={t.composer.after} trigger={chevron} items={items} side="top" align="end" />}
    </div>
  );
}

/** As the field is while a note is written: it is not what the customer gets. */
const pressedNote = '!border-risk !bg-risk-soft !text-risk';

function ModeButton({
  ticket,
  mode,
  now,
  keys,
}: {
  readonly ticket: Ticket;
  readonly mode: Mode;
  readonly now: Mode;
  readonly keys?: string;
}) {
  const names: Record<Mode, string> = { reply: t.composer.reply, note: t.composer.note, receive: t.composer.received };
  const on = mode === now;
  const waits = useDraft(ticket.id).text[mode]?.trim() ?? '';
  return (
    <Button
      aria-pressed={on}
      icon={on && <Lock size={13} aria-hidden />}
      onClick={() => {
        setMode(ticket.id, on ? 'reply' : mode);
        focusComposer(ticket.id);
      }}
      className={on ? pressedNote : undefined}
    >
      {names[mode]}
      {!on && waits !== '' && <span className="text-small font-medium text-ink-2">{t.composer.begun}</span>}
      {keys !== undefined && <Kbd keys={keys} on={on} />}
    </Button>
  );
}

/** What was said on the phone or at the counter is taken down as the customer's own message. */
function ReceiveButton({ ticket, now }: { readonly ticket: Ticket; readonly now: Mode }) {
  const on = now === 'receive';
  return (
    <IconButton
      label={t.composer.received}
      aria-pressed={on}
      onClick={() => {
        setMode(ticket.id, on ? 'reply' : 'receive');
        focusComposer(ticket.id);
      }}
      className={cx('!size-[31px] border', on ? '!border-accent !bg-accent-soft !text-on-soft' : 'border-line-strong')}
    >
      <PhoneIncoming size={14} strokeWidth={1.8} aria-hidden />
    </IconButton>
  );
}

const tallestPx = 220;

/** A reply, a note for the team, or what the customer said on the phone. Drafts stay until they are sent. */
export function Composer({ ticket }: { readonly ticket: Ticket }) {
  const writing = useWriting(ticket);
  const { mode, text, send } = writing;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(Math.max(element.scrollHeight + 2, 65), tallestPx)}px`;
  }, [text, mode]);
  useEffect(() => {
    if (wanted !== ticket.id) return;
    wanted = null;
    area.current?.focus();
  }, [ticket.id]);
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t border-line px-4 pt-[10px] pb-[11px]">
      <textarea
        ref={area}
        data-composer={ticket.id}
        dir="auto"
        rows={2}
        value={text}
        aria-label={placeholder(mode, ticket.requester)}
        placeholder={placeholder(mode, ticket.requester)}
        onChange={(event) => setText(ticket.id, mode, event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          void send();
        }}
        className={cx(
          'w-full resize-none rounded-md border border-line-strong px-[10px] py-2 text-body',
          mode === 'note' ? 'bg-risk-soft' : 'bg-surface',
          isUnbroken(text) && unkerned,
        )}
      />
      <div className="flex flex-wrap items-center gap-2">
        <ModeButton ticket={ticket} mode="note" now={mode} keys="n" />
        <ReceiveButton ticket={ticket} now={mode} />
        <span className="flex-1" />
        <SendButtons writing={writing} />
      </div>
    </div>
  );
}
