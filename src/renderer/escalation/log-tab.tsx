import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sayError } from '../app/errors.ts';
import { saveFile } from '../app/save-file.ts';
import { client, orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/field.tsx';
import { exact } from '../ui/format.ts';

async function save(text: string): Promise<void> {
  try {
    const file = await client.escalation.logCsv(text === '' ? {} : { text });
    saveFile(file.fileName, file.text, 'text/csv;charset=utf-8');
  } catch (error) {
    sayError(error);
  }
}

/** The escalation log, newest first; it only grows. */
export function LogTab() {
  const [text, setText] = useState('');
  const zone = useZone();
  const { data } = useQuery(orpc.escalation.log.queryOptions({ input: text === '' ? {} : { text } }));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      <div className="flex gap-2">
        <TextInput
          aria-label={e.filter}
          placeholder={e.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button onClick={() => void save(text)}>{e.csv}</Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto" tabIndex={0} role="region" aria-label={e.tabs.log}>
        <table className="w-full text-left text-small tabular-nums">
          <thead>
            <tr>
              {e.columns.map((column) => (
                <th key={column} scope="col" className="px-2 py-1 text-ink-2">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data?.entries.map((entry) => (
              <tr key={entry.id} className="border-t border-line align-top">
                <td className="px-2 py-1 whitespace-nowrap">{exact(entry.at, zone)}</td>
                <td className="px-2 py-1">{entry.actor}</td>
                <td className="px-2 py-1">
                  {entry.drill && <strong>{e.drillMark} </strong>}
                  {e.turn[entry.turn]}
                  {entry.action}
                </td>
                <td className="px-2 py-1">{entry.level}</td>
                <td className="px-2 py-1">{entry.owner}</td>
                <td className="px-2 py-1">{entry.ticketNumber === null ? '' : `#${entry.ticketNumber}`}</td>
                <td className="px-2 py-1" dir="auto">
                  {entry.resolution ?? entry.text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {data?.entries.length === 0 && <p className="p-2 text-ink-2">{e.none}</p>}
      </div>
    </div>
  );
}
