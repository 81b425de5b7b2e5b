import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The face of the window, whole (the window has it in pieces by script): Latin, Greek and Cyrillic. */
export const faces = {
  normal: resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};
