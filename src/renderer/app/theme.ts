import { useEffect } from 'react';
import { useWindow } from './window-store.ts';

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Light or dark on <html>, as chosen, or as the system has it. */
export function applyTheme(): void {
  const { theme } = useWindow.getState();
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark().matches ? 'dark' : 'light') : theme;
}

export function useTheme(): void {
  useEffect(() => {
    const system = dark();
    system.addEventListener('change', applyTheme);
    const stop = useWindow.subscribe(applyTheme);
    return () => {
      system.removeEventListener('change', applyTheme);
      stop();
    };
  }, []);
}
