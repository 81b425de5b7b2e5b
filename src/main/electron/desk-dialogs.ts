import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { describeRefusal, type WayOut } from './desk-refusal.ts';

/** Every dialog the main process shows. `null` where the person changed their mind. */
export type Dialogs = ReturnType<typeof createDialogs>;

const deskFiles = [{ name: 'Foredesk desk', extensions: ['desk'] }];

export function createDialogs(parent: () => BrowserWindow | null) {
  const openFile = async (options: OpenDialogOptions): Promise<string | null> => {
    const window = parent();
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  };
  const saveFile = async (options: SaveDialogOptions): Promise<string | null> => {
    const window = parent();
    const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    return filePath === '' ? null : filePath;
  };
  const say = async (text: Parameters<typeof dialog.showMessageBox>[0]): Promise<number> => {
    const window = parent();
    const { response } = await (window ? dialog.showMessageBox(window, text) : dialog.showMessageBox(text));
    return response;
  };

  return {
    openDesk: () => openFile({ title: 'Open a desk', filters: deskFiles, properties: ['openFile'] }),
    newDesk: (defaultPath: string) =>
      saveFile({ title: 'New desk', buttonLabel: 'Create', filters: deskFiles, defaultPath }),
    copyTo: (defaultPath: string) =>
      saveFile({ title: 'Save a copy', buttonLabel: 'Save a copy', filters: deskFiles, defaultPath }),

    /** Says why a desk did not open, and asks what to do instead. Closing the dialog is the last choice. */
    async refusal(file: string, error: unknown): Promise<WayOut> {
      const { message, detail, choices } = describeRefusal(file, error);
      const response = await say({
        type: 'error',
        title: 'Foredesk',
        message,
        detail,
        buttons: choices.map((choice) => choice.label),
        defaultId: 0,
        cancelId: choices.length - 1,
        noLink: true,
      });
      return choices[response]?.wayOut ?? 'quit';
    },

    /** Says what happened, with one button. */
    async tell(type: 'info' | 'error', message: string, detail: string): Promise<void> {
      await say({ type, title: 'Foredesk', message, detail, buttons: ['OK'], noLink: true });
    },
  };
}
