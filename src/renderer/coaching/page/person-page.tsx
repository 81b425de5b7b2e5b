import { useQuery } from '@tanstack/react-query';
import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import type { AgentPage } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { cw } from '../../strings/en-coaching.ts';
import { openSession } from '../coaching-store.ts';
import { useMetricName } from '../metrics.ts';
import { showTicket } from '../../written/rendered.tsx';
import { useItemKeys } from '../use-item-keys.ts';
import { useTold } from '../use-told.ts';
import { useViewer } from '../../people/viewer.ts';
import { removeSession } from '../writes.ts';
import { Changes } from './changes.tsx';
import { ItemList, type PageItem } from './item-list.tsx';
import { PageHead } from './page-head.tsx';
import { ActionRow, GoalRow, PraiseRow, SessionRow } from './rows.tsx';
import { useItems } from './use-items.ts';

const w = cw.page;

type PartProps = {
  readonly title: string;
  readonly count: number;
  readonly none: string;
  readonly children: ReactNode;
};

export const Part = ({ title, count, none, children }: PartProps) => (
  <section aria-label={title}>
    <h2 className="flex items-baseline gap-2 pb-1 font-bold">
      {title}
      {count > 0 && <span className="text-small font-normal text-ink-2 tabular-nums">{count}</span>}
    </h2>
    {count === 0 ? <p className="text-small text-ink-2">{none}</p> : children}
  </section>
);

/** A session, or the ticket that praise is about. */
function openOther({ sessions, praise }: AgentPage, id: string): void {
  const ticketId = praise.find((each) => each.id === id)?.ticketId ?? null;
  if (sessions.some((each) => each.id === id)) openSession(id);
  else if (ticketId !== null) showTicket(ticketId);
}

export type PageHandle = { readonly cadence: () => void };
type Props = {
  readonly handle: Ref<PageHandle>;
  /** Whether the keys are to go to its lists, once it is read. */
  readonly entering: boolean;
  readonly onEntered: () => void;
  readonly onLeave: () => void;
};

function Loaded({ page, handle, entering, onEntered, onLeave }: Props & { readonly page: AgentPage }) {
  const told = useTold();
  const viewer = useViewer();
  const metricName = useMetricName();
  const cadence = useRef<HTMLInputElement>(null);
  const { goals, actions, praise, sessions, coached } = page;
  const name = told.nameOf(coached.personId);
  const items = {
    goals: goals.map((goal): PageItem => ({
      id: goal.id,
      node: <GoalRow goal={goal} metric={metricName(goal.metric)} told={told} />,
    })),
    actions: actions.map((action): PageItem => ({ id: action.id, node: <ActionRow action={action} told={told} /> })),
    praise: praise.map((each): PageItem => ({ id: each.id, node: <PraiseRow praise={each} told={told} /> })),
    sessions: sessions.map((each): PageItem => ({ id: each.id, node: <SessionRow session={each} told={told} /> })),
  };
  const parts = [
    { key: 'goals', title: w.goals, none: w.noGoals },
    { key: 'actions', title: w.actions, none: w.noActions },
    { key: 'praise', title: w.praised, none: w.noPraise },
    { key: 'sessions', title: w.sessions, none: w.noSessions },
  ] as const;
  const { box, beyond, into, pointed, onFocusCapture } = useItems(
    parts.map(({ key }) => ({ name: key, ids: items[key].map(({ id }) => id) })),
  );
  const removes = viewer.leads && pointed?.list === 'sessions';
  const openOne = useItemKeys({
    goals,
    actions,
    pointed,
    viewer,
    openOther: (id) => openOther(page, id),
    removeOther: removes ? ({ id }) => void removeSession(id) : null,
  });
  useImperativeHandle(handle, () => ({ cadence: () => cadence.current?.focus() }));
  useEffect(() => {
    if (!entering) return;
    into();
    onEntered();
  });
  return (
    <section
      aria-label={w.label(name)}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-l border-line max-[820px]:overflow-y-auto max-[820px]:border-t max-[820px]:border-l-0"
      onFocusCapture={onFocusCapture}
    >
      <PageHead coached={coached} name={name} now={told.now} leads={viewer.leads} cadence={cadence} />
      <div
        ref={box}
        role="region"
        aria-label={w.figures(name)}
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4 -outline-offset-2 max-[820px]:flex-none max-[820px]:overflow-visible"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'Escape') return;
          if ((event.target as Element).closest('input') !== null) return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      >
        <Changes page={page} told={told} />
        {parts.map(({ key, title, none }) => (
          <Part key={key} title={title} count={items[key].length} none={none}>
            <ItemList
              name={key}
              label={title}
              items={items[key]}
              currentId={pointed?.list === key ? pointed.id : null}
              beyond={beyond(key)}
              onOpen={openOne}
            />
          </Part>
        ))}
      </div>
    </section>
  );
}

/** The page of somebody: what changed since the last session, and what is open. */
export function PersonPage({ personId, ...rest }: Props & { readonly personId: string }) {
  const asked = useQuery(orpc.coaching.page.queryOptions({ input: { personId } }));
  if (asked.data === undefined)
    return (
      <div className="flex min-w-0 flex-1 flex-col border-l border-line">
        <NotRead asked={asked} />
      </div>
    );
  return <Loaded page={asked.data} {...rest} />;
}
