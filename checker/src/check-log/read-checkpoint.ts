import { parseCompactJws, type VerifyP256 } from '@daricheh/shared/credential';
import { parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { type LogCheckpoint, logCheckpoint, openCheckpoint, servedCheckpoint } from '@daricheh/shared/log';
import { createChainVerifier, decodePemCertificates } from '@daricheh/shared/x509';
import { sha256, verifyP256 } from '../node-crypto.ts';

/** Opens a checkpoint that was kept as text. */
export type ReadCheckpoint = (text: string, origin: string | null) => Promise<LogCheckpoint>;

/**
 * A reader of checkpoints: a compact JWS, or JSON with one in the member `checkpoint`, as it is served. With root
 * certificates (PEM) the agency's seal must hold, at the time that it states. Without any, what the checkpoint says is
 * taken as what whoever kept it saw, and its seal is not looked at.
 *
 * The reader throws AppError `log_checkpoint_invalid`.
 */
export function createCheckpointReader(rootPem: string | null): ReadCheckpoint {
  const ports = rootPem === null ? null : createSealPorts(rootPem, verifyP256);
  return async (text, origin) => {
    const jws = readJws(text);
    const stated = readStated(jws);
    if (origin !== null && stated.origin !== origin) throw new AppError('log_checkpoint_invalid', { what: 'origin' });
    if (ports === null) return stated;
    return openCheckpoint(jws, { origin: stated.origin, certificateHashes: null, at: new Date(stated.issuedAt) }, ports);
  };
}

function createSealPorts(rootPem: string, verify: VerifyP256) {
  const anchors = decodePemCertificates(rootPem);
  return { verifyChain: createChainVerifier({ anchors, verifyP256: verify }), verifyP256: verify, sha256 };
}

function readJws(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return trimmed;
  try {
    return servedCheckpoint.parse(parseStrictJson(trimmed)).checkpoint;
  } catch (cause) {
    throw new AppError('log_checkpoint_invalid', { what: 'json' }, { cause });
  }
}

/** What it states, not yet believed. */
function readStated(jws: string): LogCheckpoint {
  const { payload } = parseCompactJws(jws, { code: 'log_checkpoint_invalid' });
  try {
    return logCheckpoint.parse(parseStrictJson(payload));
  } catch (cause) {
    throw new AppError('log_checkpoint_invalid', { what: 'shape' }, { cause });
  }
}
