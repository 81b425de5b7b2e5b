import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HourCost } from '../../contract/index.ts';
import { currencyPattern } from '../../contract/words.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { mw } from '../strings/en-metrics.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogForm } from '../ui/dialog-form.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { numberIn } from '../ui/read-number.ts';
import { ask } from './metrics-store.ts';

const w = mw.cost;

function CostForm({ cost, close }: { readonly cost: HourCost | null; readonly close: () => void }) {
  const [amount, setAmount] = useState(cost === null ? '' : String(cost.amount));
  const [currency, setCurrency] = useState(cost?.currency ?? '');
  const [tried, setTried] = useState(false);
  const found = numberIn(amount, 0.01, 1_000_000);
  const isEmpty = amount.trim() === '';
  const code = currency.trim().toUpperCase();
  const isWrongAmount = !isEmpty && found === null;
  const isWrongCurrency = !isEmpty && !currencyPattern.test(code);
  const save = async (): Promise<void> => {
    setTried(true);
    if (isWrongAmount || isWrongCurrency) return;
    const next = found === null ? null : { amount: found, currency: code };
    const done = await command(client.metrics.costSave({ cost: next }));
    if (done !== null) close();
  };
  return (
    <DialogForm submit={w.save} onSubmit={save} onClose={close}>
      <Field label={w.amount} hint={w.amountHint} error={tried && isWrongAmount ? w.wrongAmount : undefined}>
        {(ids) => (
          <TextInput {...ids} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
        )}
      </Field>
      <Field label={w.currency} hint={w.currencyHint} error={tried && isWrongCurrency ? w.wrongCurrency : undefined}>
        {(ids) => (
          <TextInput {...ids} maxLength={3} value={currency} onChange={(event) => setCurrency(event.target.value)} />
        )}
      </Field>
    </DialogForm>
  );
}

/** What an hour of an agent costs, for the cost per contact. SPEC KPI-18. */
export function CostDialog() {
  const { data } = useQuery(orpc.metrics.kpis.queryOptions());
  const close = (): void => ask(null);
  return (
    <Dialog title={w.title} open onClose={close} width={420}>
      {data !== undefined && <CostForm cost={data.cost} close={close} />}
    </Dialog>
  );
}
