import type { Filter } from '../../contract/index.ts';
import { openFilter } from '../tickets/open-filter.ts';
import type { SectionName } from './lines.ts';

const base: Filter = { open: true, drill: false };
const filters: Record<SectionName, Filter> = {
  breaches: { ...base, band: ['breached'] },
  incidents: { ...base, priority: ['p1'] },
  orphans: { ...base, assignee: [null] },
  waits: { ...base, waitingOverHours: 24 },
};

/** Shows the tickets of a section in Queues. */
export const openSection = (name: SectionName): void => openFilter(filters[name]);
