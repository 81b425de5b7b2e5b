import type { ReportContent, ReportSection, ReportSectionKind } from '../../../contract/index.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { againstOf, periodOf } from '../../../domain/reports/period.ts';
import { column, row } from '../../store/db.ts';
import { schemaVersion } from '../../store/migrate.ts';
import { breathe } from '../breathe.ts';
import type { Core } from '../core.ts';
import type { FigureKeeper } from '../metrics/keeper.ts';
import type { Ask, Built, Part } from './ask.ts';
import { actionsSection } from './sections/actions.ts';
import { agendaSection } from './sections/agenda.ts';
import { agentsSection } from './sections/agents.ts';
import { backlogSection } from './sections/backlog.ts';
import { causesSection } from './sections/causes.ts';
import { figuresSection } from './sections/figures.ts';
import { incidentsSection } from './sections/incidents.ts';
import { noteSection } from './sections/note.ts';
import { qualitySection } from './sections/quality.ts';
import { queuesSection } from './sections/queues.ts';
import { slaSection } from './sections/sla.ts';
import { summarySection } from './sections/summary.ts';
import { surveysSection } from './sections/surveys.ts';
import { trendSection } from './sections/trend.ts';
import { deskDays } from './workdays.ts';

const makers: Readonly<Record<ReportSectionKind, (ask: Ask) => Part | Promise<Part>>> = {
  summary: summarySection,
  figures: figuresSection,
  sla: slaSection,
  incidents: incidentsSection,
  queues: queuesSection,
  agents: agentsSection,
  backlog: backlogSection,
  trend: trendSection,
  causes: causesSection,
  surveys: surveysSection,
  quality: qualitySection,
  agenda: agendaSection,
  actions: actionsSection,
  note: noteSection,
};

/** From which state of the desk numbers are. SPEC REP-4. */
function stateOf({ db }: Core): ReportContent['state'] {
  const last = row<{ id: number; uid: Uint8Array }>(db, 'SELECT id, uid FROM change_set ORDER BY id DESC LIMIT 1');
  return {
    changes: last?.id ?? 0,
    changeSet: last === undefined ? null : uuidText(last.uid),
    schema: schemaVersion(db),
    tickets: column<number>(db, 'SELECT count(*) FROM ticket')[0] ?? 0,
  };
}

/** The desk asks for itself: whoever sits at it when a report is due may be somebody who sees less. */
const asDesk = (core: Core): Core => ({
  ...core,
  facts: { ...core.facts, settings: () => ({ ...core.facts.settings(), me: null }) },
});

async function sectionsOf(ask: Ask): Promise<ReportSection[]> {
  const sections: ReportSection[] = [];
  for (const kind of ask.built.sections) {
    sections.push({ kind, ...(await makers[kind](ask)) });
    await breathe();
  }
  return sections;
}

export type ContentPorts = { readonly core: Core; readonly keeper: FigureKeeper };
type Given = {
  readonly built: Built;
  /** Epoch ms: the days are those before it. */
  readonly at: number;
  readonly notes?: readonly string[];
};

/** Others change the desk in between two sections: then it is told anew, so that all of it is of one state. */
const mostTries = 3;

/** What an issue says. SPEC REP-3, REP-4. */
export async function makeContent(
  { core: given, keeper }: ContentPorts,
  { built, at, notes = [] }: Given,
): Promise<ReportContent> {
  const core = asDesk(given);
  const days = deskDays(core);
  const period = periodOf(built.kind, days, at);
  const against = againstOf(built.kind, period);
  for (let tried = 1; ; tried += 1) {
    const state = stateOf(core);
    const now = core.ports.now();
    const sections = await sectionsOf({ core, keeper, built, period, against, days, now, known: new Map() });
    const isSame = stateOf(core).changes === state.changes;
    if (!isSame && tried < mostTries) continue;
    return {
      title: built.title,
      kind: built.kind,
      period,
      against,
      timeZone: core.facts.settings().timeZone,
      madeAt: now,
      state,
      notes: [
        ...notes,
        ...(isSame ? [] : ['The desk was changed while this was made: its sections may be of moments apart.']),
      ],
      sections,
    };
  }
}
