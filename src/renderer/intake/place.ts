import { useWindow } from '../app/window-store.ts';

/** Where this window stands when something is let go over it. */
export const placeNow = () => {
  const { screen, dialog } = useWindow.getState();
  return { onImport: screen === 'import', writing: dialog === 'newTicket' };
};
