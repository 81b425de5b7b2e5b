import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { fw } from '../../strings/en-surveys.ts';
import { Chip } from '../../ui/chip.tsx';
import { ChoicePicker } from '../../ui/choice.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { inputClass } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { setSurveys, useSurveys, type Only } from '../surveys-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { useCodes } from '../use-surveys-read.ts';

const w = fw.responses;
const choices = (Object.keys(w.only) as Only[]).map((value) => ({ value, label: w.only[value] }));
const mine = choices.filter(({ value }) => value !== 'unread' && value !== 'unmatched');

/** Which responses, of which code, with which words. */
export function ResponseFilter({ leads, onDown }: { readonly leads: boolean; readonly onDown: () => void }) {
  const { only, codeId, text } = useSurveys();
  const codes = useCodes();
  const find = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  useTabActions({ only: () => setOpen(true), find: () => find.current?.focus() });
  const code = codes.find(({ id }) => id === codeId);
  return (
    <div className="flex min-h-[40px] shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1">
      <div className="relative w-[260px] max-[560px]:w-[128px]">
        <Search size={14} aria-hidden className="absolute top-[9px] left-[9px] text-ink-2" />
        <input
          ref={find}
          type="search"
          aria-label={w.find}
          placeholder={w.find}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={500}
          value={text}
          className={`${inputClass} pl-[29px]`}
          onChange={(event) => setSurveys({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            onDown();
          }}
        />
        <span className="absolute top-[7px] right-[8px]">{text === '' && <Kbd keys="f" />}</span>
      </div>
      <ChoicePicker
        label={w.onlyField}
        choices={leads ? choices : mine}
        value={only}
        open={open}
        onOpenChange={setOpen}
        onPick={(next) => setSurveys({ only: next })}
        trigger={
          <Chip field={w.onlyField} value={w.only[only]}>
            <Kbd keys="w" />
          </Chip>
        }
      />
      {leads && codes.length > 0 && (
        <ComboPicker
          label={w.code}
          options={[{ value: null, label: w.anyCode }, ...codes.map(({ id, name }) => ({ value: id, label: name }))]}
          chosen={[code?.id ?? null]}
          onToggle={({ value }) => setSurveys({ codeId: value })}
          trigger={<Chip field={w.code} value={code?.name ?? w.anyCode} />}
        />
      )}
    </div>
  );
}
