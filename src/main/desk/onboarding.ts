import type { Core } from './core.ts';
import { certificates, removeCertificate, saveCertificate } from './onboarding/certificates.ts';
import { newcomer, newcomers } from './onboarding/newcomer.ts';
import { saveProgramme, shownProgrammes } from './onboarding/programmes.ts';
import { rampCurve } from './onboarding/ramp.ts';
import { away, end, extend, pause, saveNewcomer } from './onboarding/replan.ts';
import { start } from './onboarding/start.ts';
import { pass, quizAnswer, sign, taskDone } from './onboarding/steps.ts';
import { os } from './router-base.ts';

export const onboarding = (core: Core) => ({
  programmes: os.onboarding.programmes.handler(() => ({ programmes: shownProgrammes(core) })),
  programmeSave: os.onboarding.programmeSave.handler(({ input }) => saveProgramme(core, input)),
  newcomers: os.onboarding.newcomers.handler(({ input }) => ({ newcomers: newcomers(core, input.withDone) })),
  newcomer: os.onboarding.newcomer.handler(({ input }) => newcomer(core, input.id)),
  start: os.onboarding.start.handler(({ input }) => start(core, input)),
  newcomerSave: os.onboarding.newcomerSave.handler(({ input }) => saveNewcomer(core, input)),
  taskDone: os.onboarding.taskDone.handler(({ input }) => taskDone(core, input)),
  quizAnswer: os.onboarding.quizAnswer.handler(({ input }) => quizAnswer(core, input)),
  sign: os.onboarding.sign.handler(({ input }) => sign(core, input)),
  pass: os.onboarding.pass.handler(({ input }) => pass(core, input)),
  pause: os.onboarding.pause.handler(({ input }) => pause(core, input)),
  away: os.onboarding.away.handler(({ input }) => away(core, input)),
  extend: os.onboarding.extend.handler(({ input }) => extend(core, input)),
  end: os.onboarding.end.handler(({ input }) => end(core, input)),
  ramp: os.onboarding.ramp.handler(({ input }) => rampCurve(core, input.id)),
  certificates: os.onboarding.certificates.handler(({ input }) => ({
    certificates: certificates(core, input.personId),
  })),
  certificateSave: os.onboarding.certificateSave.handler(({ input }) => saveCertificate(core, input)),
  certificateRemove: os.onboarding.certificateRemove.handler(({ input }) => removeCertificate(core, input.id)),
});
