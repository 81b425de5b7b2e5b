import { toInstant } from '../../domain/calendar/instant.ts';
import { adherence } from '../../domain/roster/adherence/adherence.ts';
import { lint } from '../../domain/roster/lint/lint.ts';
import type { Core } from './core.ts';
import { breaksOfDay } from './roster/breaks.ts';
import { timeOffEffect } from './roster/effect.ts';
import { exportRoster, icsOf } from './roster/export.ts';
import { handover } from './roster/handover.ts';
import { importRoster } from './roster/import.ts';
import {
  applyRotation,
  applyTemplate,
  readRotations,
  readTemplates,
  removePattern,
  saveRotation,
  saveTemplate,
} from './roster/patterns.ts';
import { planBoard } from './roster/plan.ts';
import { attend, removeAttendance } from './roster/presence.ts';
import { attendanceIn, excusesIn, requestsWhere, shiftsIn, timeOffIn } from './roster/read.ts';
import { decideRequest, listRequests, makeRequest, requestEffect } from './roster/requests.ts';
import { findings, readRules, saveRules } from './roster/rules.ts';
import { loadOf, onShift } from './roster/running.ts';
import { copyDays, publishDays, removeShifts, revertDays, saveShifts } from './roster/shifts.ts';
import { spanOf } from './roster/span.ts';
import { adherenceOf, excuse, removeExcuse, setState, statesIn } from './roster/states.ts';
import { askTimeOff, decideTimeOff, listTimeOff } from './roster/time-off.ts';
import { os, together } from './router-base.ts';
import { solverRules } from './solver-rules.ts';
import type { Outlooks } from './staffing/outlook.ts';

/** Needs no desk. */
export const rosterRules = () =>
  together(
    {
      lint: os.roster.lint.handler(({ input }) => lint(input)),
      adherence: os.roster.adherence.handler(({ input }) => adherence(input)),
    },
    solverRules(),
  );

function range(core: Core, days: { readonly from: string; readonly days: number }) {
  const span = spanOf(core, days);
  const shifts = shiftsIn(core.db, span);
  return {
    ...span,
    shifts,
    timeOff: timeOffIn(core.db, span),
    requests: requestsWhere(core.db, `WHERE r.state = 'asked' ORDER BY r.asked_at, r.id`),
    attendance: attendanceIn(core.db, span),
    unpublished: shifts.filter(({ draft }) => draft).length,
  };
}

const plan = (core: Core) => ({
  range: os.roster.range.handler(({ input }) => range(core, input)),
  save: os.roster.save.handler(({ input }) => saveShifts(core, input.shifts, { publish: input.publish })),
  remove: os.roster.remove.handler(({ input }) => removeShifts(core, input)),
  publish: os.roster.publish.handler(({ input }) => publishDays(core, input)),
  revert: os.roster.revert.handler(({ input }) => revertDays(core, input)),
  copyDays: os.roster.copyDays.handler(({ input }) => copyDays(core, input)),
  findings: os.roster.findings.handler(({ input }) => ({ findings: findings(core, input) })),
  rules: os.roster.rules.handler(() => readRules(core)),
  rulesSave: os.roster.rulesSave.handler(({ input }) => saveRules(core, input)),
});

const patterns = (core: Core) => ({
  templates: os.roster.templates.handler(() => ({
    templates: readTemplates(core.db),
    rotations: readRotations(core.db),
  })),
  templateSave: os.roster.templateSave.handler(({ input }) => saveTemplate(core, input)),
  templateRemove: os.roster.templateRemove.handler(({ input }) => removePattern(core, input.id, 'template')),
  templateApply: os.roster.templateApply.handler(({ input }) => applyTemplate(core, input)),
  rotationSave: os.roster.rotationSave.handler(({ input }) => saveRotation(core, input)),
  rotationRemove: os.roster.rotationRemove.handler(({ input }) => removePattern(core, input.id, 'rotation')),
  rotationApply: os.roster.rotationApply.handler(({ input }) => applyRotation(core, input)),
});

const asked = (core: Core, outlook: Outlooks) => ({
  timeOffAsk: os.roster.timeOffAsk.handler(({ input }) => askTimeOff(core, input)),
  timeOffDecide: os.roster.timeOffDecide.handler(({ input }) => decideTimeOff(core, input)),
  timeOffList: os.roster.timeOffList.handler(({ input }) => ({ timeOff: listTimeOff(core, input) })),
  timeOffEffect: os.roster.timeOffEffect.handler(({ input }) => timeOffEffect(core, outlook, input)),
  requestMake: os.roster.requestMake.handler(({ input }) => makeRequest(core, input)),
  requestDecide: os.roster.requestDecide.handler(({ input }) => decideRequest(core, input)),
  requestEffect: os.roster.requestEffect.handler(({ input }) => ({ findings: requestEffect(core, input.id) })),
  requestList: os.roster.requestList.handler(({ input }) => listRequests(core, input.limit)),
});

const running = (core: Core, outlook: Outlooks) => ({
  attend: os.roster.attend.handler(({ input }) => attend(core, input)),
  attendRemove: os.roster.attendRemove.handler(({ input }) => removeAttendance(core, input.id)),
  onShift: os.roster.onShift.handler(({ input }) =>
    onShift(core, outlook, input.at === undefined ? core.ports.now() : toInstant(input.at)),
  ),
  stateSet: os.roster.stateSet.handler(({ input }) => setState(core, input)),
  states: os.roster.states.handler(({ input }) => {
    const span = spanOf(core, input);
    const of = <T extends { personId: string }>(all: T[]): T[] =>
      input.personId === undefined ? all : all.filter(({ personId }) => personId === input.personId);
    return { states: of(statesIn(core.db, span)), excuses: of(excusesIn(core.db, span)) };
  }),
  excuse: os.roster.excuse.handler(({ input }) => excuse(core, input)),
  excuseRemove: os.roster.excuseRemove.handler(({ input }) => removeExcuse(core, input.id)),
  adherenceReport: os.roster.adherenceReport.handler(({ input }) => adherenceOf(core, input)),
  load: os.roster.load.handler(({ input }) => loadOf(core, input.date)),
  handover: os.roster.handover.handler(() => handover(core, outlook)),
});

function planning(core: Core, outlook: Outlooks) {
  const plans = planBoard(core, outlook);
  return {
    plan: os.roster.plan.handler(({ input }) => plans.start(input)),
    planState: os.roster.planState.handler(({ input }) => plans.get(input.id)),
    planCancel: os.roster.planCancel.handler(({ input }) => plans.cancel(input.id)),
    planApply: os.roster.planApply.handler(({ input }) => plans.apply(input.id)),
    breaksDay: os.roster.breaksDay.handler(({ input }) => breaksOfDay(core, outlook, input)),
  };
}

const files = (core: Core) => ({
  importFile: os.roster.importFile.handler(({ input, context }) => importRoster(core, input, context)),
  exportFile: os.roster.exportFile.handler(({ input }) => exportRoster(core, input)),
  ics: os.roster.ics.handler(({ input }) => icsOf(core, input)),
});

export function roster(core: Core, outlook: Outlooks) {
  return {
    ...rosterRules(),
    ...plan(core),
    ...patterns(core),
    ...asked(core, outlook),
    ...running(core, outlook),
    ...planning(core, outlook),
    ...files(core),
  };
}
