import { Fault } from '../../domain/fault.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

const todo = (): never => {
  throw new Fault('NOT_FOUND', 'Not here yet.');
};

export const onboarding = (_core: Core) => ({
  programmes: os.onboarding.programmes.handler(() => todo()),
  programmeSave: os.onboarding.programmeSave.handler(() => todo()),
  newcomers: os.onboarding.newcomers.handler(() => todo()),
  newcomer: os.onboarding.newcomer.handler(() => todo()),
  start: os.onboarding.start.handler(() => todo()),
  newcomerSave: os.onboarding.newcomerSave.handler(() => todo()),
  taskDone: os.onboarding.taskDone.handler(() => todo()),
  quizAnswer: os.onboarding.quizAnswer.handler(() => todo()),
  sign: os.onboarding.sign.handler(() => todo()),
  pass: os.onboarding.pass.handler(() => todo()),
  pause: os.onboarding.pause.handler(() => todo()),
  away: os.onboarding.away.handler(() => todo()),
  extend: os.onboarding.extend.handler(() => todo()),
  end: os.onboarding.end.handler(() => todo()),
  ramp: os.onboarding.ramp.handler(() => todo()),
  certificates: os.onboarding.certificates.handler(() => todo()),
  certificateSave: os.onboarding.certificateSave.handler(() => todo()),
  certificateRemove: os.onboarding.certificateRemove.handler(() => todo()),
});
