import type { Filter } from '../../contract/index.ts';
import { goTo } from '../app/window-store.ts';
import { openFilter } from '../tickets/open-filter.ts';
import type { SectionName } from './lines.ts';

const base: Filter = { open: true, drill: false };
const filters: Record<Exclude<SectionName, 'callbacks'>, Filter> = {
  breaches: { ...base, band: ['breached'] },
  incidents: { ...base, priority: ['p1'] },
  orphans: { ...base, assignee: [null] },
  waits: { ...base, waitingOverHours: 24 },
};

/** Shows all that a section is about, where there is room for it. */
export function openSection(name: SectionName): void {
  if (name === 'callbacks') goTo('callbacks');
  else openFilter(filters[name]);
}
