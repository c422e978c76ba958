import {
  type ClaimPath,
  type KeyBindingExpectations,
  openCredential,
  presentCredential,
  type Sha256,
  type SignP256,
} from '../../credential/index.ts';
import { encodeUtf8 } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { type ElementPath, openDeviceResponse, presentMdoc } from '../../mdoc/index.ts';
import { type AnswerWay, buildTranscript } from '../answer-way.ts';
import { isSamePath } from '../claim-path.ts';
import { selectAskedClaims } from '../dcql-answer.ts';
import type { QueriedCredential } from '../dcql-match.ts';
import { limits } from '../limits.ts';
import type { PresentationRequest } from './presentation-request.ts';

/** What the citizen lets go: these claims of this credential, for this part of the query. */
export type Disclosure = { readonly queryId: string; readonly credentialId: string; readonly paths: readonly ClaimPath[] };

/** Presentations by the id of the credential query that they answer. @see OpenID4VP 1.0, section 8.1 */
export type VpToken = { readonly [queryId: string]: readonly string[] };

/** One copy of a credential: an SD-JWT VC in compact serialisation, or an mdoc as `issueMdoc` writes it. */
export type HeldCredential = { readonly format: 'dc+sd-jwt' | 'mso_mdoc'; readonly credential: string; readonly sign: SignP256 };

export type PresentPorts = {
  /** The credential as it was issued, and its key. Trusted to refuse while the vault is locked. */
  readonly takeCredential: (credentialId: string) => Promise<HeldCredential>;
  readonly sha256: Sha256;
  readonly now: () => Date;
};

/**
 * One presentation for each disclosure, bound to this request. W10: nothing is shown beyond the query, and no part of an
 * answer without the whole of it. Transaction data is authorised by one credential, the first disclosed that it names.
 * @throws AppError `presentation_incomplete` when `disclosures` go beyond the query or do not answer it; what `takeCredential` throws
 * @see OpenID4VP 1.0, sections 6.4 and 8.4
 */
export async function presentCredentials(
  request: PresentationRequest,
  disclosures: readonly Disclosure[],
  ports: PresentPorts,
): Promise<VpToken> {
  for (const disclosure of disclosures) checkWithinQuery(request, disclosure);
  const authorising = chooseAuthorising(request, disclosures);
  const vpToken: Record<string, string[]> = {};
  for (const disclosure of disclosures) {
    const held = await ports.takeCredential(disclosure.credentialId);
    const transactionData = request.transactionData
      .filter((_entry, at) => authorising[at] === disclosure)
      .map(({ raw, data }) => ({
        encoded: raw,
        ...(data.transaction_data_hashes_alg ? { hashAlgorithms: data.transaction_data_hashes_alg } : {}),
      }));
    const presentation = await presentOne(held, { request, disclosure, transactionData }, ports);
    vpToken[disclosure.queryId] = [...(vpToken[disclosure.queryId] ?? []), presentation];
  }
  await checkAnswersWhole(request, vpToken, ports);
  return vpToken;
}

type Shown = {
  readonly request: PresentationRequest;
  readonly disclosure: Disclosure;
  readonly transactionData: KeyBindingExpectations['transactionData'];
};

async function presentOne(held: HeldCredential, { request, disclosure, transactionData }: Shown, ports: PresentPorts): Promise<string> {
  const { format, credential, sign } = held;
  const { paths } = disclosure;
  if (format === 'mso_mdoc') {
    // W9: nothing that the device of an mdoc signs authorises a transaction.
    if (transactionData.length > 0) throw new AppError('presentation_incomplete', { rule: 'W9', what: 'transaction_data' });
    const transcript = await buildTranscript(readAnswerWay(request), request.nonce, ports.sha256);
    return presentMdoc({ mdoc: credential, elements: paths.map(readElementPath), transcript, sign });
  }
  const keyBinding = { nonce: request.nonce, audience: request.audience, transactionData, at: ports.now(), sign };
  return presentCredential({ credential, paths, keyBinding }, ports);
}

/** W14: over the Digital Credentials API the bare origin, whatever the client id is. */
function readAnswerWay({ channel, origin, clientId, response }: PresentationRequest): AnswerWay {
  const encryptionKey = response.encryption?.key ?? null;
  if (channel === 'dc_api') return { kind: 'dc_api', origin, encryptionKey };
  if (channel === 'link' && clientId !== null && response.uri !== null)
    return { kind: 'post', clientId, responseUri: response.uri, encryptionKey };
  throw new AppError('presentation_incomplete', { what: 'format' });
}

function readElementPath([namespace, element]: ClaimPath): ElementPath {
  if (typeof namespace !== 'string' || typeof element !== 'string') throw new AppError('claim_missing');
  return [namespace, element];
}

function checkWithinQuery({ query }: PresentationRequest, { queryId, paths }: Disclosure): void {
  const asked = query.credentials.find((each) => each.id === queryId)?.claims ?? [];
  const isWithin = paths.every((path) => asked.some((claim) => isSamePath(claim.path, path)));
  if (!isWithin) throw new AppError('presentation_incomplete', { rule: 'W10', what: 'beyond_query' });
}

/** For each transaction data the disclosure that authorises it. */
function chooseAuthorising({ transactionData }: PresentationRequest, disclosures: readonly Disclosure[]): readonly Disclosure[] {
  return transactionData.map(({ data }) => {
    const chosen = disclosures.find(({ queryId }) => data.credential_ids.includes(queryId));
    if (chosen === undefined) throw new AppError('presentation_incomplete', { rule: 'W9', what: 'transaction_data' });
    return chosen;
  });
}

/** The query is run again over what is about to be shown, as the verifier will. */
async function checkAnswersWhole({ query }: PresentationRequest, vpToken: VpToken, ports: PresentPorts): Promise<void> {
  if (encodeUtf8(JSON.stringify(vpToken)).length > limits.vpTokenBytes)
    throw new AppError('too_much_asked', { limit: limits.vpTokenBytes });
  const shown = new Map<string, QueriedCredential[]>();
  for (const [queryId, presentations] of Object.entries(vpToken)) {
    const { format } = query.credentials.find(({ id }) => id === queryId) ?? {};
    shown.set(queryId, await Promise.all(presentations.map((presentation) => readShown(format, presentation, ports))));
  }
  try {
    selectAskedClaims(query, shown);
  } catch (cause) {
    throw new AppError('presentation_incomplete', { rule: 'W10', what: 'partial' }, { cause });
  }
}

async function readShown(format: string | undefined, presentation: string, { sha256 }: PresentPorts): Promise<QueriedCredential> {
  if (format === 'mso_mdoc') return { format, ...openDeviceResponse(presentation) };
  const { claims, holderKey, authorityKeyIds } = await openCredential(presentation, sha256);
  const { vct } = claims;
  return { format: 'dc+sd-jwt', vct: typeof vct === 'string' ? vct : '', claims, isHolderBound: holderKey !== null, authorityKeyIds };
}
