const longWord = /\S{300}/;

/**
 * Whether a text has a word that no line can hold. With kerning on, Chromium shapes such a word again for every line it
 * breaks it into: 100,000 letters held the window up for 48 s, and take 30 ms without.
 */
export const isUnbroken = (text: string): boolean => longWord.test(text);
export const unkerned = '[font-kerning:none]';
