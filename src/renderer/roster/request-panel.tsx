import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { DeskShift } from '../../contract/index.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { exact, moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Avatar } from '../ui/marks.tsx';
import { useMinute } from '../ui/use-now.ts';
import { shiftWords, whatWords, whenWords } from './asked-words.ts';
import { TimeOffEffect } from './effect-view.tsx';
import { RequestEffect } from './findings.tsx';
import { mayDecide, type Answer } from './request-actions.ts';
import type { Asked } from './requests.ts';
import { setRoster, useRoster } from './roster-store.ts';

const w = rw.requests;

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="w-[64px] shrink-0 text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words tabular-nums" dir="auto">
        {children}
      </dd>
    </div>
  );
}

const shiftText = (shift: DeskShift | null, zone: string): string =>
  shift === null ? w.gone : shiftWords(shift, zone);

function Facts({ asked }: { readonly asked: Asked }) {
  const zone = useZone();
  const now = useMinute();
  const { row } = asked;
  return (
    <dl className="flex flex-col gap-1">
      {asked.kind === 'timeOff' ? (
        <Fact label={w.when}>{whenWords(asked, zone)}</Fact>
      ) : (
        <>
          <Fact label={asked.row.kind === 'claim' ? w.gets : w.gives}>{shiftText(asked.shift, zone)}</Fact>
          {asked.row.kind === 'swap' && <Fact label={w.gets}>{shiftText(asked.other, zone)}</Fact>}
        </>
      )}
      {row.note !== '' && <Fact label={w.note}>{row.note}</Fact>}
      <Fact label={w.state.asked}>
        <span title={exact(row.askedAt, zone)}>{moment(row.askedAt, zone, now)}</span>
      </Fact>
      {row.state !== 'asked' && row.decidedAt !== null && (
        <Fact label={w.decided}>
          {w.decidedBy(w.state[row.state], row.decidedBy ?? '', moment(row.decidedAt, zone, now))}
        </Fact>
      )}
      {row.reason !== '' && <Fact label={w.reason}>{row.reason}</Fact>}
    </dl>
  );
}

type Deciding = { readonly asked: Asked; readonly onAnswer: Answer; readonly onLeave: () => void };

function Decline({ onAnswer, onLeave }: Omit<Deciding, 'asked'>) {
  const [reason, setReason] = useState('');
  const leave = (): void => {
    setRoster({ declining: false });
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Enter' && !onButton) void onAnswer('declined', reason);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex flex-col gap-2" onKeyDown={onKeyDown}>
      <Field label={w.whyDecline} hint={w.whyHow}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            dir="auto"
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={leave}>
          {rw.cancel} <Kbd keys="escape" />
        </Button>
        <Button look="danger" onClick={() => void onAnswer('declined', reason)}>
          {w.decline} <Kbd keys="enter" />
        </Button>
      </div>
    </div>
  );
}

function Buttons({ asked, onAnswer }: Omit<Deciding, 'onLeave'>) {
  return (
    <div className="flex flex-wrap gap-2">
      {mayDecide(asked, 'approved') && (
        <Button look="primary" onClick={() => void onAnswer('approved')}>
          {w.approve} <Kbd keys="a" on />
        </Button>
      )}
      {mayDecide(asked, 'declined') && (
        <Button onClick={() => setRoster({ declining: true })}>
          {w.decline} <Kbd keys="d" />
        </Button>
      )}
      {mayDecide(asked, 'withdrawn') && (
        <Button look="quiet" onClick={() => void onAnswer('withdrawn')}>
          {w.withdraw} <Kbd keys="w" />
        </Button>
      )}
    </div>
  );
}

/** One request: who asks for what, what it would do, and the answer to it. */
export function RequestPanel({ asked, onAnswer, onLeave }: Deciding) {
  const { people } = useNames();
  const declining = useRoster((state) => state.declining);
  const name = people.get(asked.row.personId) ?? '…';
  const nameOf = (id: string): string => people.get(id) ?? '…';
  const { row } = asked;
  return (
    <aside
      aria-label={w.panel(name)}
      className="flex w-[440px] min-w-0 shrink-0 flex-col border-l border-line max-[1100px]:w-[380px]"
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <div className="flex items-center gap-2">
          <Avatar name={name} size={24} />
          <div className="min-w-0">
            <h2 className="truncate text-title font-bold" dir="auto">
              {name}
            </h2>
            <p className="text-ink-2" dir="auto">
              {whatWords(asked, nameOf)}
            </p>
          </div>
        </div>
        <Facts asked={asked} />
        {row.state === 'asked' && asked.kind === 'timeOff' && (
          <TimeOffEffect personId={row.personId} startAt={asked.row.startAt} endAt={asked.row.endAt} />
        )}
        {row.state === 'asked' && asked.kind === 'shift' && (
          <RequestEffect id={asked.id} shifts={[asked.shift, asked.other].filter((shift) => shift !== null)} />
        )}
      </div>
      {mayDecide(asked, 'withdrawn') && (
        <div className="shrink-0 border-t border-line px-4 py-3">
          {declining && mayDecide(asked, 'declined') ? (
            <Decline onAnswer={onAnswer} onLeave={onLeave} />
          ) : (
            <Buttons asked={asked} onAnswer={onAnswer} />
          )}
        </div>
      )}
    </aside>
  );
}
