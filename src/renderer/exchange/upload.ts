import { client } from '../client/client.ts';

type UploadOptions = { readonly signal: AbortSignal; readonly onProgress: (sent: number) => void };

/** The bytes of a piece in base64, by the browser's own encoder. */
function base64(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.readAsDataURL(piece);
  });
}

/** Sends a file up piece by piece, each when the one before has arrived; gives its upload id. Throws AbortError when stopped. */
export async function upload(file: File, { signal, onProgress }: UploadOptions): Promise<string> {
  const { uploadId, chunkBytes } = await client.exchange.uploadStart({ fileName: file.name, bytes: file.size });
  for (let offset = 0; offset < file.size;) {
    signal.throwIfAborted();
    const data = await base64(file.slice(offset, offset + chunkBytes));
    const { received } = await client.exchange.uploadChunk({ uploadId, offset, data });
    offset = received;
    onProgress(offset);
  }
  signal.throwIfAborted();
  return uploadId;
}
