import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { d } from '../strings/en-day.ts';
import {
  applyFix,
  applyMove,
  copyOn,
  copyUnder,
  openMenu,
  openUnder,
  pasteUnder,
  print,
  publish,
  removeUnder,
  revert,
  showDate,
  showView,
  stepDate,
  whatIf,
} from './day-actions.ts';
import { dayHandle, shownDay, under, type DayHandle } from './day-handle.ts';
import { setDay, stepZoom, togglePanel, useDay, type DayDialog, type DayView, type KeyMenuName } from './day-store.ts';

const here = (): boolean => useWindow.getState().screen === 'day';
const on = (...views: readonly DayView[]): boolean => here() && views.includes(useDay.getState().view);
const onDay = (): boolean => on('day');
const onGrid = (): boolean => on('week', 'month');
const hasBoard = (): boolean => here() && dayHandle() !== null;
const hasShift = (): boolean => here() && under()?.shift != null;
const w = d.commands;

type Short = Omit<Command, 'group' | 'scope' | 'when'> & { readonly when?: () => boolean };
const own = (command: Short): Command => ({ group: 'screen', scope: 'day', when: here, ...command });

const move = (id: string, title: string, keys: readonly string[], run: (handle: DayHandle) => void): Command =>
  own({
    id,
    title,
    keys,
    quiet: true,
    when: hasBoard,
    run: () => {
      const handle = dayHandle();
      if (handle !== null) run(handle);
    },
  });

const view = (name: DayView, key: string): Command =>
  own({ id: `day.${name}`, title: w[name], keys: [key], run: () => showView(name) });
const menu = (name: KeyMenuName, title: string, key: string): Command =>
  own({ id: `day.menu.${name}`, title, keys: [key], when: hasBoard, run: () => openMenu(name) });
const dialog = (name: DayDialog, title: string, key: string, when = here): Command =>
  own({ id: `day.dialog.${name}`, title, keys: [key], when, run: () => setDay({ dialog: name }) });

const moving: readonly Command[] = [
  move('day.down', w.down, ['j', 'arrowdown'], (handle) => handle.vertical('next')),
  move('day.up', w.up, ['k', 'arrowup'], (handle) => handle.vertical('previous')),
  move('day.first', w.first, ['home'], (handle) => handle.vertical('first')),
  move('day.last', w.last, ['end'], (handle) => handle.vertical('last')),
  move('day.right', w.right, ['arrowright'], (handle) => handle.across(1)),
  move('day.left', w.left, ['arrowleft'], (handle) => handle.across(-1)),
  move('day.later', w.later, ['shift+arrowright'], (handle) => handle.nudge?.(1)),
  move('day.earlier', w.earlier, ['shift+arrowleft'], (handle) => handle.nudge?.(-1)),
  move('day.endLater', w.endLater, ['alt+shift+arrowright'], (handle) => handle.stretch?.('end', 1)),
  move('day.endEarlier', w.endEarlier, ['alt+shift+arrowleft'], (handle) => handle.stretch?.('end', -1)),
  move('day.startLater', w.startLater, ['mod+shift+arrowright'], (handle) => handle.stretch?.('start', 1)),
  move('day.startEarlier', w.startEarlier, ['mod+shift+arrowleft'], (handle) => handle.stretch?.('start', -1)),
];

const editing: readonly Command[] = [
  own({ id: 'day.open', title: w.open, keys: ['enter', 'o'], quiet: true, when: hasBoard, run: openUnder }),
  menu('new', w.create, 'n'),
  menu('activity', w.add, 'a'),
  menu('attend', w.attend, 'x'),
  menu('state', w.state, 's'),
  own({ id: 'day.remove', title: w.remove, keys: ['delete', 'backspace'], when: hasShift, run: removeUnder }),
  own({ id: 'day.copy', title: w.copy, keys: ['mod+c'], when: () => onGrid() && hasShift(), run: copyUnder }),
  own({ id: 'day.paste', title: w.paste, keys: ['mod+v'], when: onGrid, run: () => void pasteUnder() }),
];

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const applying: readonly Command[] = digits.flatMap((n) => [
  own({
    id: `day.move.${n}`,
    title: w.move(n),
    keys: [`m ${n}`],
    quiet: n > 1,
    when: () => onDay() && shownDay().moves.length >= n,
    run: () => {
      const found = shownDay().moves[n - 1];
      if (found !== undefined) applyMove(found);
    },
  }),
  own({
    id: `day.fix.${n}`,
    title: w.fix(n),
    keys: [`f ${n}`],
    quiet: n > 1,
    when: () => here() && (shownDay().findings[n - 1]?.remedies.length ?? 0) > 0,
    run: () => {
      const found = shownDay().findings[n - 1];
      if (found !== undefined) applyFix(found);
    },
  }),
]);

const unpublished = (): boolean => here() && shownDay().unpublished > 0;

/** What the keys and the palette can do on the Day screen. */
export const dayCommands: readonly Command[] = [
  view('day', '1'),
  view('week', '2'),
  view('month', '3'),
  own({ id: 'day.previous', title: w.previous, keys: [','], run: () => stepDate(-1) }),
  own({ id: 'day.next', title: w.next, keys: ['.'], run: () => stepDate(1) }),
  own({ id: 'day.today', title: w.today, keys: ['t'], run: () => showDate(shownDay().today) }),
  dialog('date', w.date, 'd'),
  own({ id: 'day.publish', title: w.publish, keys: ['shift+p'], when: unpublished, run: publish }),
  own({ id: 'day.revert', title: w.revert, keys: ['shift+x'], when: unpublished, run: revert }),
  dialog('breaks', w.breaks, 'b', onDay),
  own({ id: 'day.whatIf', title: w.whatIf, keys: ['w'], run: whatIf }),
  dialog('plan', w.plan, 'p', onGrid),
  own({ id: 'day.copyOn', title: w.copyWeek, keys: ['shift+w'], when: onGrid, run: () => void copyOn() }),
  dialog('patterns', w.pattern, 'shift+a', onGrid),
  own({ id: 'day.print', title: w.print, keys: ['mod+p'], when: onGrid, run: print }),
  ...moving,
  ...editing,
  ...applying,
  own({
    id: 'day.free',
    title: w.free,
    keys: ['e'],
    when: onDay,
    run: () => setDay({ freeOpen: !useDay.getState().freeOpen }),
  }),
  own({ id: 'day.zoomIn', title: w.zoomIn, keys: ['z'], when: onDay, run: () => stepZoom(1) }),
  own({ id: 'day.zoomOut', title: w.zoomOut, keys: ['shift+z'], when: onDay, run: () => stepZoom(-1) }),
  own({
    id: 'day.panel',
    title: w.panel,
    keys: ['shift+m'],
    when: here,
    run: togglePanel,
  }),
];
