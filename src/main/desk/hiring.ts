import { Fault } from '../../domain/fault.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

const todo = (): never => {
  throw new Fault('NOT_FOUND', 'Not here yet.');
};

export const hiring = (_core: Core) => ({
  overview: os.hiring.overview.handler(() => todo()),
  seatSave: os.hiring.seatSave.handler(() => todo()),
  candidate: os.hiring.candidate.handler(() => todo()),
  candidateSave: os.hiring.candidateSave.handler(() => todo()),
  candidateMove: os.hiring.candidateMove.handler(() => todo()),
  candidateForget: os.hiring.candidateForget.handler(() => todo()),
  interviewSave: os.hiring.interviewSave.handler(() => todo()),
  hire: os.hiring.hire.handler(() => todo()),
  settings: os.hiring.settings.handler(() => todo()),
  settingsSave: os.hiring.settingsSave.handler(() => todo()),
});
