import type { CheckPorts } from '@daricheh/shared/checking';
import { inflateZlib } from '@daricheh/shared/credential';
import { createWidePorts } from '@daricheh/shared/x509';

/** The ports over the browser's own cryptography. Browsers have it in a page that is opened from disk; undefined where one has not. */
export function createPagePorts(subtle: SubtleCrypto | undefined): CheckPorts | undefined {
  if (subtle === undefined) return undefined;
  const { digest, verifySignature } = createWidePorts(subtle);
  return {
    ...{ digest, verifySignature, inflate: inflateZlib },
    sha256: (data) => digest('SHA-256', data),
    verifyP256: (args) => verifySignature({ ...args, algorithm: { name: 'ECDSA', hash: 'SHA-256' } }),
    verifyRs256: async (args) => verifySignature({ ...args, algorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } }),
  };
}
