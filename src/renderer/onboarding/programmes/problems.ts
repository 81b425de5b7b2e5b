import type { Gate, OnboardingTask, ProgrammeBody, Quiz, Stage } from '../../../contract/index.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import type { Place } from './draft.ts';

export type Problem = { readonly path: string; readonly text: string };

const w = pw.wrong;
const within = (value: number, min: number, max: number): boolean => value >= min && value <= max;
const whole = (value: number, min: number, max: number): boolean => within(value, min, max) && Number.isInteger(value);
const said = (isWrong: boolean, path: string, text: string): Problem[] => (isWrong ? [{ path, text }] : []);
const named = (name: string, path: string): Problem[] => said(name.trim() === '', path, w.name);

function questionProblems({ text, options, right }: Quiz['questions'][number], path: string): Problem[] {
  return [
    ...said(text.trim() === '', `${path}.text`, w.question),
    ...options.flatMap((option, at) => said(option.trim() === '', `${path}.options.${at}`, w.option)),
    ...said(options.length < 2, `${path}.options`, w.twoOptions),
    ...said(right.length === 0, `${path}.right`, w.right),
  ];
}

function taskProblems({ name, quiz }: OnboardingTask, path: string): Problem[] {
  if (quiz === null) return named(name, `${path}.name`);
  return [
    ...named(name, `${path}.name`),
    ...said(!within(quiz.passPercent, 1, 100), `${path}.quiz.passPercent`, w.pass),
    ...said(quiz.questions.length === 0, `${path}.quiz.questions`, w.noQuestions),
    ...quiz.questions.flatMap((each, at) => questionProblems(each, `${path}.quiz.questions.${at}`)),
  ];
}

function gateProblems(gate: Gate, path: string): Problem[] {
  if (gate.kind === 'tickets') return said(!whole(gate.atLeast, 1, 10_000), `${path}.atLeast`, w.tickets);
  if (gate.kind === 'certificate') return named(gate.name, `${path}.name`);
  return [
    ...said(!within(gate.atLeast, 0, 5), `${path}.atLeast`, w.score),
    ...said(!whole(gate.reviews, 1, 100), `${path}.reviews`, w.reviews),
  ];
}

const stageProblems = ({ name, workDays, rampPercent, tasks, gates }: Stage, path: string): Problem[] => [
  ...named(name, `${path}.name`),
  ...said(!whole(workDays, 1, 120), `${path}.workDays`, w.workDays),
  ...said(!within(rampPercent, 0, 100), `${path}.rampPercent`, w.ramp),
  ...said(tasks.length > 50, `${path}.count`, w.tooManyTasks),
  ...gates.flatMap((gate, at) => gateProblems(gate, `${path}.gates.${at}`)),
  ...tasks.flatMap((task, at) => taskProblems(task, `${path}.tasks.${at}`)),
];

/** Everything that keeps a programme from being saved, each with the path of its field. */
export function problemsOf({ name, certificate, stages }: ProgrammeBody): readonly Problem[] {
  const months = certificate?.validMonths ?? null;
  return [
    ...named(name, 'name'),
    ...(certificate === null ? [] : named(certificate.name, 'certificate.name')),
    ...said(months !== null && !whole(months, 1, 120), 'certificate.validMonths', w.months),
    ...said(stages.length > 20, 'count', w.tooManyStages),
    ...stages.flatMap((stage, at) => stageProblems(stage, `stages.${at}`)),
  ];
}

export const pathOf = ({ stage, task }: Place): string =>
  stage === null ? '' : task === null ? `stages.${stage}` : `stages.${stage}.tasks.${task}`;

/** What is wrong at one place, without what is wrong at the tasks of a stage. */
export function problemsAt(problems: readonly Problem[], place: Place): readonly Problem[] {
  const own = pathOf(place);
  if (own === '') return problems.filter(({ path }) => !path.startsWith('stages.'));
  const isIn = (path: string): boolean => path.startsWith(`${own}.`);
  return problems.filter(({ path }) => isIn(path) && (place.task !== null || !path.startsWith(`${own}.tasks.`)));
}

/** Where the field of a problem is. */
export function placeOf(path: string): Place {
  const found = /^stages\.(\d+)(?:\.tasks\.(\d+))?/.exec(path);
  if (found === null) return { stage: null, task: null };
  return { stage: Number(found[1]), task: found[2] === undefined ? null : Number(found[2]) };
}
