import { parseCompactJws } from '../credential/index.ts';
import type { ErrorFacts } from '../errors/index.ts';
import type { CertificatePath } from '../x509/index.ts';
import type { Scene } from './scene.ts';

/** The last moment at which every certificate of the path counts, the anchor included. */
export function endOfPath(path: readonly Pick<CertificatePath[0], 'notAfter'>[]): Date {
  // notAfter names the last second that counts, whole.
  return new Date(Math.min(...path.map(({ notAfter }) => notAfter.getTime())) + 999);
}

/**
 * A fact to be told of a seal that held at its time: that its certificate has ended since. Then only what was time-stamped, and
 * what such a thing names, is protected against whoever may have come by the old key.
 */
export async function tellSealEnd(jws: string, at: Date, { ports, call }: Pick<Scene, 'ports' | 'call'>): Promise<ErrorFacts> {
  const { header } = parseCompactJws(jws, { code: 'signature_invalid', maxLength: jws.length });
  const { path } = await ports.verifyChain(header['x5c'], { at });
  const end = endOfPath(path);
  return end < call.now ? { sealEndedAt: end.toISOString() } : {};
}
