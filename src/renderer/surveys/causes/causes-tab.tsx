import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import type { Problem } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { useBegin } from '../../coaching/use-begin.ts';
import { NotRead } from '../../staffing/not-read.tsx';
import { fw } from '../../strings/en-surveys.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Keys } from '../keys.tsx';
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

/** What is mentioned most at the left, problems at the right; keys mean what the cursor is on. */
export function CausesTab() {
  const { days, of, causeId, problemId } = useSurveys();
  const shown = useShownSurvey();
  const asked = useQuery(
    orpc.surveys.causes.queryOptions({
      input: { surveyId: shown?.id ?? null, days, of },
      placeholderData: keepPreviousData,
    }),
  );
  const overview = useOverview();
  const box = useRef<HTMLDivElement>(null);
  const problemList = useRef<HTMLDivElement>(null);
  const { pareto = [], problems = [], responses = 0 } = asked.data ?? {};
  useBegin(box, asked.data === undefined ? null : `${pareto.length > 0} ${problems.length > 0}`);
  const problem = problems.find(({ id }) => id === problemId);
  const cause = pareto.find(({ codeId }) => codeId === causeId) ?? pareto[0];
  useTabActions({
    measure: () => setSurveys({ of: of === 'low' ? 'all' : 'low' }),
    problem: () =>
      ask({ what: 'problem', problem: null, codeId: problem === undefined ? (cause?.codeId ?? null) : null }),
    ...(problem !== undefined && problemKeys(problem)),
    ...(problem === undefined && cause !== undefined && { open: () => showMentions(cause.codeId) }),
  });
  if (asked.data === undefined) return <NotRead asked={asked} />;
  if (problems.length === 0 && overview.data?.surveys.length === 0)
    return (
      <div ref={box} className="flex min-h-0 flex-1 flex-col">
        <NothingYet title={fw.responses.empty} />
      </div>
    );
  const toPareto = (): void => box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 text-small">
        <Segmented label={w.of} segments={segments} value={of} onChange={(next) => setSurveys({ of: next })} />
        <Kbd keys="m" />
        <span className="text-ink-2">{w.from(responses)}</span>
        <span className="flex-1" />
        <Button
          small
          onClick={() => ask({ what: 'problem', problem: null, codeId: cause?.codeId ?? null })}
          icon={<Plus size={13} aria-hidden />}
        >
          {w.newProblem} <Kbd keys="p" />
        </Button>
      </div>
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
      <Keys
        hints={[
          ['j / k', w.hints.move],
          ['arrowleft / arrowright', w.hints.lists],
          ['enter', w.hints.open],
          ['p', w.hints.add],
          ...(problem === undefined
            ? []
            : ([
                ['x', w.hints.done],
                ['delete', w.hints.remove],
              ] as const)),
        ]}
      />
    </div>
  );
}
