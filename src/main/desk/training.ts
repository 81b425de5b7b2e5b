import { Fault } from '../../domain/fault.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';
import type { Outlooks } from './staffing/outlook.ts';

const todo = (): never => {
  throw new Fault('NOT_FOUND', 'Not here yet.');
};

export const training = (_core: Core, _outlook: Outlooks) => ({
  needs: os.training.needs.handler(() => todo()),
  topics: os.training.topics.handler(() => todo()),
  topicSave: os.training.topicSave.handler(() => todo()),
  topicRemove: os.training.topicRemove.handler(() => todo()),
  refreshers: os.training.refreshers.handler(() => todo()),
  refresherSave: os.training.refresherSave.handler(() => todo()),
  refresherRemove: os.training.refresherRemove.handler(() => todo()),
  slots: os.training.slots.handler(() => todo()),
  place: os.training.place.handler(() => todo()),
  attend: os.training.attend.handler(() => todo()),
  courses: os.training.courses.handler(() => todo()),
  courseSave: os.training.courseSave.handler(() => todo()),
  enrolments: os.training.enrolments.handler(() => todo()),
  enrolmentSave: os.training.enrolmentSave.handler(() => todo()),
  budget: os.training.budget.handler(() => todo()),
  budgetSave: os.training.budgetSave.handler(() => todo()),
});
