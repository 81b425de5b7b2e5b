import { instantOfWall, wallOf, zoneOf } from '../../../../domain/calendar/zone.ts';
import { rows } from '../../../store/db.ts';
import { placeColumns, placesOfTicket, type PlaceColumns } from '../../../store/kpi-facts.ts';
import { inOpenSession } from '../../quality/read.ts';
import type { Source } from './source.ts';

type Review = PlaceColumns & { ticket: number; at: number; percent: number; agent: number };

const released = "'released', 'acknowledged', 'disputed'";

/**
 * Scores out of five of the random sample (QAD-2), on the day they were done. Whose work it was is told by the review: its
 * ticket may be somebody else's by now. Whoever leads nobody is told of what was released. SPEC KPI-15.
 */
export const qaParts: Source = (core, { first, last, leads }) => {
  const zone = zoneOf(core.facts.settings().timeZone);
  return rows<Review>(
    core.db,
    `SELECT t.id AS ticket, r.finished_at AS at, r.percent, r.agent_id AS agent, ${placeColumns}
     FROM review r JOIN ticket t ON t.id = r.ticket_id LEFT JOIN calibration s ON s.id = r.session_id
     WHERE r.finished_at >= ? AND r.finished_at < ? AND r.kind = 'random' AND r.percent IS NOT NULL AND NOT ${inOpenSession}
       AND r.state IN (${leads ? `'done', ${released}` : released}) ORDER BY r.finished_at DESC, r.id DESC`,
    instantOfWall(zone, first, 0),
    instantOfWall(zone, last + 1, 0),
  ).map((review) => ({
    day: wallOf(zone, review.at).day,
    top: review.percent / 20,
    bottom: 1,
    places: { ...placesOfTicket(review), agent: String(review.agent) },
    ticket: review.ticket,
    hit: null,
  }));
};
