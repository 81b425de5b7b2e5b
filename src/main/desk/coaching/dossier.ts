import type { AgentPage, CoachingSession, ReviewRow } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { dossierPaper, type Dossier } from '../../../domain/coaching/dossier-paper.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import type { Core } from '../core.ts';
import { writePdf } from '../paper/write-pdf.ts';
import { findReviews } from '../quality/find.ts';
import { spanOf, type Span } from '../roster/span.ts';
import { mustPerson, nameOf } from '../person.ts';
import { changesOf, criteriaChanges } from './figures.ts';
import { readActions, readGoals, readPraise, readSessions } from './read.ts';
import { mustSee } from '../viewer.ts';
import { workOf } from './work.ts';

type Input = {
  readonly personId: string;
  readonly from: string;
  readonly days: number;
  readonly format: 'pdf' | 'json';
  readonly withPrivate: boolean;
};

const within = ({ startAt, endAt }: Span, at: number): boolean => at >= startAt && at < endAt;
const most = 2000;

/** Notes that are the reader's own go along only where they are asked for. SPEC COA-30. */
const sessionsOf = (core: Core, input: Input, span: Span): CoachingSession[] =>
  readSessions(core, 'p.uid = ? AND s.at >= ? AND s.at < ?', uuidBytes(input.personId), span.startAt, span.endAt).map(
    (session) => (input.withPrivate ? session : { ...session, privateNotes: '' }),
  );

/** What an agent has been shown of their reviews: released ones. */
const reviewsOf = (core: Core, input: Input): ReviewRow[] =>
  findReviews(
    core,
    {
      agentId: input.personId,
      from: input.from,
      days: input.days,
      state: ['released', 'acknowledged', 'disputed'],
    },
    most,
  ).reviews;

function dossierOf(core: Core, input: Input): Dossier {
  const { personId, from, days } = input;
  const span = spanOf(core, { from, days });
  const before = workOf(core, personId, spanOf(core, { from: dateOf(dayNumber(from) - days), days }));
  const since = workOf(core, personId, span);
  const uid = uuidBytes(personId);
  const praise: AgentPage['praise'] = readPraise(core.db, personId, most).filter(({ at }) => within(span, at));
  const { name: desk, timeZone } = core.facts.settings();
  return {
    desk,
    timeZone,
    madeAt: core.ports.now(),
    person: { id: personId, name: nameOf(core, personId) },
    from,
    days,
    figures: [...changesOf(core, before, since), ...criteriaChanges(core, before, since)],
    solved: { before: before.closed().length, since: since.closed().length },
    reviews: reviewsOf(core, input),
    sessions: sessionsOf(core, input, span),
    goals: readGoals(
      core.db,
      'p.uid = ? AND g.set_at < ? AND ifnull(g.closed_at, ?) >= ?',
      uid,
      span.endAt,
      span.endAt,
      span.startAt,
    ),
    actions: readActions(core.db, 'p.uid = ? AND ifnull(a.done_at, ?) >= ?', uid, span.endAt, span.startAt),
    praise,
  };
}

/** Everything of one person over some days, to be read by them. Faults FORBIDDEN for anybody it is not for. SPEC COA-30. */
export async function dossier(core: Core, input: Input) {
  mustPerson(core, input.personId);
  mustSee(core, input.personId);
  const all = dossierOf(core, input);
  const fileName = `performance ${all.person.name} ${input.from}.${input.format}`.replaceAll(/[/\\:*?"<>|]/g, ' ');
  if (input.format === 'json') {
    const text = JSON.stringify(all, null, 2);
    return { fileName, type: 'application/json', base64: Buffer.from(text).toString('base64'), missing: 0 };
  }
  const { bytes, missing } = await writePdf(dossierPaper(all), core.ports.now());
  return { fileName, type: 'application/pdf', base64: Buffer.from(bytes).toString('base64'), missing };
}
