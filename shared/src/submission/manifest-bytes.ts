import type { Bytes, Sha256 } from '../credential/index.ts';
import { canonicalizeJson, decodeUtf8, encodeBase64Url, encodeCanonicalJson, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type Manifest, manifest } from './manifest.ts';

/** The bytes that are signed for this manifest: RFC 8785, UTF-8. */
export function encodeManifest(value: Manifest): Bytes {
  return encodeCanonicalJson(manifest.parse(value));
}

/** SHA-256 over a manifest's bytes, base64url: what a request to sign names, and the first part of its leaf in the tree of a batch. */
export async function hashManifest(bytes: Bytes, sha256: Sha256): Promise<string> {
  return encodeBase64Url(await sha256(bytes));
}

/**
 * The manifest that `bytes` encode. Refused when the bytes are not the canonical ones of what they say: two readers
 * could then disagree (a number beyond 2^53, a name twice, another order).
 * @throws AppError `manifest_invalid`
 */
export function decodeManifest(bytes: Bytes): Manifest {
  try {
    // No two byte strings are read as one text, so that texts may be compared for them.
    const text = decodeUtf8(bytes);
    const value = manifest.parse(parseStrictJson(text));
    if (canonicalizeJson(value) !== text) throw new AppError('manifest_invalid', { what: 'canonical' });
    return value;
  } catch (error) {
    if (error instanceof AppError && error.code === 'manifest_invalid') throw error;
    // Not as cause: a schema's message may quote what was sent.
    throw new AppError('manifest_invalid', { what: 'shape' });
  }
}
