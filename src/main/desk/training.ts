import type { Core } from './core.ts';
import { os } from './router-base.ts';
import type { Outlooks } from './staffing/outlook.ts';
import { budget, currencyOf, saveBudget } from './training/budget.ts';
import { courses, saveCourse } from './training/courses.ts';
import { enrolments, saveEnrolment } from './training/enrolments.ts';
import { categoryReader, needs } from './training/needs.ts';
import { place } from './training/place.ts';
import { readTopics } from './training/read.ts';
import { attend, refreshers, removeRefresher, saveRefresher } from './training/refreshers.ts';
import { slots } from './training/slots.ts';
import { removeTopic, saveTopic } from './training/topics.ts';

export const training = (core: Core, outlook: Outlooks, categories = categoryReader(core)) => ({
  needs: os.training.needs.handler(async ({ input }) => ({ needs: await needs(core, categories, input.days) })),
  topics: os.training.topics.handler(() => ({ topics: readTopics(core.db) })),
  topicSave: os.training.topicSave.handler(({ input }) => saveTopic(core, input)),
  topicRemove: os.training.topicRemove.handler(({ input }) => removeTopic(core, input.id)),
  refreshers: os.training.refreshers.handler(() => ({ refreshers: refreshers(core) })),
  refresherSave: os.training.refresherSave.handler(({ input }) => saveRefresher(core, input)),
  refresherRemove: os.training.refresherRemove.handler(({ input }) => removeRefresher(core, input.id)),
  slots: os.training.slots.handler(async ({ input }) => ({ slots: await slots(core, outlook, input) })),
  place: os.training.place.handler(({ input }) => place(core, input)),
  attend: os.training.attend.handler(({ input }) => attend(core, input)),
  courses: os.training.courses.handler(() => ({ courses: courses(core), currency: currencyOf(core) })),
  courseSave: os.training.courseSave.handler(({ input }) => saveCourse(core, input)),
  enrolments: os.training.enrolments.handler(({ input }) => ({ enrolments: enrolments(core, input) })),
  enrolmentSave: os.training.enrolmentSave.handler(({ input }) => saveEnrolment(core, input)),
  budget: os.training.budget.handler(({ input }) => budget(core, input.year)),
  budgetSave: os.training.budgetSave.handler(({ input }) => saveBudget(core, input)),
});
