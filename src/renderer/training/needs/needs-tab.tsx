import { useQuery } from '@tanstack/react-query';
import { Lightbulb, Plus } from 'lucide-react';
import { useRef } from 'react';
import type { TrainingNeed, TrainingTopic } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { tw } from '../../strings/en-training.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useTabActions } from '../tab-actions.ts';
import { ask, openRefresher, setTraining, useTraining } from '../training-store.ts';
import { useTold } from '../use-told.ts';
import { makeRefresher } from '../writes.ts';
import { NeedLine } from './need-line.tsx';

const w = tw.needs;
const noTopics: readonly TrainingTopic[] = [];

const keyOf = ({ source }: TrainingNeed): string =>
  [source.kind, source.scorecardId, source.criterion, source.category, source.topicId].join('|');

const newTopic = (): void => ask({ what: 'topic', topic: null });

type Keyed = { readonly key: string; readonly need: TrainingNeed };

/** Makes a refresher of what is ticked, else of what the cursor is on. */
async function make(needs: readonly Keyed[], ticked: readonly string[], current: Keyed | undefined): Promise<void> {
  const some = needs.filter(({ key }) => ticked.includes(key));
  const chosen = (some.length > 0 ? some : current === undefined ? [] : [current]).map(({ need }) => need);
  if (chosen.length === 0) return;
  if (await makeRefresher(chosen)) setTraining({ ticked: [] });
}

/** What can be done with a topic, which somebody wrote down; a criterion or a category is what it is. */
function topicKeys(topic: TrainingTopic | undefined) {
  if (topic === undefined) return {};
  return {
    edit: () => ask({ what: 'topic', topic }),
    remove: () => void command(client.training.topicRemove({ id: topic.id })),
  };
}

function Loaded({ needs, topics }: { readonly needs: readonly Keyed[]; readonly topics: readonly TrainingTopic[] }) {
  const { needKey, ticked } = useTraining();
  const { nameOf } = useTold();
  const { data } = useQuery(orpc.training.refreshers.queryOptions());
  const current = needs.find(({ key }) => key === needKey) ?? needs[0];
  const titleOf = (id: string | null): string | null =>
    id === null ? null : (data?.refreshers.find((each) => each.id === id)?.title ?? '');
  const tick = (key: string): void =>
    setTraining({ ticked: ticked.includes(key) ? ticked.filter((each) => each !== key) : [...ticked, key] });
  const refresherId = current?.need.refresherId ?? null;
  useTabActions({
    topic: newTopic,
    ...(current !== undefined && {
      new: () => void make(needs, ticked, current),
      tick: () => tick(current.key),
      ...(refresherId !== null && { open: () => openRefresher(refresherId) }),
      ...topicKeys(topics.find(({ id }) => id === current.need.source.topicId)),
    }),
  });
  return (
    <>
      <Bar
        ticked={needs.filter(({ key }) => ticked.includes(key)).length}
        make={() => void make(needs, ticked, current)}
      />
      <EntryList
        label={w.list}
        ids={needs.map(({ key }) => key)}
        currentId={current?.key ?? null}
        onChoose={(key) => setTraining({ needKey: key })}
        onOther={(key) => {
          if (key !== ' ' || current === undefined) return false;
          tick(current.key);
          return true;
        }}
      >
        {needs.map(({ key, need }) => (
          <NeedLine
            key={key}
            id={key}
            need={need}
            plannedIn={titleOf(need.refresherId)}
            ticked={ticked.includes(key)}
            nameOf={nameOf}
          />
        ))}
      </EntryList>
    </>
  );
}

const Bar = ({ ticked, make: onMake }: { readonly ticked: number; readonly make: () => void }) => (
  <div className="flex min-h-[40px] shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1">
    <span className="text-small text-ink-2">{w.title}</span>
    {ticked > 0 && <span className="text-small font-semibold tabular-nums">{w.ticked(ticked)}</span>}
    <span className="flex-1" />
    <Button small onClick={newTopic} icon={<Plus size={13} aria-hidden />}>
      {w.topic}
      <Kbd keys="a" />
    </Button>
    <Button small look="primary" onClick={onMake}>
      {w.make}
      <Kbd keys="n" on />
    </Button>
  </div>
);

function NoNeeds() {
  useTabActions({ topic: newTopic });
  return (
    <Empty
      title={w.empty}
      icon={<Lightbulb size={28} strokeWidth={1.4} aria-hidden />}
      actions={
        <Button look="primary" data-first onClick={newTopic}>
          {w.topic}
          <Kbd keys="a" on />
        </Button>
      }
    >
      {w.emptyHow}
    </Empty>
  );
}

const hints = [
  ['j / k', w.hints.move],
  ['x', w.hints.tick],
  ['n', w.hints.make],
  ['a', w.hints.topic],
  ['e', w.hints.edit],
  ['delete', w.hints.remove],
] as const;

function LeadNeeds() {
  const asked = useQuery(orpc.training.needs.queryOptions({ input: {} }));
  const topics = useQuery(orpc.training.topics.queryOptions()).data?.topics ?? noTopics;
  const box = useRef<HTMLDivElement>(null);
  const needs = asked.data?.needs;
  useFirstFocus(box, stageOf(needs?.length));
  if (needs === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {needs.length === 0 ? (
        <NoNeeds />
      ) : (
        <Loaded needs={needs.map((need) => ({ key: keyOf(need), need }))} topics={topics} />
      )}
      {needs.length > 0 && <Hints hints={hints} />}
    </div>
  );
}

/** An agent reads what is new; what scores low is between others and whoever leads them. */
function AgentTopics() {
  const asked = useQuery(orpc.training.topics.queryOptions());
  const needKey = useTraining((state) => state.needKey);
  const box = useRef<HTMLDivElement>(null);
  const topics = asked.data?.topics;
  useFirstFocus(box, stageOf(topics?.length));
  if (topics === undefined) return <NotRead asked={asked} />;
  if (topics.length === 0)
    return (
      <Empty title={w.emptyAgent} icon={<Lightbulb size={28} strokeWidth={1.4} aria-hidden />}>
        {w.emptyAgentHow}
      </Empty>
    );
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <p className="flex min-h-[34px] shrink-0 items-center border-b border-line px-4 text-small text-ink-2">
        {w.titleAgent}
      </p>
      <EntryList
        label={w.topics}
        ids={topics.map(({ id }) => id)}
        currentId={needKey}
        onChoose={(key) => setTraining({ needKey: key })}
      >
        {topics.map(({ id, text, material }) => (
          <Entry key={id} id={id}>
            <span className="font-semibold break-words" dir="auto">
              {text}
            </span>
            {material !== '' && (
              <span className="text-small break-words text-ink-2" dir="auto">
                {material}
              </span>
            )}
          </Entry>
        ))}
      </EntryList>
    </div>
  );
}

/** What should be trained next, and why. */
export function NeedsTab() {
  return useViewer().leads ? <LeadNeeds /> : <AgentTopics />;
}
