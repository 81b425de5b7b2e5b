import type { Newcomer } from '../../../contract/index.ts';
import { ask, turn, turnName } from '../onboarding-store.ts';
import type { TabAction } from '../tab-actions.ts';
import { copyText } from '../copy-text.ts';
import { goOn, passStage, signAs, signNow, tickTask } from '../writes.ts';
import type { Item } from './items.ts';
import { currentOf, isOn, signsAs, type Who } from './may.ts';

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
    ...(currentOf(newcomer) !== undefined && {
      pass: () => passStage(newcomer),
      extend: () => ask({ what: 'extend', newcomer }),
    }),
  };
}

/** What the keys do with whom the cursor of the board is on. What is the trainer's is not an agent's. SPEC ONB-52. */
export function pageActions(newcomer: Newcomer, who: Who): Actions {
  const sign = signNow(newcomer, who);
  return { ...(who.leads && trainerActions(newcomer)), ...(sign !== null && { sign }) };
}

/** A sign-off is given by whom it is of; a trainer cannot say it for their agent, nor an agent for their trainer. */
const maySign = (newcomer: Newcomer, item: Extract<Item, { kind: 'sign' }>, who: Who): boolean =>
  item.state.state === 'current' && isOn(newcomer) && signsAs(newcomer, who) === item.role;

const isOverFor = ({ state }: Newcomer): boolean => state === 'done' || state === 'ended';

function taskActions(newcomer: Newcomer, item: Extract<Item, { kind: 'task' }>): Actions {
  const { stage, task, done } = item;
  const { quiz, material } = task;
  const takesQuiz = quiz !== null && done.doneAt === null;
  const tick = takesQuiz
    ? () => ask({ what: 'quiz', newcomer, stage: stage.id, task: task.id })
    : () => tickTask(newcomer, item);
  return {
    ...(!isOverFor(newcomer) && { tick }),
    ...(material !== '' && { copy: () => void copyText(material) }),
  };
}

/** What the keys do with what the cursor of the page is on. */
export function doItem(newcomer: Newcomer, item: Item, who: Who): Actions {
  if (item.kind === 'task') return taskActions(newcomer, item);
  if (item.kind === 'sign' && maySign(newcomer, item, who)) return { tick: () => signAs(newcomer, item) };
  return {};
}

/** Enter: a stage is folded or opened, a task is read, a sign-off is given. */
export function openItem(newcomer: Newcomer, item: Item, who: Who): void {
  if (item.kind === 'stage') turn(turnName(newcomer.id, item.stage.id));
  else if (item.kind === 'task') ask({ what: 'task', newcomer, stage: item.stage.id, task: item.task.id });
  else doItem(newcomer, item, who).tick?.();
}
