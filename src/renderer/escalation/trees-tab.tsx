import { useQuery } from '@tanstack/react-query';
import { Network } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Tree, TreeBody } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Menu } from '../ui/menu.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { onAdd } from './saves.ts';
import { TreeEditor } from './tree-editor.tsx';

const w = e.tree;

/** A new tree takes a name that no other has. */
function freeName(wanted: string, trees: readonly Tree[]): string {
  const taken = new Set(trees.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted} ${n}`;
  return name;
}

const blank: TreeBody['nodes'] = [
  {
    id: 'start',
    question: 'What has to be known first?',
    answers: [
      { text: w.yes, to: 'up' },
      { text: w.no, to: 'here' },
    ],
  },
  { id: 'up', outcome: { type: 'escalate', level: 2, cause: 'Needs a specialist', instructions: '' } },
  { id: 'here', outcome: { type: 'resolve', instructions: 'Answer the customer and solve the ticket.' } },
];

type ListProps = { readonly trees: readonly Tree[]; readonly current: Tree; readonly onPick: (id: string) => void };

function List({ trees, current, onPick }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined) return;
    const next = trees[trees.indexOf(current) + step];
    if (next !== undefined) onPick(next.id);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      role="listbox"
      data-board
      tabIndex={0}
      aria-label={w.list}
      aria-activedescendant={`tree-${current.id}`}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {trees.map((tree) => (
        <div
          key={tree.id}
          id={`tree-${tree.id}`}
          role="option"
          aria-selected={tree === current}
          onClick={() => onPick(tree.id)}
          className={cx(
            'flex min-h-[44px] flex-col justify-center border-b border-l-2 border-b-line px-3 py-1 select-none',
            tree === current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
          )}
        >
          <span className="truncate font-semibold" dir="auto">
            {tree.name}
          </span>
          <span className="text-small text-ink-2">
            {w.steps(tree.nodes.filter((node) => 'question' in node).length)}
          </span>
        </div>
      ))}
    </div>
  );
}

/** The trees that the team wrote, and one of them to write on. */
export function TreesTab() {
  const asked = useQuery(orpc.escalation.trees.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const trees = asked.data?.trees;
  const make = async (wanted: string, nodes: TreeBody['nodes']): Promise<void> => {
    const done = await command(client.escalation.treeSave({ name: freeName(wanted, trees ?? []), nodes }));
    if (done !== null) setChosen(done.id);
  };
  useEffect(() => {
    onAdd(() => void make(w.newName, blank));
    return () => onAdd(null);
  });
  if (asked.data === undefined || trees === undefined) return <NotRead asked={asked} words={e} />;
  const actions = (
    <>
      <Button small onClick={() => void make(w.newName, blank)}>
        {w.add} <Kbd keys="shift+n" />
      </Button>
      <Menu
        label={w.use}
        side="top"
        trigger={
          <Button small look="quiet">
            {w.use}
          </Button>
        }
        items={asked.data.examples.map(({ name, nodes }) => ({ label: name, onPick: () => void make(name, nodes) }))}
      />
    </>
  );
  const current = trees.find(({ id }) => id === chosen) ?? trees[0];
  if (current === undefined)
    return (
      <Empty title={w.empty} icon={<Network size={28} strokeWidth={1.4} aria-hidden />} actions={actions}>
        {w.emptyHow}
      </Empty>
    );
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex w-[260px] shrink-0 flex-col border-r border-line max-[1100px]:w-[190px]">
        <List trees={trees} current={current} onPick={setChosen} />
        <div className="flex flex-wrap gap-1 border-t border-line p-2">{actions}</div>
      </div>
      <TreeEditor key={current.id} tree={current} />
    </div>
  );
}
