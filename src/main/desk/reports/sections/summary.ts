import { summaryOf } from '../../../../domain/reports/summary.ts';
import { periodWords } from '../../../../domain/reports/words.ts';
import { figuresOf, type Ask, type Part } from '../ask.ts';
import { openItems } from '../items.ts';
import { ranIncidents } from './incidents.ts';

/** Three bullets: how it went, what changed beyond noise, and what there is to do. SPEC REP-21. */
export async function summarySection(ask: Ask): Promise<Part> {
  const all = await figuresOf(ask, ask.period, ask.against);
  const before = await figuresOf(ask, ask.against);
  const backlogBefore = before.find(({ kpi }) => kpi.name === 'backlog')?.told.value ?? null;
  const open = openItems(ask.core);
  const lines = summaryOf({
    all,
    against: ask.built.kind === 'daily' ? 'the eight weeks before' : periodWords(ask.against),
    backlogBefore,
    incidents: ranIncidents(ask).length,
    actions: { open: open.length, late: open.filter(({ late }) => late).length },
  });
  return { title: 'Executive summary', lines, tables: [] };
}
