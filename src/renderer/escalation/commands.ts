import type { Escalation, Incident } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import type { Command } from '../app/command-type.ts';
import { showsTickets } from '../app/screens.ts';
import { useWindow } from '../app/window-store.ts';
import { client } from '../client/client.ts';
import { hasTicket, hasTickets } from '../relations/actions.ts';
import { e } from '../strings/en-escalation.ts';
import { askAboutTicket, declareIncident, linkToRunning, saveLog, takeEscalation } from './actions.ts';
import { askEscalation, escalationTabs, showTab, useEscalations, type EscalationTab } from './escalation-store.ts';
import { addTree, saveShown } from './saves.ts';

const here = (): boolean => useWindow.getState().screen === 'escalations';
const on = (tab: EscalationTab) => (): boolean => here() && useEscalations.getState().tab === tab;

const escalation = (): Escalation | null => (on('board')() ? useEscalations.getState().current : null);
const incident = (): Incident | null => (on('incidents')() ? useEscalations.getState().incident : null);
const isRunning = (): boolean => incident()?.closedAt === null;

const aboutOne = (kind: 'hand' | 'resolve' | 'back') => (): void => {
  const found = escalation();
  if (found !== null) askEscalation({ kind, escalation: found });
};
const aboutIncident = (kind: 'link' | 'update' | 'review') => (): void => {
  const found = incident();
  if (found !== null) askEscalation({ kind, incident: found });
};

/** On the board what was done about a ticket, among incidents a line of the timeline. */
function write(): void {
  const one = escalation();
  const running = incident();
  if (one !== null) askEscalation({ kind: 'act', escalation: one });
  else if (running !== null) askEscalation({ kind: 'line', incident: running });
}

/** An incident is closed with words; a drill just ends. */
export function finish(found: Incident | null = incident()): void {
  if (found === null) return;
  if (found.drill) void command(client.escalation.drillEnd({ id: found.id }));
  else askEscalation({ kind: 'close', incident: found });
}

const onScreen = { group: 'screen', scope: 'escalations' } as const;
const onBoard = { ...onScreen, when: () => escalation() !== null } as const;
const w = e.commands;

const tabCommands: readonly Command[] = escalationTabs.map((tab, index) => ({
  ...onScreen,
  id: `escalations.${tab}`,
  title: e.show(e.tabs[tab]),
  keys: [String(index + 1)],
  quiet: true,
  when: here,
  run: () => showTab(tab),
}));

const ticketCommands: readonly Command[] = [
  {
    id: 'ticket.escalate',
    title: w.escalate,
    group: 'ticket',
    keys: ['b'],
    when: hasTicket,
    run: () => askAboutTicket('escalate'),
  },
  {
    id: 'ticket.walk',
    title: w.walk,
    group: 'ticket',
    keys: ['shift+w'],
    when: hasTicket,
    run: () => askAboutTicket('walk'),
  },
  {
    id: 'incident.declare',
    title: w.declare,
    group: 'ticket',
    keys: ['shift+i'],
    when: () => showsTickets(useWindow.getState().screen),
    run: declareIncident,
  },
  {
    id: 'incident.linkTo',
    title: w.linkTo,
    group: 'ticket',
    keys: ['l i'],
    when: hasTickets,
    run: () => void linkToRunning(),
  },
];

const boardCommands: readonly Command[] = [
  {
    ...onBoard,
    id: 'escalation.take',
    title: w.take,
    keys: ['m'],
    run: () => {
      const found = escalation();
      if (found !== null) takeEscalation(found);
    },
  },
  { ...onBoard, id: 'escalation.hand', title: w.hand, keys: ['f'], run: aboutOne('hand') },
  {
    ...onScreen,
    id: 'escalation.act',
    title: w.act,
    keys: ['d'],
    when: () => escalation() !== null || isRunning(),
    run: write,
  },
  { ...onBoard, id: 'escalation.resolve', title: w.resolve, keys: ['shift+r'], run: aboutOne('resolve') },
  {
    ...onBoard,
    id: 'escalation.back',
    title: w.back,
    keys: ['shift+b'],
    when: () => (escalation()?.level ?? 1) > 1,
    run: aboutOne('back'),
  },
  {
    ...onScreen,
    id: 'escalation.csv',
    title: w.csv,
    keys: ['shift+e'],
    when: on('log'),
    run: () => void saveLog(),
  },
];

const incidentCommands: readonly Command[] = [
  {
    ...onScreen,
    id: 'incident.update',
    title: w.update,
    keys: ['shift+u'],
    when: isRunning,
    run: aboutIncident('update'),
  },
  { ...onScreen, id: 'incident.link', title: w.link, keys: ['shift+l'], when: isRunning, run: aboutIncident('link') },
  { ...onScreen, id: 'incident.close', title: w.close, keys: ['shift+f'], when: isRunning, run: () => finish() },
  {
    ...onScreen,
    id: 'incident.review',
    title: w.review,
    keys: ['shift+v'],
    when: () => incident() !== null,
    run: aboutIncident('review'),
  },
  {
    ...onScreen,
    id: 'drill.start',
    title: w.drill,
    keys: ['shift+g'],
    when: here,
    run: () => askEscalation({ kind: 'drill' }),
  },
  { ...onScreen, id: 'tree.add', title: w.addTree, keys: ['shift+n'], when: on('trees'), run: addTree },
  {
    ...onScreen,
    id: 'escalation.save',
    title: w.save,
    keys: ['mod+s'],
    anywhere: true,
    when: () => on('trees')() || on('settings')(),
    run: saveShown,
  },
];

/** What the keys and the palette can do about escalations, incidents, drills and trees. */
export const escalationCommands: readonly Command[] = [
  ...tabCommands,
  ...ticketCommands,
  ...boardCommands,
  ...incidentCommands,
];
