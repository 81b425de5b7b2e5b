import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Matrix, Priority } from '../../contract/index.ts';
import { defaultMatrix } from '../../domain/tickets/matrix.ts';
import { command } from '../app/actions.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { n } from '../strings/en-intake.ts';
import { t } from '../strings/en.ts';
import { priorities } from '../tickets/filter-fields.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';

const grades = [1, 2, 3] as const;
const options = priorities.map((value) => ({ value, label: t.priority[value] }));
const same = (a: Matrix, b: Matrix): boolean => JSON.stringify(a) === JSON.stringify(b);

const withCell = (matrix: Matrix, row: number, column: number, priority: Priority): Matrix =>
  matrix.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? priority : cell)) : cells));

async function save(matrix: Matrix): Promise<boolean> {
  const done = await command(client.tickets.matrixSave({ matrix }));
  await queryClient.invalidateQueries({ queryKey: orpc.tickets.matrix.key() });
  return done !== null;
}

/** The nine cells of impact and urgency; saved all at once. SPEC TRI-2. */
export function MatrixEditor() {
  const { data } = useQuery(orpc.tickets.matrix.queryOptions());
  const [draft, setDraft] = useState<Matrix | null>(null);
  const id = useId();
  if (data === undefined) return null;
  const shown = draft ?? data.matrix;
  const changed = !same(shown, data.matrix);
  const put = (): void => void save(shown).then((done) => done && setDraft(null));
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t border-line p-4">
      <h3 id={id} className="font-bold">
        {n.triage}
      </h3>
      <p className="text-small text-ink-2">{n.triageHow}</p>
      <table className="w-full table-fixed border-separate border-spacing-1">
        <thead>
          <tr className="text-left text-small text-ink-2">
            <th scope="col" className="font-medium">
              {n.impact} / {n.urgency}
            </th>
            {grades.map((urgency) => (
              <th key={urgency} scope="col" className="font-medium">
                {n.grades[urgency]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grades.map((impact, row) => (
            <tr key={impact}>
              <th scope="row" className="text-left text-small font-medium text-ink-2">
                {n.grades[impact]}
              </th>
              {grades.map((urgency, column) => (
                <td key={urgency}>
                  <Select
                    aria-label={n.cell(n.grades[impact], n.grades[urgency])}
                    options={options}
                    value={shown[row]?.[column]}
                    onPick={(value) => setDraft(withCell(shown, row, column, value as Priority))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex justify-end gap-2">
        <Button disabled={same(shown, defaultMatrix)} onClick={() => setDraft(defaultMatrix)}>
          {n.toDefault}
        </Button>
        <Button disabled={!changed} onClick={put}>
          {n.saveMatrix}
        </Button>
      </div>
    </section>
  );
}
