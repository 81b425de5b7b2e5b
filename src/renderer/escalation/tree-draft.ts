import type { TreeBody, TreeNode, TreeOutcome } from '../../contract/index.ts';

/** A step of a tree that is being written: what an answer leads to stands inside the answer. */
export type DraftNode =
  | { readonly kind: 'question'; readonly question: string; readonly answers: readonly DraftAnswer[] }
  | { readonly kind: 'resolve'; readonly instructions: string }
  | { readonly kind: 'escalate'; readonly level: number; readonly cause: string; readonly instructions: string };
export type DraftAnswer = { readonly text: string; readonly to: DraftNode };
export type DraftTree = { readonly name: string; readonly root: DraftNode };

const endOf = (outcome: TreeOutcome): DraftNode =>
  outcome.type === 'resolve'
    ? { kind: 'resolve', instructions: outcome.instructions }
    : { kind: 'escalate', level: outcome.level, cause: outcome.cause, instructions: outcome.instructions };

/** A kept tree to write on. A step that two answers lead to is written out under each. */
export function draftOf({ name, nodes }: Pick<TreeBody, 'name' | 'nodes'>): DraftTree {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const write = (node: TreeNode | undefined): DraftNode => {
    if (node === undefined) return { kind: 'resolve', instructions: '' };
    if (!('question' in node)) return endOf(node.outcome);
    const answers = node.answers.map(({ text, to }) => ({ text, to: write(byId.get(to)) }));
    return { kind: 'question', question: node.question, answers };
  };
  return { name, root: write(nodes[0]) };
}

/** What the desk keeps: the steps in the order they are read, numbered anew. */
export function bodyOf({ name, root }: DraftTree): TreeBody {
  const nodes: TreeNode[] = [];
  const put = (node: DraftNode): string => {
    const id = `s${nodes.length + 1}`;
    if (node.kind === 'question') {
      const place = nodes.length;
      nodes.push({ id, question: node.question.trim(), answers: [] });
      const answers = node.answers.map(({ text, to }) => ({ text: text.trim(), to: put(to) }));
      nodes[place] = { id, question: node.question.trim(), answers };
    } else if (node.kind === 'resolve')
      nodes.push({ id, outcome: { type: 'resolve', instructions: node.instructions.trim() } });
    else {
      const { level, cause, instructions } = node;
      nodes.push({ id, outcome: { type: 'escalate', level, cause, instructions: instructions.trim() } });
    }
    return id;
  };
  put(root);
  return { name: name.trim(), nodes };
}
