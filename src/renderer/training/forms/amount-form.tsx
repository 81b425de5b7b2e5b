import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BudgetRow } from '../../../contract/index.ts';
import { currencyPattern } from '../../../contract/words.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { numberIn } from '../../ui/read-number.ts';
import { tw } from '../../strings/en-training.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { useTraining } from '../training-store.ts';
import { useTold } from '../use-told.ts';

const w = tw.form;

type Data = { readonly currency: string; readonly amount: number; readonly people: readonly BudgetRow[] };
type Props = { readonly personId: string | null; readonly onClose: () => void };

function Fields({ personId, data, onClose }: Props & { readonly data: Data }) {
  const own = data.people.find((each) => each.personId === personId);
  const before = personId === null ? String(data.amount) : own?.own === true ? String(own.amount) : '';
  const [typed, setTyped] = useState(before);
  const [currency, setCurrency] = useState(data.currency);
  const [tried, setTried] = useState(false);
  const amount = numberIn(typed, 0, 1_000_000);
  const mayBeEmpty = personId !== null && typed.trim() === '';
  const isWrong = amount === null && !mayBeEmpty;
  const isCurrency = currencyPattern.test(currency);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isWrong || !isCurrency) return;
    const input = personId === null ? { amount, currency } : { amount, personId };
    if ((await command(client.training.budgetSave(input))) !== null) onClose();
  };
  return (
    <DialogForm submit={w.save} onSubmit={submit} onClose={onClose}>
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field
          label={w.amount(data.currency)}
          hint={personId === null ? undefined : w.amountHint}
          error={tried && isWrong ? w.costWrong : undefined}
        >
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="decimal"
              maxLength={12}
              placeholder={personId === null ? undefined : String(data.amount)}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {personId === null && (
          <Field label={w.currency} hint={w.currencyHint} error={tried && !isCurrency ? w.currencyWrong : undefined}>
            {(ids) => (
              <TextInput
                {...ids}
                maxLength={3}
                value={currency}
                onChange={(event) => setCurrency(event.target.value.toUpperCase())}
              />
            )}
          </Field>
        )}
      </div>
    </DialogForm>
  );
}

/** How much there is in a year, for everybody or for one. */
export function AmountForm(props: Props) {
  const { today } = useTold();
  const year = useTraining((state) => state.year) ?? Number(today.slice(0, 4));
  const { data } = useQuery(orpc.training.budget.queryOptions({ input: { year } }));
  return data === undefined ? null : <Fields {...props} data={data} />;
}
