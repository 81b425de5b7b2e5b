import { t } from '../strings/en.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { Command } from './command-type.ts';
import { commands } from './commands.ts';
import { openDialog, useWindow } from './window-store.ts';

/** A key of another screen means nothing here. */
const isHere = ({ scope }: Command): boolean =>
  scope === undefined || scope === 'board' || scope === useWindow.getState().screen;

const groups = Object.entries(t.commands.groups);

/** Every key, made from the table of commands. */
export function KeymapDialog() {
  const open = useWindow((state) => state.dialog === 'keymap');
  return (
    <Dialog title={t.keymap.title} open={open} onClose={() => openDialog(null)} width={760}>
      <div
        className="max-h-[76vh] overflow-y-auto p-4 pt-3 -outline-offset-2"
        tabIndex={0}
        role="region"
        aria-label={t.keymap.title}
      >
        <div className="columns-2 gap-8 max-[640px]:columns-1">
          {groups.map(([group, name]) => (
            <section key={group} className="mb-4 break-inside-avoid">
              <h3 className="mb-1 text-small font-bold">{name}</h3>
              <dl>
                {commands
                  .filter((command) => command.group === group && isHere(command))
                  .map((command) => (
                    <div key={command.id} className="flex h-[25px] items-center gap-2 border-b border-line text-small">
                      <dt className="min-w-0 flex-1 truncate text-ink-2">{command.title}</dt>
                      <dd className="flex gap-1">
                        {command.keys.map((key) => (
                          <Kbd key={key} keys={key} />
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
