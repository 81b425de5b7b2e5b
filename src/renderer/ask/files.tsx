import { FileDown } from 'lucide-react';
import type { AskPivotSpec, AskSource } from '../../contract/index.ts';
import { aw } from '../strings/en-ask.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { saveAnswer } from './save-answer.ts';
import { useAsk } from './ask-store.ts';
import { useTabActions } from './tab-actions.ts';

const formats = [
  ['csv', 'shift+e'],
  ['xlsx', 'shift+l'],
  ['json', 'shift+j'],
] as const;

/** The three ways an answer leaves, each with its key. */
export function Files({ source, pivot }: { readonly source: AskSource; readonly pivot: AskPivotSpec | null }) {
  const name = useAsk((state) => state.opened?.name);
  const save = (format: (typeof formats)[number][0]): void => void saveAnswer(source, pivot, format, name);
  useTabActions({ csv: () => save('csv'), xlsx: () => save('xlsx'), json: () => save('json') });
  return (
    <div role="group" aria-label={aw.filesAre} className="flex flex-wrap gap-1">
      {formats.map(([format, keys]) => (
        <Button
          key={format}
          small
          onClick={() => save(format)}
          icon={<FileDown size={13} strokeWidth={1.8} aria-hidden />}
        >
          {format.toUpperCase()}
          <span className="[@media(max-height:480px)]:hidden">
            <Kbd keys={keys} />
          </span>
        </Button>
      ))}
    </div>
  );
}
