import { Plus, Save } from 'lucide-react';
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
} as const;

/** The one thing each tab is opened for most, at the top right. */
export function HeaderAction({ tab }: { readonly tab: RosterTab }) {
  if (tab === 'files') return <FileAction />;
  if (tab === 'rules')
    return (
      <Button look="primary" onClick={() => doOnTab('save')} icon={<Save size={15} strokeWidth={1.8} aria-hidden />}>
        {rw.rules.save}
        <Kbd keys="mod+s" on />
      </Button>
    );
  return (
    <Button look="primary" onClick={() => doOnTab('add')} icon={<Plus size={15} strokeWidth={2.2} aria-hidden />}>
      {adds[tab]}
      <Kbd keys="n" on />
    </Button>
  );
}
