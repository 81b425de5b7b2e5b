import { createCipheriv, createDecipheriv } from 'node:crypto';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row, run } from '../../store/db.ts';
import type { Core } from '../core.ts';

const cipher = 'aes-256-gcm';
const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16];
const options = { authTagLength: tagBytes } as const;

/** Reads and writes what is known of one candidate: with their key alone, and for nobody else. SPEC HIR-20. */
export type Seal = { readonly close: (value: unknown) => string; readonly open: (sealed: string) => unknown };

function opened(key: Uint8Array, uid: Uint8Array, bytes: Buffer): unknown {
  const from = nonceBytes + tagBytes;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), options).setAAD(uid);
  opening.setAuthTag(bytes.subarray(nonceBytes, from));
  return JSON.parse(opening.update(bytes.subarray(from), undefined, 'utf8') + opening.final('utf8')) as unknown;
}

/** AES-256-GCM with a nonce per writing and the candidate's id as associated data: base64 of nonce, tag and what is sealed. */
function sealWith(core: Core, key: Uint8Array, uid: Uint8Array): Seal {
  return {
    close(value) {
      const nonce = core.ports.randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce, options).setAAD(uid);
      const body = Buffer.concat([sealing.update(JSON.stringify(value), 'utf8'), sealing.final()]);
      return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64');
    },
    open: (sealed) => {
      try {
        return opened(key, uid, Buffer.from(sealed, 'base64'));
      } catch {
        throw new Fault(
          'DAMAGED',
          'What is known of a candidate cannot be opened: it was changed from outside. Open a backup of this desk.',
        );
      }
    },
  };
}

/** What opens a candidate; undefined where their key is gone, and with it everything of them. */
export function sealOf(core: Core, candidateId: string): Seal | undefined {
  const uid = uuidBytes(candidateId);
  const found = row<{ key: Uint8Array }>(core.db, 'SELECT key FROM candidate_key WHERE candidate_uid = ?', uid);
  return found === undefined ? undefined : sealWith(core, found.key, uid);
}

/** A key for somebody new; within the transaction that writes them, and outside of the change log. */
export function newSeal(core: Core, uid: Uint8Array): Seal {
  const key = core.ports.randomBytes(keyBytes);
  run(core.db, 'INSERT INTO candidate_key VALUES (?, ?)', uid, key);
  return sealWith(core, key, uid);
}
