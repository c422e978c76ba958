import type { Bytes, Sha256 } from '../credential/index.ts';
import { joinBytes } from '../encoding/index.ts';

/** What a leaf and a node begin with. */
const [leafPrefix, nodePrefix] = [Uint8Array.of(0), Uint8Array.of(1)];

/** The root of a tree without entries. @see RFC 6962, section 2.1 */
export async function hashNothing(sha256: Sha256): Promise<Bytes> {
  return sha256(new Uint8Array());
}

/** The hash of an entry. It begins with another byte than a node's, so that neither can be passed off as the other. @see RFC 6962, section 2.1 */
export async function hashLeaf(entry: Bytes, sha256: Sha256): Promise<Bytes> {
  return sha256(joinBytes(leafPrefix, entry));
}

/** The hash of what stands over two nodes. @see RFC 6962, section 2.1 */
export async function hashNode(left: Bytes, right: Bytes, sha256: Sha256): Promise<Bytes> {
  return sha256(joinBytes(nodePrefix, left, right));
}
