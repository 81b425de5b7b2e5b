import type { AgentState } from '../../contract/index.ts';
import { agentStates } from '../../contract/words.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { lettersFor } from '../day/key-menu.tsx';
import { d } from '../strings/en-day.ts';
import { sw } from '../strings/en-staffing.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyList } from './key-list.tsx';
import { likeCalls } from './lanes.ts';
import { useLast } from '../ui/use-last.ts';

const w = sw.adherence;
/** The same letters as on the Day screen. */
const keys = lettersFor(agentStates.map((state) => d.state[state]));

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
          items={agentStates.map((state, index) => ({
            key: keys[index] ?? '',
            label: d.state[state],
            mark: <span aria-hidden className={cx('size-[10px] shrink-0 rounded-[3px]', stateClass(state))} />,
          }))}
          onPick={pick}
        />
      </div>
    </Dialog>
  );
}
