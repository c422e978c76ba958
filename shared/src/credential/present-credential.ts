import type { Sha256, SignP256 } from './crypto-ports.ts';
import { indexDisclosures } from './disclosure-index.ts';
import { type JsonObject, signCompactJws } from './jws.ts';
import { digestText, digestTexts, parseSdJwt } from './sd-jwt.ts';
import { type ClaimPath, selectDisclosures } from './select-disclosures.ts';
import type { KeyBindingExpectations } from './steps/step.ts';

export type Presentation = {
  /** The credential as it was issued. */
  readonly credential: string;
  /** The claims to show; nothing else that can be withheld is shown. */
  readonly paths: readonly ClaimPath[];
  /** What to bind to, and when; null shows the credential without key binding. */
  readonly keyBinding: (KeyBindingExpectations & { readonly at: Date; readonly sign: SignP256 }) | null;
};

/**
 * An SD-JWT that shows exactly these claims, with a key binding (SD-JWT+KB) where one is asked for. Disclosures keep the
 * order in which they were issued.
 * @throws AppError `credential_malformed`, `claim_missing`
 * @see RFC 9901, sections 4.3 and 7.2; OpenID4VP 1.0, appendix B.3.3
 */
export async function presentCredential({ credential, paths, keyBinding }: Presentation, { sha256 }: { sha256: Sha256 }): Promise<string> {
  const sdJwt = parseSdJwt(credential);
  const chosen = selectDisclosures(sdJwt.payload, await indexDisclosures(sdJwt, sha256), paths);
  const [jwt = ''] = credential.split('~', 1);
  const shown = sdJwt.disclosures.filter((disclosure) => chosen.has(disclosure)).map(({ encoded }) => encoded);
  const presented = [jwt, ...shown, ''].join('~');
  return keyBinding ? presented + (await bindToKey(presented, keyBinding, sha256)) : presented;
}

async function bindToKey(presented: string, binding: NonNullable<Presentation['keyBinding']>, sha256: Sha256): Promise<string> {
  const payload: JsonObject = {
    nonce: binding.nonce,
    aud: binding.audience,
    iat: Math.floor(binding.at.getTime() / 1000),
    sd_hash: await digestText(presented, sha256),
    ...(await hashTransactionData(binding.transactionData, sha256)),
  };
  return signCompactJws({ header: { typ: 'kb+jwt' }, payload }, binding.sign);
}

async function hashTransactionData(entries: KeyBindingExpectations['transactionData'], sha256: Sha256): Promise<JsonObject> {
  if (entries.length === 0) return {};
  const hashes = await digestTexts(
    entries.map(({ encoded }) => encoded),
    sha256,
  );
  const isNamed = entries.some(({ hashAlgorithms }) => hashAlgorithms !== undefined);
  return { transaction_data_hashes: hashes, ...(isNamed ? { transaction_data_hashes_alg: 'sha-256' } : {}) };
}
