import { useQuery } from '@tanstack/react-query';
import { Gauge } from 'lucide-react';
import { useRef } from 'react';
import type { Scored } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { FigureTable } from '../../ui/table.tsx';
import { stageOf } from '../../app/use-focus.ts';
import { fw } from '../../strings/en-surveys.ts';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { Hints } from '../../ui/hints.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { ask, setSurveys, useSurveys } from '../surveys-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { useOverview, useShownSurvey } from '../use-surveys-read.ts';
import { Sample, told } from './figure.tsx';
import { Trend } from './trend.tsx';

const w = fw.scores;

function Line({ scored }: { readonly scored: Scored }) {
  const figure = told(scored.total);
  const { question, surveyName } = scored;
  return (
    <Entry id={question.id} className="items-center gap-3 py-[6px]">
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="line-clamp-2 font-semibold break-words" dir="auto" title={question.title}>
          {question.title}
        </span>
        <span className="truncate text-small text-ink-2" dir="auto">
          {surveyName}
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end">
        <span className="text-title font-bold tabular-nums">
          <span className="mr-1 text-small font-medium text-ink-2">{w.kind[question.kind]}</span>
          {figure.text}
        </span>
        <span className="text-small text-ink-2 tabular-nums">{w.n(figure.n)}</span>
      </span>
    </Entry>
  );
}

function By({ what, rows }: { readonly what: 'queues' | 'agents'; readonly rows: Scored['queues'] }) {
  const head = what === 'queues' ? w.queue : w.agent;
  return (
    <section className="min-w-[260px] flex-1">
      <h3 className="py-1 text-small font-bold">{w[what]}</h3>
      {rows.length === 0 ? (
        <p className="text-small text-ink-2">{w.noTickets}</p>
      ) : (
        <FigureTable
          label={w[what]}
          columns={[
            { label: head },
            { label: w.figure, right: true },
            { label: w.answers, right: true },
            { label: w.interval, right: true },
          ]}
          lines={rows.map(({ id, name, figure }) => {
            const { text, n, range } = told(figure);
            return { key: id ?? '', cells: [id === null ? w.none[what] : name, text, n, range] };
          })}
        />
      )}
    </section>
  );
}

function Detail({ scored }: { readonly scored: Scored }) {
  const { question, total, months, queues, agents } = scored;
  const figure = told(total);
  const { nps, csat } = total;
  return (
    // Scrolled by keys, so that all of it is reached without a mouse.
    <div
      role="region"
      tabIndex={0}
      aria-label={w.detail(question.title)}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-4 overflow-y-auto border-l border-line px-4 py-3 -outline-offset-2 max-[820px]:border-t max-[820px]:border-l-0"
    >
      <div>
        <h2 className="text-title font-bold break-words" dir="auto">
          {question.title}
        </h2>
        <p className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
          <span className={cx('text-[26px] leading-[34px] font-bold', figure.few && 'text-ink-2')}>{figure.text}</span>
          <span>{w.sure(figure.range)}</span>
          <Sample figure={figure} />
        </p>
        <p className="text-small text-ink-2">
          {nps !== null && w.split(nps)}
          {csat !== null && `${w.satisfied(csat)}, ${w.scale(question.top, question.most)}`}
        </p>
      </div>
      <section>
        <h3 className="py-1 text-small font-bold">{w.months}</h3>
        <Trend scored={scored} />
        <FigureTable
          label={w.months}
          columns={[
            { label: w.month },
            { label: w.figure, right: true },
            { label: w.answers, right: true },
            { label: w.interval, right: true },
          ]}
          lines={months
            .filter(({ figure: each }) => told(each).n > 0)
            .toReversed()
            .map(({ month, figure: each }) => {
              const { text, n, range } = told(each);
              return { key: month, cells: [fw.month(month), text, n, range] };
            })}
        />
      </section>
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <By what="queues" rows={queues} />
        <By what="agents" rows={agents} />
      </div>
    </div>
  );
}

function Loaded({ scored }: { readonly scored: readonly Scored[] }) {
  const questionId = useSurveys((state) => state.questionId);
  const current = scored.find(({ question }) => question.id === questionId) ?? scored[0];
  return (
    <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
      <div className="flex w-[360px] shrink-0 flex-col max-[1100px]:w-[280px] max-[820px]:h-[40%] max-[820px]:w-full">
        <EntryList
          label={w.list}
          ids={scored.map(({ question }) => question.id)}
          currentId={current?.question.id ?? null}
          onChoose={(id) => setSurveys({ questionId: id })}
        >
          {scored.map((each) => (
            <Line key={each.question.id} scored={each} />
          ))}
        </EntryList>
      </div>
      {current !== undefined && <Detail key={current.question.id} scored={current} />}
    </div>
  );
}

/** What is done with the survey that is chosen. */
function useSurveyActions(): void {
  const shown = useShownSurvey();
  useTabActions(
    shown === undefined
      ? {}
      : {
          edit: () => ask({ what: 'rename', surveyId: shown.id, name: shown.name }),
          remove: () => void command(client.surveys.surveyRemove({ id: shown.id })),
        },
  );
}

/** NPS and CSAT, each with how many answered and how sure that is. */
export function ScoresTab() {
  const { days } = useSurveys();
  const shown = useShownSurvey();
  const overview = useOverview();
  const asked = useQuery(
    orpc.surveys.scores.queryOptions({ input: { days, surveyId: shown?.id ?? null }, enabled: overview.isSuccess }),
  );
  const box = useRef<HTMLDivElement>(null);
  const scored = asked.data?.scored;
  useFirstFocus(box, stageOf(scored?.length));
  useSurveyActions();
  if (scored === undefined) return <NotRead asked={overview.isError ? overview : asked} />;
  const isEmpty = overview.data?.surveys.length === 0;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {scored.length > 0 && <Loaded scored={scored} />}
      {scored.length === 0 &&
        (isEmpty ? (
          <NothingYet />
        ) : (
          <Empty title={w.emptyDays} icon={<Gauge size={28} strokeWidth={1.4} aria-hidden />}>
            {w.emptyDaysHow}
          </Empty>
        ))}
      {!isEmpty && (
        <Hints
          yields
          hints={[
            ['j / k', w.hints.move],
            ['s', w.hints.survey],
            [', / .', w.hints.days],
            ...(shown === undefined
              ? []
              : ([
                  ['e', w.hints.rename],
                  ['delete', w.hints.remove],
                ] as const)),
          ]}
        />
      )}
    </div>
  );
}
