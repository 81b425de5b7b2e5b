import { instantOfWall, wallOf, zoneOf } from '../../../../domain/calendar/zone.ts';
import { isDetractor } from '../../../../domain/surveys/scores.ts';
import { rows } from '../../../store/db.ts';
import { customerKey, placeColumns, placesOfTicket, type PlaceColumns } from '../../../store/kpi-facts.ts';
import type { Source, SourcedPart } from './source.ts';

type Answer = PlaceColumns & {
  ticket: number | null;
  at: number;
  score: number;
  top: number;
  own: number | null;
  own_company: number | null;
};

/** Of a ticket it is where that is; of a customer alone it is theirs. */
const placesIn = (answer: Answer): SourcedPart['places'] => {
  if (answer.ticket !== null) return placesOfTicket(answer);
  const { own, own_company: company } = answer;
  return own === null ? {} : { customer: customerKey({ customer_id: own, organisation_id: company }) };
};

/** Answers from 0 to 10 of all surveys, on the day they were given; of what their ticket is of, where they have one. SPEC KPI-14. */
export const npsParts: Source = (core, { first, last }) => {
  const zone = zoneOf(core.facts.settings().timeZone);
  return rows<Answer>(
    core.db,
    `SELECT t.id AS ticket, a.at, a.score, a.top, a.customer_id AS own,
       (SELECT organisation_id FROM customer WHERE id = a.customer_id) AS own_company, ${placeColumns} FROM survey_answer a LEFT JOIN ticket t ON t.id = a.ticket_id
     WHERE a.kind = 'nps' AND a.at >= ? AND a.at < ? AND ifnull(t.drill, 0) = 0 ORDER BY a.at DESC, a.id DESC`,
    instantOfWall(zone, first, 0),
    instantOfWall(zone, last + 1, 0),
  ).map((answer) => {
    const hit = answer.score >= answer.top ? true : isDetractor(answer.score) ? false : null;
    return {
      day: wallOf(zone, answer.at).day,
      top: hit === null ? 0 : hit ? 1 : -1,
      bottom: 1,
      places: placesIn(answer),
      ticket: answer.ticket,
      hit,
    };
  });
};
