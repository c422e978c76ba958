import { request } from 'node:http';
import type { Demo } from '@daricheh/scripts/demo';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { buildRegistrationChallenge } from '@daricheh/shared/issuance';
import { buildPasskeyChallenge, type PasskeyAssertion } from '@daricheh/shared/submission';
import { createTestPasskey, randomBytes, sha256, verifyP256 } from '@daricheh/shared/testing';
import { decodePemCertificates } from '@daricheh/shared/x509';
import { getLetterPerson } from '../../agencies/people.ts';
import type { ReceivedCase } from '../../extension/src/core/cases/case-record.ts';
import { fetchEvidence } from '../../extension/src/core/cases/fetch-evidence.ts';
import { fetchReceiptSheet } from '../../extension/src/core/cases/fetch-receipt-sheet.ts';
import { saveCase } from '../../extension/src/core/cases/save-case.ts';
import { sendCase } from '../../extension/src/core/cases/send-case.ts';
import type { Gesture } from '../../extension/src/core/credentials/confirm-gesture.ts';
import { acceptOffer } from '../../extension/src/core/credentials/receive/accept-offer.ts';
import { describeRegistrationGesture } from '../../extension/src/core/credentials/receive/accepted-offer.ts';
import { receiveOffer } from '../../extension/src/core/credentials/receive/receive-offer.ts';
import type { SendHttp } from '../../extension/src/core/http/http.ts';
import type { ItemChange, WalletItems } from '../../extension/src/core/records/wallet-items.ts';
import { createRecords } from '../../extension/src/core/records/wallet-records.ts';
import { findSigner } from '../../extension/src/core/signing/find-signer.ts';
import { fetchSigningRequest, openSigningRequest } from '../../extension/src/core/signing/request-signature.ts';
import { reviewForm } from '../../extension/src/core/signing/review-form.ts';
import { describeSigningGesture, signForm } from '../../extension/src/core/signing/sign-form.ts';
import type { StoredTrust } from '../../extension/src/core/trust/stored-trust.ts';
import { TrustKeeper } from '../../extension/src/core/trust/wallet-trust.ts';

/** A citizen with the wallet itself, but for its windows: its core, over real sockets, with a passkey in memory. */
export type CitizensWallet = {
  /** Takes the documents that the civil registry offers. */
  receiveDocuments(): Promise<number>;
  /** Looks for a newer trust list; whether an agency stands in it at that origin. */
  lookForNewerList(origin: string): Promise<boolean>;
  /** Reviews and signs the form of a page, whose controls hold these values, and sends it. */
  sign(page: {
    readonly origin: string;
    readonly formUri: string;
    readonly values: Readonly<Record<string, string>>;
  }): Promise<ReceivedCase>;
  /** The case as the wallet saves it. */
  save(received: ReceivedCase): Promise<string>;
  /** The receipt as PDF. */
  fetchSheet(received: ReceivedCase): Promise<Uint8Array>;
};

export function openCitizensWallet(demo: Demo): CitizensWallet {
  const records = createRecords(createItems());
  const { walletOrigin } = demo;
  const passkey = createTestPasskey({ rpId: walletOrigin });
  const wallet = { origin: walletOrigin, rpId: walletOrigin };
  const now = (): Date => new Date();
  const nowMs = (): number => Date.now();
  const kept: StoredTrust[] = [];
  const store = { read: async () => kept.at(-1), write: async (next: StoredTrust) => void kept.push(next) };
  // As a build has it: pinned before anybody new joined.
  const material = { roots: decodePemCertificates(demo.rootPem).map(encodeBase64Url), trustList: demo.trustList };
  const keeper = new TrustKeeper(material, { store, send, now });
  const ports = { records, trust: () => keeper.readCurrent(), send, nowMs, random: Math.random };
  const assert = async ({ tag, context, nonce }: Gesture): Promise<PasskeyAssertion> =>
    passkey.assert(await buildPasskeyChallenge({ tag, context, nonce: encodeUtf8(nonce) }, sha256), { origin: walletOrigin });

  return {
    receiveDocuments: async () => {
      const accepted = await acceptOffer(await askForOffer(demo), undefined, ports);
      const gesture = describeRegistrationGesture(accepted);
      if (gesture === null) throw new Error('The registry wants no passkey.');
      const nonce = randomBytes(32);
      const made = passkey.register(await buildRegistrationChallenge(nonce, sha256), { origin: walletOrigin });
      const registration = { ...made, nonce: encodeBase64Url(nonce) };
      return receiveOffer(accepted, { registration, assertion: await assert(gesture) }, ports);
    },
    lookForNewerList: async (origin) => {
      await keeper.update();
      return (await keeper.read()).list.agencies.some(({ origins }) => origins.includes(origin));
    },
    sign: async ({ origin, formUri, values }) => {
      const signPorts = {
        ...{ ...ports, crypto: { sha256, verifyP256 }, findFormMap: async () => undefined },
        readWaiting: async () => null,
        readControls: async () => Object.entries(values).map(([name, value]) => ({ name, value, isCheckbox: false })),
        files: { list: async () => [], read: () => Promise.reject(new Error('No file is attached.')) },
      };
      const [nonce, salt] = [encodeBase64Url(randomBytes(16)), encodeBase64Url(randomBytes(16))];
      const reviewed = await reviewForm({ formUri, origin, locale: 'fa', createdAtMs: nowMs(), nonce, salt }, signPorts);
      if (reviewed.kind !== 'ready') throw new Error(reviewed.kind === 'incomplete' ? JSON.stringify(reviewed.faults) : reviewed.kind);
      const request = await openSigningRequest(await fetchSigningRequest(reviewed, signPorts), reviewed, signPorts);
      const assertion = await assert(await describeSigningGesture(reviewed, request));
      const signed = await signForm({ reviewed, request, signer: await findSigner(records, nowMs()), assertion, wallet }, signPorts);
      const { outcome, record } = await sendCase(signed.pending, signPorts);
      if (record === null) throw new Error(JSON.stringify(outcome));
      return record;
    },
    save: async (received) =>
      saveCase(await fetchEvidence(received, { ...ports, crypto: { sha256, verifyP256 } }), await keeper.readSigned()).text,
    fetchSheet: (received) => fetchReceiptSheet(received, 'fa', { send }),
  };
}

/** An open vault in memory, with one who writes. */
function createItems(): WalletItems {
  const held = new Map<string, ItemChange & { readonly revision: number }>();
  const nameOf = ({ table, id }: ItemChange): string => `${table}/${id}`;
  return {
    list: async (table) => ({
      items: [...held.values()].flatMap((item) => (item.table === table && item.kind === 'put' ? [structuredClone(item)] : [])),
      damaged: [],
    }),
    commit: async (changes) => {
      for (const change of changes) {
        if (change.kind === 'remove') held.delete(nameOf(change));
        else held.set(nameOf(change), { ...structuredClone(change), revision: (held.get(nameOf(change))?.revision ?? 0) + 1 });
      }
    },
  };
}

/** As the registry's own desk does once it knows who stands before it. */
async function askForOffer(demo: Demo): Promise<string> {
  const { origin, apiKey } = demo.agencies['civil-registry'];
  const body = JSON.stringify({ subject: getLetterPerson('mahin-daneshvar').claims, configurations: ['identity', 'signing'] });
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const { bytes } = await send({ url: `${origin}/daricheh/issuer/offers`, method: 'POST', headers, body });
  return (JSON.parse(new TextDecoder().decode(bytes)) as { readonly offerUri: string }).offerUri;
}

/** Over TCP to this machine, whatever its resolver makes of names under .localhost. */
export const send: SendHttp = ({ url, method, headers = {}, body }) => {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<SendHttp>>>();
  const { host, port, pathname, search } = new URL(url);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options = { host: '127.0.0.1', port, method, path: pathname + search, headers: { ...headers, ...length, host }, agent: false };
  const outgoing = request(options, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
    answer.on('error', reject);
    answer.on('end', () => {
      const [contentType = ''] = (answer.headers['content-type'] ?? '').split(';', 1);
      const dpopNonce = answer.headers['dpop-nonce'];
      resolve({
        ...{ status: answer.statusCode ?? 0, contentType, bytes: Uint8Array.from(Buffer.concat(chunks)) },
        ...(typeof dpopNonce === 'string' ? { dpopNonce } : {}),
      });
    });
  });
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
};
