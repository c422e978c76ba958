import { encodeCanonicalJson, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { openSealedJws, type Seal, type SealExpectations, type SealPorts, sealJws } from '../seal/index.ts';
import { type Receipt, receipt } from './submission.ts';

export const receiptJwsType = 'daricheh-receipt+jws';

/** The receipt under the agency's seal. */
export function issueReceipt(content: Receipt, seal: Seal): Promise<string> {
  return sealJws(receiptJwsType, encodeCanonicalJson(receipt.parse(content)), seal);
}

/**
 * What the agency of that origin acknowledges: this very manifest, at its own origin.
 * @throws AppError `receipt_invalid`
 */
export async function openReceipt(
  jws: string,
  expected: SealExpectations & { readonly manifestHash: string },
  ports: SealPorts,
): Promise<Receipt> {
  const bytes = await openSealedJws(jws, { ...expected, typ: receiptJwsType, code: 'receipt_invalid' }, ports);
  const parsed = receipt.safeParse(readJson(bytes));
  if (!parsed.success) throw new AppError('receipt_invalid', { what: 'shape' });
  if (parsed.data.agency.origin !== expected.origin) throw new AppError('receipt_invalid', { what: 'origin' });
  if (parsed.data.manifestHash !== expected.manifestHash) throw new AppError('receipt_invalid', { what: 'manifest' });
  return parsed.data;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return parseStrictJson(bytes);
  } catch {
    throw new AppError('receipt_invalid', { what: 'json' });
  }
}
