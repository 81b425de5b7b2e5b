import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Incident, IncidentStep, Review, TicketRow } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { openTicket } from '../app/window-store.ts';
import { client, orpc } from '../client/client.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { exact, moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { PriorityBars } from '../ui/marks.tsx';
import { useMinute } from '../ui/use-now.ts';
import { finish } from './commands.ts';
import { askEscalation } from './escalation-store.ts';
import { bareTitle, DrillMark } from './level-mark.tsx';

const i = e.incident;
const title = 'mb-1 flex h-[26px] items-center gap-2 text-small font-bold';

function Actions({ incident }: { readonly incident: Incident }) {
  const { id, drill, closedAt } = incident;
  const ask = (kind: 'update' | 'link' | 'review' | 'line') => () => askEscalation({ kind, incident });
  const review = (
    <Button small onClick={ask('review')}>
      {i.review} <Kbd keys="shift+v" />
    </Button>
  );
  if (closedAt !== null)
    return (
      <div className="flex flex-wrap gap-2">
        {review}
        {drill && (
          <Button small look="danger" onClick={() => void command(client.escalation.drillRemove({ id }))}>
            {i.removeDrill}
          </Button>
        )}
      </div>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button small look="primary" onClick={ask('update')}>
        {i.update} <Kbd keys="shift+u" on />
      </Button>
      <Button small onClick={ask('link')}>
        {i.link} <Kbd keys="shift+l" />
      </Button>
      <Button small onClick={ask('line')}>
        {i.addLine} <Kbd keys="d" />
      </Button>
      {review}
      <Button small onClick={() => finish(incident)}>
        {drill ? i.endDrill : i.close} <Kbd keys="shift+f" />
      </Button>
    </div>
  );
}

function Head({ incident }: { readonly incident: Incident }) {
  const zone = useZone();
  const now = useMinute();
  const { drill, impact, startedAt, startedBy, closedAt, ticket, linked, linkedOpen } = incident;
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <h2 className="flex items-center gap-2 text-title font-bold" dir="auto">
        {drill && <DrillMark />}
        {drill ? bareTitle(incident.title) : incident.title}
      </h2>
      <p className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
        <span title={exact(startedAt, zone)}>{i.started(moment(startedAt, zone, now), startedBy)}</span>
        {closedAt !== null && <span>{i.ended(moment(closedAt, zone, now))}</span>}
        <span>{i.open(linkedOpen, linked)}</span>
        <button
          type="button"
          aria-label={`${i.openParent} #${ticket.number}`}
          onClick={() => openTicket(ticket.id)}
          className="rounded-[3px] underline hover:text-ink"
        >
          {i.parent(ticket.number)}
        </button>
      </p>
      {impact !== '' && (
        <p className="max-w-[72ch] whitespace-pre-line" dir="auto">
          {impact}
        </p>
      )}
      <Actions incident={incident} />
    </div>
  );
}

function Linked({ id, running, tickets }: { id: string; running: boolean; tickets: readonly TicketRow[] }) {
  return (
    <section aria-label={i.linked} className="min-w-0 flex-1">
      <h3 className={title}>
        {i.linked} <span className="font-normal text-ink-2 tabular-nums">{tickets.length}</span>
      </h3>
      {tickets.length === 0 && <p className="text-ink-2">{i.noLinked}</p>}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id} className="flex h-[30px] items-center gap-2 border-b border-line">
            <PriorityBars priority={ticket.priority} />
            <button
              type="button"
              title={ticket.subject}
              onClick={() => openTicket(ticket.id)}
              className="flex min-w-0 flex-1 items-center gap-2 rounded-[3px] text-left hover:underline"
            >
              <span className="shrink-0 text-ink-2 tabular-nums">#{ticket.number}</span>
              <span className="truncate" dir="auto">
                {ticket.subject}
              </span>
            </button>
            <span className="shrink-0 text-small text-ink-2">{t.status[ticket.status]}</span>
            {running && (
              <IconButton
                label={i.takeOut(ticket.number)}
                onClick={() => void command(client.escalation.unlink({ id, ticketIds: [ticket.id] }))}
              >
                <X size={13} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Timeline({ steps }: { readonly steps: readonly IncidentStep[] }) {
  const zone = useZone();
  const now = useMinute();
  return (
    <section aria-label={i.timeline} className="min-w-0 flex-1">
      <h3 className={title}>{i.timeline}</h3>
      <ol className="border-l border-line-strong">
        {steps.map(({ id, at, actor, action, text }) => (
          <li
            key={id}
            className="relative flex flex-col pb-3 pl-4 before:absolute before:top-[6px] before:-left-[4px] before:size-[7px] before:rounded-full before:bg-ink-3"
          >
            <span className="text-small text-ink-2 tabular-nums">
              <time title={exact(at, zone)}>{moment(at, zone, now)}</time> ·{' '}
              <span className="font-semibold text-ink">{e.action[action]}</span> · {actor}
            </span>
            <span className="break-words whitespace-pre-line" dir="auto">
              {text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ReviewView({ review }: { readonly review: Review }) {
  const { people } = useNames();
  const parts = [
    [i.happened, review.happened],
    [i.why, review.cause],
    [i.change, review.change],
    [
      i.seesTo,
      [review.ownerId === null ? '' : (people.get(review.ownerId) ?? '…'), review.dueOn ?? ''].join(' ').trim(),
    ],
  ] as const;
  return (
    <section aria-label={i.review} className="border-t border-line px-4 py-3">
      <h3 className={title}>{i.review}</h3>
      <dl className="grid max-w-[90ch] grid-cols-[140px_1fr] gap-x-3 gap-y-1">
        {parts
          .filter(([, words]) => words !== '')
          .map(([name, words]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="break-words whitespace-pre-line" dir="auto">
                {words}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** One incident: what it is, what was done and when, its tickets, and what was learned. */
export function IncidentView({ incident: known }: { readonly incident: Incident }) {
  const options = orpc.escalation.incident.queryOptions({ input: { id: known.id } });
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData });
  const incident = data?.incident ?? known;
  return (
    <div
      role="region"
      aria-label={incident.title}
      tabIndex={0}
      className="@container min-w-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <Head incident={incident} />
      <div className="flex gap-6 px-4 py-3 @max-[640px]:flex-col">
        <Timeline steps={data?.timeline ?? []} />
        <Linked id={incident.id} running={incident.closedAt === null} tickets={data?.tickets ?? []} />
      </div>
      {incident.review !== null && <ReviewView review={incident.review} />}
    </div>
  );
}
