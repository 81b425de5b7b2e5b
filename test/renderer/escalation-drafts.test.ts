import { expect, test } from 'vitest';
import type { TreeBody } from '../../src/contract/index.ts';
import { exampleTrees } from '../../src/domain/escalation/example-trees.ts';
import { defaultEscalation } from '../../src/domain/escalation/settings.ts';
import { isQuestion, treeProblems, walkTree } from '../../src/domain/escalation/tree.ts';
import { bodyOf, draftOf } from '../../src/renderer/escalation/tree-draft.ts';
import * as settings from '../../src/renderer/escalation/settings-draft.ts';

/** Every way through a tree: the answers given, and what was asked and said on it. */
function ways(tree: Pick<TreeBody, 'nodes'>, answers: readonly number[] = []): readonly unknown[] {
  const { path, at } = walkTree(tree, answers);
  if (!isQuestion(at)) return [{ answers, path, outcome: at.outcome }];
  return at.answers.flatMap((_, index) => ways(tree, [...answers, index]));
}

test('a tree that is opened and kept again asks the same and ends the same (ESC-30)', () => {
  for (const tree of exampleTrees) {
    const again = bodyOf(draftOf(tree));
    expect(treeProblems(again)).toEqual([]);
    expect(ways(again)).toEqual(ways(tree));
    expect(ways(again).length).toBeGreaterThan(2);
  }
});

test('a step that two answers lead to is written out under each, and can be walked (ESC-30)', () => {
  const end = { id: 'end', outcome: { type: 'resolve', instructions: 'Answer.' } } as const;
  const answers = [
    { text: 'Yes', to: 'end' },
    { text: 'No', to: 'end' },
  ];
  const again = bodyOf(draftOf({ name: 'Both', nodes: [{ id: 'q', question: 'Is it?', answers }, end] }));
  expect(again.nodes).toHaveLength(3);
  expect(treeProblems(again)).toEqual([]);
});

test('the settings read back as they were, and a time that is none is not kept (ESC-1)', () => {
  const draft = settings.draftOf(defaultEscalation);
  expect(settings.settingsOf(draft)).toEqual(defaultEscalation);
  expect(settings.settingsOf({ ...draft, after: 'soon' })).toBeNull();
  expect(settings.settingsOf({ ...draft, target: '101' })).toBeNull();
  expect(settings.settingsOf({ ...draft, levels: draft.levels.map((level) => ({ ...level, span: '0' })) })).toBeNull();
});
