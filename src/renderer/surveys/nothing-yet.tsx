import { MessageSquareQuote } from 'lucide-react';
import { fw } from '../strings/en-surveys.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ask } from './surveys-store.ts';

const icon = <MessageSquareQuote size={28} strokeWidth={1.4} aria-hidden />;

/** Where no survey was imported yet: what there would be, and the way to it. */
export const NothingYet = ({ title = fw.scores.empty }: { readonly title?: string }) => (
  <Empty
    title={title}
    icon={icon}
    actions={
      <Button data-first onClick={() => ask({ what: 'import' })}>
        {fw.head.import} <Kbd keys="i" />
      </Button>
    }
  >
    {fw.scores.emptyHow}
  </Empty>
);
