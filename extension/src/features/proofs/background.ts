import { AppError } from '@daricheh/shared/errors';
import { type LocalProofPorts, localProofLimits, type VerifiedLocalProof, verifyLocalProof } from '@daricheh/shared/local-proof';
import { type AskPorts, stampSignature } from '../../core/proofs/ask-time-stamp.ts';
import { signOffer } from '../../core/proofs/keep-proof.ts';
import { listSentLines } from '../../core/proofs/list-sent-lines.ts';
import type { ProofOffer, ProofOffers } from '../../core/proofs/proof-offers.ts';
import type { ProofLine } from '../../core/proofs/proof-view.ts';
import { saveProof } from '../../core/proofs/save-proof.ts';
import type { StoredProof } from '../../core/proofs/stored-proof.ts';
import { listWithoutReceipt } from '../../core/proofs/without-receipt.ts';
import type { WalletRecords } from '../../core/records/wallet-records.ts';
import { findSigner } from '../../core/signing/find-signer.ts';
import type { SignedTrust } from '../../core/trust/wallet-trust.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';
import type { ContentSender } from '../../messaging/sender.ts';

type Ports = {
  readonly offers: ProofOffers;
  readonly records: WalletRecords;
  readonly isUnlocked: () => Promise<boolean>;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly ask: Pick<AskPorts, 'postBytes' | 'randomBytes'>;
  /** For those who judge a record without the wallet. */
  readonly readSignedTrust: () => Promise<SignedTrust>;
  readonly verifying: () => Promise<LocalProofPorts>;
  /** Addresses of the time-stamp authorities that the trust list names. */
  readonly authorities: () => Promise<readonly string[]>;
  /** What of that document is on the screen: JPEG, base64url. Null where the browser gives none, or the document has left. */
  readonly takePicture: (document: ContentSender) => Promise<string | null>;
  /** Tells our pages that there is something new to show. */
  readonly signal: () => Promise<void>;
};

/** Fewer lines than these are a search, or a button: nobody wants a record of it. */
const fewestLines = 2;

/** Records of what the citizen sent to sites that acknowledge nothing: offered as a form goes, kept only when they say so. */
export function createProofHandlers(ports: Ports): FeatureHandlers<'proofs'> {
  const { offers, records } = ports;

  async function find(id: string): Promise<StoredProof> {
    const found = await records.proofs.find(id);
    if (found === undefined) throw new AppError('not_found');
    return found;
  }

  /** The record with a time stamp; as it was where no authority can be asked now. */
  async function stamp(stored: StoredProof): Promise<StoredProof> {
    if (stored.file.header !== undefined) return stored;
    const asking = { ...(await ports.verifying()), ...ports.ask, now: () => new Date(ports.nowMs()) };
    const header = await stampSignature(stored.file.jws.signature, await ports.authorities(), asking);
    return header === null ? stored : { ...stored, file: { ...stored.file, header } };
  }

  async function open({ file }: StoredProof): Promise<VerifiedLocalProof | AppError> {
    try {
      return await verifyLocalProof(file, await ports.verifying());
    } catch (error) {
      if (error instanceof AppError && (error.code === 'signature_invalid' || error.code === 'time_stamp_invalid')) return error;
      throw error;
    }
  }

  async function describe(stored: StoredProof): Promise<ProofLine> {
    const opened = await open(stored);
    const proof = opened instanceof AppError ? null : opened.proof;
    return {
      id: stored.id,
      origin: proof?.page.origin ?? '',
      title: proof?.page.title ?? '',
      sentAtMs: proof === null ? stored.keptAtMs : Date.parse(proof.sentAt),
      isStamped: stored.file.header !== undefined,
    };
  }

  async function canSign(): Promise<boolean> {
    try {
      await findSigner(records, ports.nowMs());
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'signing_credential_missing') return false;
      throw error;
    }
  }

  return {
    'proofs/sent': async (sent, sender) => {
      if (!(await ports.isUnlocked())) return null;
      const atMs = ports.nowMs();
      const lines = listSentLines(sent);
      if (lines.filter(({ value }) => value !== '').length < fewestLines) return null;
      const { path, sentTo, sentBy, snapshot } = sent;
      const page = { origin: sender.origin, path, title: snapshot.title.slice(0, localProofLimits.title) };
      const picture = await ports.takePicture(sender);
      const offer: ProofOffer = { id: ports.newId(), tabId: sender.tabId, atMs, page, sentTo, sentBy, lines, picture };
      await offers.add(offer);
      await ports.signal();
      return null;
    },
    'proofs/offers': async () => {
      // Nothing of a form is shown while the wallet is locked.
      if (!(await ports.isUnlocked())) throw new AppError('vault_locked');
      const waiting = await offers.list();
      const listed = waiting.length === 0 ? waiting : listWithoutReceipt(waiting, (await records.cases.list()).items);
      const isAble = listed.length > 0 && (await canSign());
      return listed.map(({ tabId: _tabId, ...shown }) => ({ ...shown, canSign: isAble }));
    },
    'proofs/keep': async ({ id }) => {
      const offer = (await offers.list()).find((each) => each.id === id);
      if (offer === undefined) throw new AppError('not_found');
      const signed = await signOffer(offer, ports);
      // First kept, then stamped: an authority that is slow, or a worker that is stopped, costs nobody the record.
      await records.commit([records.proofs.put(signed)]);
      await offers.remove(id);
      const stamped = await stamp(signed);
      if (stamped !== signed) await records.commit([records.proofs.put(stamped)]);
      await ports.signal();
      return { isStamped: stamped.file.header !== undefined };
    },
    'proofs/drop': async ({ id }) => {
      await offers.remove(id);
      await ports.signal();
      return null;
    },
    'proofs/list': async () => {
      const { items, damaged } = await records.proofs.list();
      const lines = await Promise.all(items.map(describe));
      return { proofs: lines.sort((a, b) => b.sentAtMs - a.sentAtMs), damaged };
    },
    'proofs/show': async ({ id }) => {
      const stored = await find(id);
      const opened = await open(stored);
      if (opened instanceof AppError) return { kind: 'fails', problem: opened.code };
      const { proof, stampedAt } = opened;
      return { kind: 'holds', proof, stampedAtMs: stampedAt?.getTime() ?? null, picture: stored.file.picture };
    },
    'proofs/stamp': async ({ id }) => {
      const stored = await find(id);
      const stamped = await stamp(stored);
      if (stamped !== stored) await records.commit([records.proofs.put(stamped)]);
      return { isStamped: stamped.file.header !== undefined };
    },
    'proofs/export': async ({ id }) => saveProof(await find(id), await ports.readSignedTrust()),
    'proofs/remove': async ({ id }) => {
      await records.commit([records.proofs.remove(id)]);
      return null;
    },
  };
}
