import type { Filter } from '../../contract/index.ts';
import { openFilter } from '../tickets/open-filter.ts';
import type { SectionName } from './lines.ts';

const base: Filter = { open: true, drill: false };
const filters: Record<SectionName, Filter> = {
  breaches: { ...base, band: ['breached'] },
  incidents: { ...base, priority: ['p1'] },
  // Their own list is on the Callbacks screen.
  callbacks: base,
  orphans: { ...base, assignee: [null] },
  waits: { ...base, waitingOverHours: 24 },
};

/** Shows the tickets of a section in Queues. */
export function openSection(name: SectionName): void {
  openFilter(filters[name]);
}
