import { encryptResponse, type Forgery, forgeCredential, type TestIssuer, type TestKey } from '@daricheh/shared/testing';
import { createChainVerifier, encodeX5c } from '@daricheh/shared/x509';
import { originOf, type TestApp } from './test-app.ts';
import type { Asked } from './test-browser.ts';
import type { TestWallet } from './test-wallet.ts';

/** The tests' registry as an issuer whose credentials can be forged. */
export function openRegistry({ authority, deps }: TestApp): TestIssuer {
  const seal = authority.seals.get('civil-registry');
  if (seal === undefined) throw new Error('The tests have no registry.');
  const verifyChain = createChainVerifier({ anchors: deps.anchors, verifyP256: deps.verifyP256 });
  const ports = { verifyChain, verifyP256: deps.verifyP256, sha256: deps.sha256 };
  return { origin: originOf('civil-registry'), root: authority.root, seal, x5c: encodeX5c([seal.der]), ports };
}

/** Makes the text that is presented in answer to a request with this nonce and audience. */
export type MakePresentation = (request: { readonly nonce: string; readonly audience: string }) => Promise<string>;

/** What a sign-in asks for. */
const signInDisclosures = ['given_name', 'family_name', 'given_name_latin', 'family_name_latin', 'national_id'].map((name) => [
  `salt of ${name}`,
  name,
  name === 'given_name' ? 'Sara' : 'x',
]);

/** A presentation that answers a sign-in and is sound but for the forgery. */
export function forgePresentation(issuer: TestIssuer, holder: TestKey, forgery: Forgery = {}): MakePresentation {
  return ({ nonce, audience }) => {
    const binding =
      forgery.binding === null ? null : { ...forgery.binding, payload: { nonce, aud: audience, ...forgery.binding?.payload } };
    return forgeCredential(issuer, holder, { disclosures: signInDisclosures, ...forgery, binding });
  };
}

/** The encrypted answer of a wallet that obeys nobody: any text in the place of a presentation. */
export async function answerWith(make: MakePresentation, wallet: TestWallet, { request }: Asked): Promise<string> {
  const read = await wallet.read({ kind: 'dc_api', protocol: request.protocol, data: request.data, origin: originOf('tax') });
  const { encryption } = read.response;
  if (encryption === null) throw new Error('The request asked for no encryption.');
  const [asked] = read.query.credentials;
  return encryptResponse({ vp_token: { [asked?.id ?? '']: [await make(read)] } }, encryption);
}
