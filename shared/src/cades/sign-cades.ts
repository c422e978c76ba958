import type { Bytes, Sha256 } from '../credential/crypto-ports.ts';
import { type CmsSigner, writeAttribute, writeSignedData } from '../timestamp/cms-writer.ts';
import { oids } from '../timestamp/oids.ts';
import { maxTokenLength } from '../timestamp/verify-time-stamp.ts';

/** What the attributes and everything around certificates and token may take. */
const roomForTheRest = 1024;

/** The most that a signature by that certificate, with a time stamp, may measure in bytes: what has to be kept free for it. */
export function maxCadesLength(certificate: Bytes): number {
  return certificate.length + maxTokenLength + roomForTheRest;
}

/**
 * DER of a CAdES signature over `data`, which stays outside: baseline B-T where `stamp` gives a time-stamp token (DER) over
 * the bytes that it is handed, B-B where it gives null. The time of signing is in no attribute: in a PDF the signature's
 * dictionary says it.
 * @see ETSI EN 319 122-1, section 6; ETSI EN 319 142-1, section 6.3
 */
export function signCades(
  data: Bytes,
  signer: CmsSigner,
  stamp: (signature: Bytes) => Promise<Bytes | null>,
  { sha256 }: { readonly sha256: Sha256 },
): Promise<Bytes> {
  const describeUnsigned = async (signature: Bytes): Promise<readonly Bytes[]> => {
    const token = await stamp(signature);
    return token === null ? [] : [writeAttribute(oids.signatureTimeStamp, token)];
  };
  const content = { type: oids.data, bytes: data, isDetached: true };
  return writeSignedData({ content, signer, certificates: [signer.certificate], describeUnsigned }, sha256);
}
