const keptMs = 60_000;

/** A name as part of a file's: what no file system takes is a space. */
export const fileWord = (name: string, otherwise: string): string =>
  name
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim() || otherwise;

/** Has the browser save a file: to the folder for downloads, or where the person says. */
export function saveFile(fileName: string, data: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([data], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads it after the click.
  window.setTimeout(() => URL.revokeObjectURL(url), keptMs);
}

/** Bytes from base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
