/** Lets others in between: what waits for this process is heard before it goes on. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
