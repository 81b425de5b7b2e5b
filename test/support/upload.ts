import type { Client } from './test-desk.ts';

/** Sends a file up as a window does; gives its upload id. */
export async function upload(client: Client, fileName: string, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const { uploadId, chunkBytes } = await client.exchange.uploadStart({ fileName, bytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += chunkBytes)
    await client.exchange.uploadChunk({
      uploadId,
      offset,
      data: bytes.subarray(offset, offset + chunkBytes).toString('base64'),
    });
  return uploadId;
}
