import { type Cbor, embedCbor, writeCbor } from '../cbor/index.ts';
import type { Bytes, IssuePorts, P256PublicJwk, RandomBytes, StatusReference } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { signCoseSign1 } from './cose-sign1.ts';
import { maxElements, writeIssuerSigned, writeItem } from './issuer-signed.ts';
import { invalidMdoc } from './mdoc-error.ts';
import { type ValidityInfo, writeSecurityObject } from './security-object.ts';

export type MdocContent = {
  readonly docType: string;
  /** Elements by namespace, in the order in which they are shown; each can be withheld by itself. */
  readonly namespaces: Readonly<Record<string, Readonly<Record<string, Cbor>>>>;
  /** The document signer's chain in DER, leaf first, without the anchor. */
  readonly x5chain: readonly Bytes[];
  readonly deviceKey: P256PublicJwk;
  readonly validity: ValidityInfo;
  readonly status: StatusReference | null;
};

const saltLength = 32;

type DrawnItem = { readonly namespace: string; readonly digestId: number; readonly content: Bytes };

/**
 * An mdoc with every element, as it travels to its wallet: base64url of an IssuerSigned structure. Salts are 256 bits;
 * digest ids are dealt at random over all elements, so that an id says nothing of what it stands for.
 * @throws AppError `mdoc_invalid` when it holds more elements than verifiers read
 * @see ISO 18013-5:2021, section 9.1.2; OpenID4VCI 1.0, appendix A.2
 */
export async function issueMdoc(
  { docType, namespaces, x5chain, deviceKey, validity, status }: MdocContent,
  ports: IssuePorts,
): Promise<string> {
  const items = drawItems(namespaces, ports.randomBytes);
  const valueDigests = new Map<string, Map<number, Bytes>>();
  for (const { namespace, digestId, content } of [...items].sort((a, b) => a.digestId - b.digestId)) {
    const digest = await ports.sha256(embedCbor(content));
    valueDigests.set(namespace, (valueDigests.get(namespace) ?? new Map<number, Bytes>()).set(digestId, digest));
  }
  const object = { docType, digestAlgorithm: 'SHA-256', valueDigests, deviceKey, validity, status };
  const payload = embedCbor(writeCbor(writeSecurityObject(object)));
  const issuerAuth = await signCoseSign1({ payload, isDetached: false, x5chain }, ports.sign);
  return encodeBase64Url(writeCbor(writeIssuerSigned(items, issuerAuth)));
}

function drawItems(namespaces: MdocContent['namespaces'], randomBytes: RandomBytes): readonly DrawnItem[] {
  const elements = Object.entries(namespaces).flatMap(([namespace, values]) =>
    Object.entries(values).map(([element, value]) => ({ namespace, element, value })),
  );
  if (elements.length > maxElements) throw invalidMdoc('element_count');
  const ids = shuffle(elements.length, randomBytes);
  return elements.map(({ namespace, element, value }, at) => {
    const digestId = ids[at] ?? at;
    return { namespace, digestId, content: writeItem({ digestId, random: randomBytes(saltLength), element, value }) };
  });
}

/** The numbers below `count` in an order drawn at random: each by 32 bits, the lowest first. */
function shuffle(count: number, randomBytes: RandomBytes): readonly number[] {
  const drawn = Array.from({ length: count }, (_none, id) => ({ id, at: new DataView(randomBytes(4).buffer).getUint32(0) }));
  return drawn.sort((a, b) => a.at - b.at).map(({ id }) => id);
}
