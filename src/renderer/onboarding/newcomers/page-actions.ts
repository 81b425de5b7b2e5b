import type { Newcomer, Stage } from '../../../contract/index.ts';
import { ask, turn, turnName } from '../onboarding-store.ts';
import type { TabAction } from '../tab-actions.ts';
import { copyText } from '../copy-text.ts';
import { goOn, passStage, signAs, signNow, tickTask } from '../writes.ts';
import type { Item, Role } from './items.ts';
import { currentOf, isOn, type Who } from './may.ts';

type Actions = Partial<Record<TabAction, () => void>>;

/** What a trainer can do with a newcomer; a programme that is over is only read. */
function trainerActions(newcomer: Newcomer): Actions {
  const { state } = newcomer;
  const isOver = state === 'done' || state === 'ended';
  return {
    ...(!isOver && {
      away: () => ask({ what: 'away', newcomer }),
      trainer: () => ask({ what: 'trainer', newcomer }),
      end: () => ask({ what: 'end', newcomer }),
    }),
    ...(isOn(newcomer) && {
      pause: () => (state === 'paused' ? goOn(newcomer) : ask({ what: 'pause', newcomer })),
    }),
    ...(state === 'running' && { pass: () => passStage(newcomer) }),
    ...(currentOf(newcomer) !== undefined && { extend: () => ask({ what: 'extend', newcomer }) }),
  };
}

/** What the keys do with whom the cursor of the board is on. What is the trainer's is not an agent's. SPEC ONB-52. */
export function pageActions(newcomer: Newcomer, who: Who): Actions {
  const sign = signNow(newcomer, who);
  return { ...(who.leads && trainerActions(newcomer)), ...(sign !== null && { sign }) };
}

/** Only what they are at now is worked on. SPEC ONB-6. */
const isNow = ({ state, current }: Newcomer, stage: Stage): boolean => state === 'running' && current === stage.id;

/** Nobody signs for themselves as their trainer; for an agent who sits beside, whoever leads may. */
const maySign = ({ personId }: Newcomer, role: Role, { id, leads }: Who): boolean =>
  role === 'agent' ? leads || id === personId : leads && id !== personId;

function taskActions(newcomer: Newcomer, item: Extract<Item, { kind: 'task' }>): Actions {
  const { stage, task, done } = item;
  const { quiz, material } = task;
  const takesQuiz = quiz !== null && done.doneAt === null;
  const tick = takesQuiz
    ? () => ask({ what: 'quiz', newcomer, stage: stage.id, task: task.id })
    : () => tickTask(newcomer, item);
  return {
    ...(isNow(newcomer, stage) && { tick }),
    ...(material !== '' && { copy: () => void copyText(material) }),
  };
}

/** What the keys do with what the cursor of the page is on. */
export function doItem(newcomer: Newcomer, item: Item, who: Who): Actions {
  if (item.kind === 'task') return taskActions(newcomer, item);
  const signs = item.kind === 'sign' && isNow(newcomer, item.stage) && maySign(newcomer, item.role, who);
  return signs ? { tick: () => signAs(newcomer, item) } : {};
}

/** Enter: a stage is folded or opened, a task is read, a sign-off is given. */
export function openItem(newcomer: Newcomer, item: Item, who: Who): void {
  if (item.kind === 'stage') turn(turnName(newcomer.id, item.stage.id));
  else if (item.kind === 'task') ask({ what: 'task', newcomer, stage: item.stage.id, task: item.task.id });
  else doItem(newcomer, item, who).tick?.();
}
