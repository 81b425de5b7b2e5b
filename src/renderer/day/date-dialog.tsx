import { useState } from 'react';
import { d } from '../strings/en-day.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DateField } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { closeFloat, showDate } from './day-actions.ts';
import { useDate } from './use-day-data.ts';

function Body() {
  const { date } = useDate();
  const [wanted, setWanted] = useState(date);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '') return;
        showDate(wanted);
        closeFloat();
      }}
      className="flex items-end gap-2 p-4"
    >
      <DateField label={d.editor.date} value={wanted} onDate={setWanted} />
      <Button type="submit" look="primary">
        {d.editor.go} <Kbd keys="enter" on />
      </Button>
    </form>
  );
}

/** Goes to a day that is typed or picked. */
export function DateDialog({ open }: { readonly open: boolean }) {
  return (
    <Dialog title={d.head.date} open={open} onClose={closeFloat} width={420}>
      <Body />
    </Dialog>
  );
}
