import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Escalation } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { goTo, openTicket } from '../app/window-store.ts';
import { client, orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/field.tsx';
import { exact, moment } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';

const percent = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} %`);
const dayMs = 86_400_000;

function RateStrip() {
  const now = Math.floor(useMinute() / dayMs + 1) * dayMs;
  const { data } = useQuery(orpc.escalation.rate.queryOptions({ input: { from: now - 30 * dayMs, to: now } }));
  if (data === undefined) return null;
  return (
    <p className="border-b border-line px-4 py-2 text-small text-ink-2 tabular-nums">
      <strong className="text-ink">{e.rate(data.escalated, data.created, percent(data.percent))}</strong>{' '}
      {e.interval(percent(data.low), percent(data.high), data.targetPercent)}: {e.verdict[data.verdict]}
    </p>
  );
}

function Actions({ escalation }: { readonly escalation: Escalation }) {
  const [words, setWords] = useState('');
  const { id, level, ticket, cause } = escalation;
  const said = words.trim();
  return (
    <div className="mt-2 flex flex-col gap-2">
      <TextInput
        aria-label={e.words(ticket.number)}
        placeholder={e.words(ticket.number)}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="flex flex-wrap gap-1">
        {escalation.acceptedAt === null && (
          <Button small onClick={() => void command(client.escalation.accept({ id }))}>
            {e.accept}
          </Button>
        )}
        <Button
          small
          look="primary"
          disabled={said === ''}
          onClick={() => void command(client.escalation.resolve({ id, resolution: said }))}
        >
          {e.resolve}
        </Button>
        {level < 3 && (
          <Button
            small
            onClick={() =>
              void command(client.escalation.escalate({ ticketId: ticket.id, level: 3, cause, reason: said }))
            }
          >
            {e.passOn}
          </Button>
        )}
        {level > 1 && (
          <Button
            small
            disabled={said === ''}
            onClick={() => void command(client.escalation.deEscalate({ id, reason: said }))}
          >
            {e.giveBack}
          </Button>
        )}
      </div>
    </div>
  );
}

function Card({ escalation }: { readonly escalation: Escalation }) {
  const zone = useZone();
  const now = useMinute();
  const { clock, ticket } = escalation;
  const open = (): void => {
    goTo('queues');
    openTicket(ticket.id);
  };
  return (
    <li className="rounded-md border border-line-strong bg-surface p-3">
      <button type="button" onClick={open} aria-label={e.openTicket(ticket.number)} className="w-full text-left">
        <span className="text-ink-2 tabular-nums">#{ticket.number}</span>{' '}
        {ticket.drill && <strong>{e.drillMark} </strong>}
        <span className="font-semibold" dir="auto">
          {ticket.subject}
        </span>
      </button>
      <p className="text-small text-ink-2" title={escalation.ownerReason}>
        {escalation.ownerName ?? e.nobody} · {escalation.cause}
      </p>
      {clock.dueAt !== null && (
        <p
          className={clock.state === 'late' ? 'text-small text-late' : 'text-small text-ink-2'}
          title={exact(clock.dueAt, zone)}
        >
          {e.state[clock.state]} {moment(clock.dueAt, zone, now)}
        </p>
      )}
      <Actions escalation={escalation} />
    </li>
  );
}

/** Open escalations, a column a level, due first on top. */
export function BoardTab() {
  const { data } = useQuery({ ...orpc.escalation.board.queryOptions({ input: {} }), refetchInterval: 60_000 });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RateStrip />
      <div className="grid min-h-0 flex-1 grid-cols-3 gap-3 overflow-auto p-4">
        {data?.levels.map((level) => (
          <section key={level.level} aria-label={`${e.level(level.level)} ${level.name}`}>
            <h2 className="mb-2 font-bold">
              {e.level(level.level)} · {level.name} ({level.escalations.length})
            </h2>
            {level.escalations.length === 0 && <p className="text-small text-ink-2">{e.none}</p>}
            <ul className="flex flex-col gap-2">
              {level.escalations.map((escalation) => (
                <Card key={escalation.id} escalation={escalation} />
              ))}
            </ul>
          </section>
        )) ?? <p className="text-ink-2">{e.loading}</p>}
      </div>
    </div>
  );
}
