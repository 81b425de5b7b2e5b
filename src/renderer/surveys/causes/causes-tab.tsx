import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRef, type RefObject } from 'react';
import type { ParetoRow, Problem } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { fw } from '../../strings/en-surveys.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Hints } from '../../ui/hints.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { ask, setSurveys, showMentions, useSurveys } from '../surveys-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { useOverview, useShownSurvey } from '../use-surveys-read.ts';
import { ParetoList } from './pareto-list.tsx';
import { ProblemList } from './problem-list.tsx';

const w = fw.causes;
const segments = (['low', 'all'] as const).map((value) => ({ value, label: w.ofs[value] }));

/** Done now, or not after all. */
const tick = ({ id, title, codeId, category, whys, action, ownerId, dueOn, doneAt }: Problem): void =>
  void command(
    client.surveys.problemSave({ id, title, codeId, category, whys, action, ownerId, dueOn, done: doneAt === null }),
  );

const problemKeys = (problem: Problem) => ({
  open: () => ask({ what: 'problem', problem, codeId: null }),
  edit: () => ask({ what: 'problem', problem, codeId: null }),
  remove: () => void command(client.surveys.problemRemove({ id: problem.id })),
  done: () => tick(problem),
});

type Read = { readonly pareto: readonly Cause[]; readonly problems: readonly Problem[]; readonly responses: number };
type Cause = ParetoRow & { readonly codeId: string };

/** Keys mean what the cursor is on: a problem, else what is mentioned. */
function useKeys({ pareto, problems }: Pick<Read, 'pareto' | 'problems'>) {
  const { of, causeId, problemId } = useSurveys();
  const problem = problems.find(({ id }) => id === problemId);
  const cause = pareto.find(({ codeId }) => codeId === causeId) ?? pareto[0];
  const add = (): void => ask({ what: 'problem', problem: null, codeId: cause?.codeId ?? null });
  useTabActions({
    measure: () => setSurveys({ of: of === 'low' ? 'all' : 'low' }),
    problem: add,
    ...(problem !== undefined && problemKeys(problem)),
    ...(problem === undefined && cause !== undefined && { open: () => showMentions(cause.codeId) }),
  });
  return { onProblem: problem !== undefined, add };
}

function Head({ responses, add }: { readonly responses: number; readonly add: () => void }) {
  const of = useSurveys((state) => state.of);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 text-small">
      <Segmented label={w.of} segments={segments} value={of} onChange={(next) => setSurveys({ of: next })} />
      <Kbd keys="m" />
      <span className="text-ink-2">{w.from(responses)}</span>
      <span className="flex-1" />
      <Button small onClick={add} icon={<Plus size={13} aria-hidden />}>
        {w.newProblem} <Kbd keys="p" />
      </Button>
    </div>
  );
}

type LoadedProps = Read & { readonly box: RefObject<HTMLDivElement | null> };

function Loaded({ pareto, problems, responses, box }: LoadedProps) {
  const problemList = useRef<HTMLDivElement>(null);
  const { onProblem, add } = useKeys({ pareto, problems });
  const toPareto = (): void => box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  return (
    <>
      <Head responses={responses} add={add} />
      <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
        <section aria-label={w.pareto} className="flex min-h-0 min-w-0 flex-1 flex-col">
          {pareto.length > 0 ? (
            <ParetoList rows={pareto} onRight={() => problemList.current?.focus()} />
          ) : (
            <p className="px-4 py-3 text-ink-2">{w.noPareto}</p>
          )}
        </section>
        <section
          aria-label={w.problems}
          className="flex min-h-0 w-[46%] shrink-0 flex-col border-l border-line max-[820px]:h-[50%] max-[820px]:w-full max-[820px]:border-t max-[820px]:border-l-0"
        >
          {problems.length > 0 ? (
            <ProblemList list={problemList} problems={problems} onLeft={toPareto} />
          ) : (
            <p className="px-4 py-3 text-ink-2">{w.noProblems}</p>
          )}
        </section>
      </div>
      <Hints
        yields
        hints={[
          ['j / k', w.hints.move],
          ['arrowleft / arrowright', w.hints.lists],
          ['enter', w.hints.open],
          ['p', w.hints.add],
          ...(onProblem
            ? ([
                ['x', w.hints.done],
                ['delete', w.hints.remove],
              ] as const)
            : []),
        ]}
      />
    </>
  );
}

/** What is mentioned most at the left, problems at the right. */
export function CausesTab() {
  const { days, of } = useSurveys();
  const shown = useShownSurvey();
  const asked = useQuery(
    orpc.surveys.causes.queryOptions({
      input: { surveyId: shown?.id ?? null, days, of },
      placeholderData: keepPreviousData,
    }),
  );
  const overview = useOverview();
  const box = useRef<HTMLDivElement>(null);
  const { data } = asked;
  useFirstFocus(box, data === undefined ? null : `${data.pareto.length > 0} ${data.problems.length > 0}`);
  if (data === undefined) return <NotRead asked={asked} />;
  const isEmpty = data.problems.length === 0 && overview.data?.surveys.length === 0;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {isEmpty ? <NothingYet title={fw.responses.empty} /> : <Loaded {...data} box={box} />}
    </div>
  );
}
