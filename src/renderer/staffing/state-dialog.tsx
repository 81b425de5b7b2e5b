import type { AgentState } from '../../contract/index.ts';
import { agentStates } from '../../contract/words.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { d } from '../strings/en-day.ts';
import { sw } from '../strings/en-staffing.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyList } from './key-list.tsx';
import { useLast } from './use-last.ts';

const w = sw.adherence;
const keys: Readonly<Record<AgentState, string>> = {
  available: 'a',
  onCall: 'c',
  wrapUp: 'w',
  chat: 'h',
  mail: 'm',
  break: 'b',
  lunch: 'l',
  coaching: 'o',
  qa: 'q',
  meeting: 'e',
  training: 't',
  offQueue: 'f',
  offline: 'x',
};

const likeCalls: ReadonlySet<AgentState> = new Set(['available', 'onCall', 'wrapUp']);

/** The colour of what a state is beside a plan: waiting for calls, in one and after one is work on calls. */
export const stateClass = (state: AgentState): string =>
  state === 'offline' ? 'bg-sunken text-ink-2' : `act-${likeCalls.has(state) ? 'calls' : state}`;

type Props = { readonly person: { readonly id: string; readonly name: string } | null; readonly onClose: () => void };

/** What somebody does from now on, by one more key. */
export function StateDialog({ person, onClose }: Props) {
  const shown = useLast(person);
  const pick = (index: number): void => {
    const state = agentStates[index];
    onClose();
    if (person !== null && state !== undefined) void command(client.roster.stateSet({ personId: person.id, state }));
  };
  return (
    <Dialog title={w.stateTitle(shown?.name ?? '')} open={person !== null} onClose={onClose} width={420}>
      <div className="flex flex-col gap-2 p-3">
        <p className="px-2 text-small text-ink-2">{w.stateHow}</p>
        <KeyList
          label={w.stateTitle(shown?.name ?? '')}
          columns={2}
          items={agentStates.map((state) => ({
            key: keys[state],
            label: d.state[state],
            mark: <span aria-hidden className={cx('size-[10px] shrink-0 rounded-[3px]', stateClass(state))} />,
          }))}
          onPick={pick}
        />
      </div>
    </Dialog>
  );
}
