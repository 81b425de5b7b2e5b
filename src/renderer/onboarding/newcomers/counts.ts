import type { Newcomer } from '../../../contract/index.ts';
import { helpKinds } from '../../../contract/words.ts';

export type HelpCount = { readonly help: Newcomer['help']; readonly n: number };

/** How many need what, most urgent first; what nobody needs is left out. */
export const countsOf = (newcomers: readonly Pick<Newcomer, 'help'>[]): readonly HelpCount[] =>
  helpKinds
    .map((help) => ({ help, n: newcomers.filter((each) => each.help === help).length }))
    .filter(({ n }) => n > 0);
