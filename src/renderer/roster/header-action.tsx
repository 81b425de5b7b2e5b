import { Plus } from 'lucide-react';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { FileAction } from './file-action.tsx';
import type { RosterTab } from './roster-store.ts';
import { doOnTab } from './tab-actions.ts';

const adds = {
  people: rw.people.add,
  requests: rw.requests.ask,
  patterns: rw.patterns.newTemplate,
  rules: rw.rules.addCover,
} as const;

/** The one thing each tab is opened for most, at the top right. */
export function HeaderAction({ tab }: { readonly tab: RosterTab }) {
  if (tab === 'files') return <FileAction />;
  return (
    <Button look="primary" onClick={() => doOnTab('add')} icon={<Plus size={15} strokeWidth={2.2} aria-hidden />}>
      {adds[tab]}
      <Kbd keys="n" on />
    </Button>
  );
}
