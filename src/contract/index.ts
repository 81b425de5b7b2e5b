import { askContract } from './ask.ts';
import { automationContract } from './automation.ts';
import { calendarContract } from './calendars.ts';
import { coachingContract } from './coaching.ts';
import { customersContract } from './customers.ts';
import { deskContract } from './desk.ts';
import { directoryContract } from './directory.ts';
import { escalationContract } from './escalation.ts';
import { exchangeContract } from './exchange.ts';
import { intakeContract } from './intake.ts';
import { peopleContract } from './people.ts';
import { reportIssuesContract } from './report-issues.ts';
import { reportsContract } from './reports.ts';
import { onboardingContract } from './onboarding.ts';
import { trainingContract } from './training.ts';
import { hiringContract } from './hiring.ts';
import { surveysContract } from './surveys.ts';
import { metricsContract } from './metrics.ts';
import { qualityContract } from './quality.ts';
import { relationsContract } from './relations.ts';
import { rosterRulesContract } from './roster.ts';
import { rosterDeskContract } from './roster-procedures.ts';
import { slaContract } from './sla.ts';
import { staffingRulesContract } from './staffing.ts';
import { staffingDeskContract } from './staffing-desk.ts';
import { ticketsContract } from './tickets.ts';

/** Everything a desk can be asked, one file per domain. */
export const contract = {
  ask: askContract,
  automation: automationContract,
  calendar: calendarContract,
  customers: customersContract,
  desk: deskContract,
  directory: directoryContract,
  escalation: escalationContract,
  exchange: exchangeContract,
  people: peopleContract,
  coaching: coachingContract,
  onboarding: onboardingContract,
  training: trainingContract,
  hiring: hiringContract,
  surveys: surveysContract,
  metrics: metricsContract,
  quality: qualityContract,
  reports: { ...reportsContract, ...reportIssuesContract },
  roster: { ...rosterRulesContract, ...rosterDeskContract },
  sla: slaContract,
  staffing: { ...staffingRulesContract, ...staffingDeskContract },
  tickets: { ...ticketsContract, ...intakeContract, ...relationsContract },
};
export type Contract = typeof contract;

export * from './ask.ts';
export * from './automation.ts';
export * from './calendar.ts';
export * from './calendars.ts';
export * from './coaching.ts';
export * from './common.ts';
export * from './customers.ts';
export * from './desk.ts';
export * from './directory.ts';
export * from './escalation.ts';
export * from './exchange.ts';
export * from './intake.ts';
export * from './onboarding.ts';
export * from './training.ts';
export * from './hiring.ts';
export * from './surveys-common.ts';
export * from './metrics.ts';
export * from './people.ts';
export * from './quality-common.ts';
export * from './quality-desk.ts';
export * from './report-issues.ts';
export * from './reports.ts';
export * from './relations.ts';
export * from './roster.ts';
export * from './roster-common.ts';
export * from './roster-desk.ts';
export * from './rules.ts';
export * from './sla.ts';
export * from './staffing.ts';
export * from './staffing-desk.ts';
export * from './tickets.ts';
