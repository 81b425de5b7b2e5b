import type { StandUp, TicketRow } from '../../contract/index.ts';
import { s } from '../strings/en-stand-up.ts';
import { t } from '../strings/en.ts';
import { moment } from '../ui/format.ts';

export type SectionName = keyof typeof s.section;

/** One line of the stand-up: a ticket and why it is here. */
export type Line = {
  readonly key: string;
  readonly section: SectionName;
  readonly ticket: TicketRow;
  readonly why: string;
  /** The promise it tells of, where it is one. */
  readonly callbackId: string | null;
};

export type Section = { readonly name: SectionName; readonly total: number; readonly lines: readonly Line[] };

/** The sections in the order in which they are walked, each line with its reason in words. */
export function sectionsOf(told: StandUp, zone: string): readonly Section[] {
  const when = (at: number): string => moment(at, zone, told.at);
  const section = <Row extends { readonly ticket: TicketRow }>(
    name: SectionName,
    { total, rows }: { readonly total: number; readonly rows: readonly Row[] },
    why: (row: Row) => string,
    apart: (row: Row) => string = () => '',
    callbackId: (row: Row) => string | null = () => null,
  ): Section => ({
    name,
    total,
    lines: rows.map((row) => ({
      key: `${name} ${row.ticket.id} ${apart(row)}`,
      section: name,
      ticket: row.ticket,
      why: why(row),
      callbackId: callbackId(row),
    })),
  });
  return [
    section(
      'breaches',
      told.breaches,
      ({ metric, breachedAt }) => s.late(t.metric[metric], when(breachedAt)),
      ({ metric }) => metric,
    ),
    section('incidents', told.incidents, ({ ticket }) => t.status[ticket.status]),
    section(
      'callbacks',
      told.callbacks,
      ({ callback }) =>
        s.call(
          when(callback.promisedAt),
          callback.phone,
          callback.flags.map(({ reason }) => reason),
        ),
      ({ callback }) => callback.id,
      ({ callback }) => callback.id,
    ),
    section('orphans', told.orphans, ({ reason }) => s.orphan[reason]),
    section('waits', told.waits, ({ waitingSince }) => s.waiting(when(waitingSince))),
  ];
}
