import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { goTo } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { e } from '../strings/en-escalation.ts';
import { showTab } from './escalation-store.ts';

const looks = {
  real: 'border-late bg-late-soft text-late',
  drill: 'border-dashed border-line-strong bg-sunken text-ink',
} as const;

/** Across the window while an incident runs; a drill looks and reads otherwise. */
export function IncidentBar() {
  const { data } = useQuery(orpc.escalation.incidents.queryOptions({ input: { running: true } }));
  const open = (): void => {
    goTo('escalations');
    showTab('incidents');
  };
  return data?.incidents.map(({ id, title, drill }) => (
    <button
      key={id}
      type="button"
      onClick={open}
      className={`flex h-[30px] shrink-0 items-center gap-2 border-b px-4 text-left font-semibold ${looks[drill ? 'drill' : 'real']}`}
    >
      <TriangleAlert size={14} aria-hidden />
      <span className="truncate" dir="auto">
        {drill ? e.drillBar(title) : e.bar(title)}
      </span>
    </button>
  ));
}
