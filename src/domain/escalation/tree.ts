import type { TreeBody, TreeNode, TreeOutcome } from '../../contract/escalation.ts';
import { Fault } from '../fault.ts';

type Question = Extract<TreeNode, { question: string }>;
export const isQuestion = (node: TreeNode): node is Question => 'question' in node;

/** What a person calls a node: its question, or what its end says. */
const titleOf = (node: TreeNode): string =>
  isQuestion(node)
    ? node.question
    : node.outcome.type === 'resolve'
      ? 'Resolve here'
      : `Escalate to level ${node.outcome.level}`;

/**
 * Everything that is wrong with a tree, in words; none where it can be walked: every id once, every answer leads
 * somewhere, no way comes back to itself, every node is reached from the first. SPEC ESC-30.
 */
export function treeProblems(tree: Pick<TreeBody, 'nodes'>): string[] {
  const byId = new Map(tree.nodes.map((node) => [node.id, node]));
  const problems: string[] = [];
  if (byId.size < tree.nodes.length) problems.push('Two steps have the same id.');
  for (const node of tree.nodes)
    for (const { text, to } of isQuestion(node) ? node.answers : [])
      if (!byId.has(to)) problems.push(`The answer “${text}” to “${titleOf(node)}” leads nowhere.`);
  const start = tree.nodes[0];
  if (start === undefined) return ['The tree is empty.'];
  const { reached, loop } = explore(byId, start);
  if (loop !== null) problems.push(`“${titleOf(loop)}” leads back to itself.`);
  for (const node of tree.nodes) if (!reached.has(node.id)) problems.push(`No answer leads to “${titleOf(node)}”.`);
  return problems;
}

/** Walks every way from the first node; finds the first that comes round again. */
function explore(
  byId: ReadonlyMap<string, TreeNode>,
  start: TreeNode,
): { reached: Set<string>; loop: TreeNode | null } {
  const reached = new Set<string>();
  const open = new Set<string>();
  let loop: TreeNode | null = null;
  const visit = (node: TreeNode): void => {
    if (open.has(node.id)) loop ??= node;
    if (reached.has(node.id)) return;
    reached.add(node.id);
    open.add(node.id);
    for (const { to } of isQuestion(node) ? node.answers : []) {
      const next = byId.get(to);
      if (next !== undefined) visit(next);
    }
    open.delete(node.id);
  };
  visit(start);
  return { reached, loop };
}

/** Faults INVALID with the first thing that is wrong. */
export function checkTree(tree: Pick<TreeBody, 'nodes'>): void {
  const [first] = treeProblems(tree);
  if (first !== undefined) throw new Fault('INVALID', `This tree cannot be walked. ${first}`, { field: 'nodes' });
}

export type Walk = {
  /** Each question with the answer given. */
  readonly path: readonly { readonly question: string; readonly answer: string }[];
  /** Where the walk stands: the next question, or its end. */
  readonly at: TreeNode;
};

/** Follows answers, by position, from the first node. Faults INVALID where there is no such answer. SPEC ESC-31. */
export function walkTree(tree: Pick<TreeBody, 'nodes'>, answers: readonly number[]): Walk {
  const byId = new Map(tree.nodes.map((node) => [node.id, node]));
  let at = tree.nodes[0];
  const path: { question: string; answer: string }[] = [];
  for (const index of answers) {
    const answer = at !== undefined && isQuestion(at) ? at.answers[index] : undefined;
    if (at === undefined || !isQuestion(at) || answer === undefined)
      throw new Fault('INVALID', 'The tree was changed since the walk began. Walk it again.', { field: 'answers' });
    path.push({ question: at.question, answer: answer.text });
    at = byId.get(answer.to);
  }
  if (at === undefined) throw new Fault('INVALID', 'That answer leads nowhere. Mend the tree first.');
  return { path, at };
}

export function outcomeOf({ at }: Walk): TreeOutcome {
  if (isQuestion(at)) throw new Fault('INVALID', `The walk is not at its end: “${at.question}” is open.`);
  return at.outcome;
}

/** A walk as a note: one line a question, then what came of it. */
export function walkText(name: string, { path }: Walk, outcome: TreeOutcome): string {
  const end =
    outcome.type === 'resolve'
      ? `Resolve here: ${outcome.instructions}`
      : `Escalate to level ${outcome.level} (${outcome.cause})${outcome.instructions === '' ? '' : `: ${outcome.instructions}`}`;
  return [`Decision tree “${name}”`, ...path.map(({ question, answer }) => `${question} ${answer}.`), end].join('\n');
}
