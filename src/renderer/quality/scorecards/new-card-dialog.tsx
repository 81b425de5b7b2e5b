import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../client/client.ts';
import { KeyList } from '../../staffing/key-list.tsx';
import { cw } from '../../strings/en-quality-cards.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { beginCard } from './card-actions.ts';
import { newCard } from './draft.ts';

/** An empty scorecard, or one of those that come with the desk. */
export function NewCardDialog({ onClose }: { readonly onClose: () => void }) {
  const { data } = useQuery(orpc.quality.cardTemplates.queryOptions());
  const templates = data?.templates ?? [];
  const items = [
    { key: '1', label: cw.blank },
    ...templates.map(({ name }, index) => ({ key: String(index + 2), label: name })),
  ];
  return (
    <Dialog title={cw.aNew} open onClose={onClose} width={420}>
      <div className="p-3">
        <p className="px-2 pb-1 text-small text-ink-2">{cw.fromTemplate}</p>
        <KeyList
          label={cw.fromTemplate}
          items={items}
          onPick={(index) => {
            onClose();
            beginCard(templates[index - 1] ?? newCard());
          }}
        />
      </div>
    </Dialog>
  );
}
