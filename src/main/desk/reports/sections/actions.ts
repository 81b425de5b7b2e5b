import type { ActionItem, ReportCell } from '../../../../contract/index.ts';
import { dayNumber } from '../../../../domain/calendar/wall-time.ts';
import { wallOf } from '../../../../domain/calendar/zone.ts';
import { count, date, table, text } from '../../../../domain/reports/cells.ts';
import { counted } from '../../../../domain/reports/words.ts';
import { nameOf } from '../../person.ts';
import type { Ask, Part } from '../ask.ts';
import { openItems } from '../items.ts';

const todayOf = ({ days, now }: Ask): number => wallOf(days.zone, now).day;

/** A daily report tells what is due by its day; all others everything that is open. */
function told(ask: Ask, all: readonly ActionItem[]): readonly ActionItem[] {
  if (ask.built.kind !== 'daily') return all;
  return all.filter(({ dueOn }) => dueOn !== null && dayNumber(dueOn) <= todayOf(ask));
}

const lateWords = ({ late, dueOn }: ActionItem, today: number): string =>
  late && dueOn !== null ? `${counted(today - dayNumber(dueOn), 'day')} late` : '';

/** Action items with owner and due date, carried over until they are done. SPEC REP-25. */
export function actionsSection(ask: Ask): Part {
  const all = openItems(ask.core);
  const shown = told(ask, all);
  const late = all.filter((each) => each.late).length;
  const isDaily = ask.built.kind === 'daily';
  const title = isDaily ? 'Actions due' : 'Action items';
  if (shown.length === 0)
    return {
      title,
      lines: [
        all.length === 0
          ? 'No action item is open.'
          : `No action item is due; ${all.length} ${all.length === 1 ? 'is' : 'are'} open.`,
      ],
      tables: [],
    };
  const today = todayOf(ask);
  const rows = shown.map((item): ReportCell[] => [
    text(item.text),
    text(item.ownerId === null ? 'nobody yet' : nameOf(ask.core, item.ownerId)),
    date(item.dueOn),
    text(lateWords(item, today)),
    // This issue is one of them.
    count(item.carried + (isDaily ? 0 : 1)),
  ]);
  const lines = [`${counted(all.length, 'action item')} open, ${late} late.`];
  return {
    title,
    lines,
    tables: [table('actions', title, ['Action', 'Owner', 'Due', '', 'Issues it stood in'], rows)],
  };
}
