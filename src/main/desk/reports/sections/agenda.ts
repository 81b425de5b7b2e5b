import type { ReportCell } from '../../../../contract/index.ts';
import { agendaOf } from '../../../../domain/reports/agenda.ts';
import { count, table, text } from '../../../../domain/reports/cells.ts';
import { isWorse, toldWords } from '../../../../domain/reports/reading.ts';
import { counted } from '../../../../domain/reports/words.ts';
import { breathe } from '../../breathe.ts';
import { categoryReader, needs } from '../../training/needs.ts';
import { figuresOf, type Ask, type Named, type Part } from '../ask.ts';
import { openItems } from '../items.ts';
import { openProblems } from '../survey-reads.ts';
import { ranIncidents } from './incidents.ts';

/** Days of which training needs are told. */
const needDays = 90;

/** A decision is asked where a target is missed by enough, or a figure moved beyond noise for the worse. */
const asksDecision = ({ kpi, told }: Named): boolean =>
  (told.meetsTarget === false && told.n >= kpi.leastSample) || isWorse(kpi, told);

/** What is to be talked about, each with its minutes and what there is of it. SPEC REP-33. */
export async function agendaSection(ask: Ask): Promise<Part> {
  const decide = (await figuresOf(ask, ask.period, ask.against)).filter(asksDecision);
  const trained = (await needs(ask.core, categoryReader(ask.core), needDays)).filter(({ few }) => !few);
  await breathe();
  const open = openItems(ask.core);
  const items = agendaOf({
    figures: decide.map(({ kpi, told }) => toldWords(kpi, told)),
    incidents: ranIncidents(ask).map(({ title, tickets }) => `${title} (${counted(tickets, 'ticket')})`),
    actions: { open: open.length, late: open.filter(({ late }) => late).map(({ text: said }) => said) },
    problems: openProblems(ask).map(({ title }) => title),
    needs: trained.map(({ title }) => title),
  });
  const rows = items.map(({ minutes, item, about }): ReportCell[] => [text(item), count(minutes), text(about)]);
  const all = items.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    title: 'Agenda',
    lines: [`${counted(items.length, 'item')}, ${all} minutes.`],
    tables: [table('agenda', 'Agenda', ['Item', 'Minutes', 'What there is of it'], rows)],
  };
}
