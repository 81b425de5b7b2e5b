import { useQuery } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import type { Incident } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { moment } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';
import { finish } from './commands.ts';
import { askEscalation, openIncident } from './escalation-store.ts';
import { bareTitle, stripes } from './level-mark.tsx';

function Bar({ incident }: { readonly incident: Incident }) {
  const zone = useZone();
  const now = useMinute();
  const { id, title, drill, startedAt, linked, linkedOpen } = incident;
  const since = moment(startedAt, zone, now);
  return (
    <div
      className={cx(
        'flex h-[34px] shrink-0 items-center gap-3 border-b px-4 text-small',
        drill ? cx(stripes, 'border-risk') : 'border-late bg-late text-surface',
      )}
    >
      {drill ? (
        <span className="rounded-[4px] bg-risk px-2 py-[1px] font-bold tracking-[0.08em] text-surface">
          {e.incident.drillWord}
        </span>
      ) : (
        <Siren size={15} strokeWidth={2} aria-hidden className="shrink-0" />
      )}
      <span
        className={cx('min-w-0 truncate font-semibold', drill && 'rounded-[4px] bg-surface px-2 py-[1px]')}
        dir="auto"
      >
        {drill ? e.incident.drillBar(bareTitle(title), since) : e.incident.bar(title, since)}
      </span>
      <span className={cx('shrink-0 tabular-nums', drill && 'rounded-[4px] bg-surface px-2 py-[1px]')}>
        {e.incident.open(linkedOpen, linked)}
      </span>
      <span className="flex-1" />
      <Button small onClick={() => askEscalation({ kind: 'update', incident })}>
        {e.incident.update}
      </Button>
      {drill && (
        <Button small onClick={() => finish(incident)}>
          {e.incident.endDrill}
        </Button>
      )}
      <Button small onClick={() => openIncident(id)}>
        {e.incident.view}
      </Button>
    </div>
  );
}

const most = 3;

/** Across the whole window while an incident runs: red for a real one, striped for a drill. */
export function IncidentBars() {
  const options = orpc.escalation.incidents.queryOptions({ input: { running: true, limit: 20 } });
  const running = useQuery(options).data?.incidents ?? [];
  if (running.length === 0) return null;
  return (
    <section aria-label={e.incident.list} className="shrink-0">
      {running.slice(0, most).map((incident) => (
        <Bar key={incident.id} incident={incident} />
      ))}
    </section>
  );
}
