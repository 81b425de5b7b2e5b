/** What the preload puts on the window of the Electron shell (contextBridge). */
export type Shell = { readonly connect: () => void; readonly platform: string };

/** The Electron shell around this page; undefined in a browser. */
export const shell = (): Shell | undefined => (window as Window & { readonly foredesk?: Shell }).foredesk;
