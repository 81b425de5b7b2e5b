import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Incident } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useMinute } from '../ui/use-now.ts';
import { declareIncident } from './actions.ts';
import { askEscalation, useEscalations } from './escalation-store.ts';
import { NotRead } from '../ui/not-read.tsx';
import { IncidentView } from './incident-view.tsx';
import { bareTitle, DrillMark } from './level-mark.tsx';

const i = e.incident;

function Entry({ incident, current }: { readonly incident: Incident; readonly current: boolean }) {
  const zone = useZone();
  const now = useMinute();
  const { id, title, drill, startedAt, closedAt } = incident;
  return (
    <div
      id={`incident-${id}`}
      role="option"
      aria-selected={current}
      onClick={() => useEscalations.setState({ incidentId: id })}
      className={cx(
        'flex min-h-[44px] flex-col justify-center border-b border-l-2 border-b-line px-3 py-1 select-none',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      <span className="flex min-w-0 items-center gap-2">
        {drill && <DrillMark />}
        <span className="truncate font-semibold" dir="auto">
          {drill ? bareTitle(title) : title}
        </span>
      </span>
      <span className="truncate text-small text-ink-2 tabular-nums">
        {closedAt === null ? (
          <span
            className={cx(
              'rounded-[4px] px-1 font-semibold',
              drill ? 'bg-risk-soft text-risk' : 'bg-late-soft text-late',
            )}
          >
            {i.running} {i.since(moment(startedAt, zone, now))}
          </span>
        ) : (
          `${moment(startedAt, zone, now)} · ${i.closed}`
        )}
      </span>
    </div>
  );
}

function List({ incidents, current }: { readonly incidents: readonly Incident[]; readonly current: Incident }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined) return;
    const next = incidents[incidents.indexOf(current) + step];
    if (next !== undefined) {
      useEscalations.setState({ incidentId: next.id });
      document.getElementById(`incident-${next.id}`)?.scrollIntoView({ block: 'nearest' });
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      role="listbox"
      data-board
      tabIndex={0}
      aria-label={i.list}
      aria-activedescendant={`incident-${current.id}`}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {incidents.map((incident) => (
        <Entry key={incident.id} incident={incident} current={incident === current} />
      ))}
    </div>
  );
}

const startDrill = (
  <Button small onClick={() => askEscalation({ kind: 'drill' })}>
    {i.startDrill} <Kbd keys="shift+g" />
  </Button>
);

/** Incidents and drills, the running ones first, and one of them in full. */
export function IncidentsTab() {
  const asked = useQuery({
    ...orpc.escalation.incidents.queryOptions({ input: {} }),
    placeholderData: keepPreviousData,
  });
  const chosen = useEscalations((state) => state.incidentId);
  const incidents = asked.data?.incidents;
  const current = incidents?.find(({ id }) => id === chosen) ?? incidents?.[0] ?? null;
  useEffect(() => {
    useEscalations.setState({ incident: current });
  }, [current]);
  useEffect(() => () => useEscalations.setState({ incident: null }), []);
  if (incidents === undefined) return <NotRead asked={asked} words={e} />;
  if (current === null) {
    const actions = (
      <>
        <Button small onClick={declareIncident}>
          {i.declare} <Kbd keys="shift+i" />
        </Button>
        {startDrill}
      </>
    );
    return (
      <Empty title={i.empty} icon={<Siren size={28} strokeWidth={1.4} aria-hidden />} actions={actions}>
        {i.emptyHow}
      </Empty>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex w-[260px] shrink-0 flex-col border-r border-line max-[1100px]:w-[190px]">
        <List incidents={incidents} current={current} />
        <div className="border-t border-line p-2">{startDrill}</div>
      </div>
      <IncidentView key={current.id} incident={current} />
    </div>
  );
}
