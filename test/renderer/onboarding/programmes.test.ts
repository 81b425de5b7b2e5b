import { describe, expect, test } from 'vitest';
import { programmeBodySchema, type ProgrammeBody } from '../../../src/contract/onboarding.ts';
import {
  addStage,
  addTask,
  changeStage,
  changeTask,
  lengthOf,
  move,
  nearest,
  newGate,
  newProgramme,
  placesOf,
  remove,
} from '../../../src/renderer/onboarding/programmes/draft.ts';
import { placeOf, problemsAt, problemsOf } from '../../../src/renderer/onboarding/programmes/problems.ts';
import {
  addOption,
  changeOption,
  changeQuestion,
  newQuiz,
  removeOption,
  turnRight,
} from '../../../src/renderer/onboarding/programmes/quiz-draft.ts';

const task = (id: string) => ({ id, name: `Task ${id}` });
const stage = (id: string, ...tasks: readonly string[]) => ({
  id,
  name: `Stage ${id}`,
  workDays: 5,
  rampPercent: 0,
  tasks: tasks.map(task),
});
const programme = (): ProgrammeBody =>
  programmeBodySchema.parse({ name: 'Two', stages: [stage('s1', 't1', 't2'), stage('s2', 't1')] });
const keys = ({ stages }: ProgrammeBody) =>
  stages.map(({ id, tasks }) => [id, ...tasks.map((each) => each.id)].join(' '));
const at = (stageAt: number | null, taskAt: number | null = null) => ({ stage: stageAt, task: taskAt });

describe('the parts of a programme', () => {
  test('stand from top to bottom: the programme, each stage, its tasks', () => {
    expect(placesOf(programme())).toEqual([at(null), at(0), at(0, 0), at(0, 1), at(1), at(1, 0)]);
    expect(lengthOf(programme())).toBe(10);
  });

  test('what is added gets a key that is free, and the cursor', () => {
    const one = addTask(programme(), at(0, 0));
    expect(keys(one.body)).toEqual(['s1 t1 t3 t2', 's2 t1']);
    expect(one.place).toEqual(at(0, 1));
    expect(addTask(programme(), at(null)).place).toEqual(at(1, 1));
    const two = addStage(programme(), at(0, 1));
    expect(keys(two.body)).toEqual(['s1 t1 t2', 's3', 's2 t1']);
    expect(two.place).toEqual(at(1));
  });

  test('the last stage stays; of what goes, the nearest above gets the cursor', () => {
    const gone = remove(programme(), at(0, 1));
    expect(gone && keys(gone.body)).toEqual(['s1 t1', 's2 t1']);
    expect(gone?.place).toEqual(at(0, 0));
    const left = remove(programme(), at(1));
    expect(left && keys(left.body)).toEqual(['s1 t1 t2']);
    expect(left && remove(left.body, at(0))).toBeNull();
    expect(nearest(programme(), at(7, 7))).toEqual(at(1, 0));
  });

  test('a task moves within its stage and on into the next, where its key may be taken', () => {
    expect(keys(move(programme(), at(0, 0), 1).body)).toEqual(['s1 t2 t1', 's2 t1']);
    const over = move(programme(), at(0, 1), 1);
    expect(keys(over.body)).toEqual(['s1 t1', 's2 t2 t1']);
    expect(over.place).toEqual(at(1, 0));
    const back = move(programme(), at(1, 0), -1);
    expect(keys(back.body)).toEqual(['s1 t1 t2 t3', 's2']);
    expect(keys(move(programme(), at(1), -1).body)).toEqual(['s2 t1', 's1 t1 t2']);
    expect(move(programme(), at(0, 0), -1).body).toEqual(programme());
  });
});

describe('a quiz being written', () => {
  const question = { text: 'Which?', options: ['A', 'B', 'C'], right: [0, 2] };

  test('an option that goes takes its right along, and the others keep theirs', () => {
    expect(removeOption(question, 0)).toEqual({ options: ['B', 'C'], right: [1] });
    expect(removeOption(question, 1)).toEqual({ options: ['A', 'C'], right: [0, 1] });
  });

  test('options are added, changed and turned', () => {
    expect(addOption(question).options).toEqual(['A', 'B', 'C', '']);
    expect(changeOption(question, 1, 'b').options).toEqual(['A', 'b', 'C']);
    expect(turnRight(question, 1).right).toEqual([0, 1, 2]);
    expect(turnRight(question, 0).right).toEqual([2]);
  });
});

describe('what keeps a programme from being saved', () => {
  const paths = (body: ProgrammeBody) => problemsOf(body).map(({ path }) => path);

  test('one that the desk takes has nothing to mend; a new one lacks its names', () => {
    expect(paths(programme())).toEqual([]);
    expect(paths(newProgramme())).toEqual(['name', 'stages.0.name']);
  });

  test('what the window lets through the desk takes too, and what it refuses the desk refuses', () => {
    const parses = (body: ProgrammeBody) => programmeBodySchema.safeParse(body).success;
    const bad: ProgrammeBody[] = [
      changeStage(programme(), 0, { workDays: Number.NaN }),
      changeStage(programme(), 0, { workDays: 121 }),
      changeStage(programme(), 0, { rampPercent: 101 }),
      changeStage(programme(), 1, { gates: [{ kind: 'qaAverage', reviews: 0, atLeast: 4 }] }),
      changeStage(programme(), 1, { gates: [{ kind: 'qaAverage', reviews: 3, atLeast: 5.1 }] }),
      changeStage(programme(), 1, { gates: [newGate('certificate')] }),
      changeTask(programme(), at(0, 0), { quiz: newQuiz() }),
      changeTask(programme(), at(0, 0), { quiz: { passPercent: 80, questions: [] } }),
      { ...programme(), certificate: { name: ' ', validMonths: 121 } },
    ];
    for (const body of bad) {
      expect(paths(body)).not.toEqual([]);
      expect(parses(body)).toBe(false);
    }
    const quiz = changeQuestion(newQuiz(), 0, { text: 'Which?', options: ['A', 'B'] });
    const good = changeTask(
      changeStage(programme(), 1, { gates: [newGate('tickets'), newGate('qaAverage')] }),
      at(0, 0),
      { quiz },
    );
    expect(paths(good)).toEqual([]);
    expect(parses(good)).toBe(true);
  });

  test('a problem is said at its own part, and its path leads there', () => {
    const body = changeTask(changeStage(programme(), 0, { workDays: 0 }), at(0, 1), { name: '' });
    const problems = problemsOf(body);
    expect(problemsAt(problems, at(0)).map(({ path }) => path)).toEqual(['stages.0.workDays']);
    expect(problemsAt(problems, at(0, 1)).map(({ path }) => path)).toEqual(['stages.0.tasks.1.name']);
    expect(problemsAt(problems, at(null))).toEqual([]);
    expect(problems.map(({ path }) => placeOf(path))).toEqual([at(0), at(0, 1)]);
  });
});
