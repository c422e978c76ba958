import {
  type CredentialPorts,
  type KeyBindingExpectations,
  type RegisteredIssuer,
  type VerifiedCredential,
  verifyCredential,
} from '../../credential/index.ts';
import { AppError } from '../../errors/index.ts';
import { type VerifiedMdoc, verifyDeviceResponse } from '../../mdoc/index.ts';
import { type AnswerWay, buildTranscript } from '../answer-way.ts';
import type { CredentialQuery } from '../dcql.ts';

/** A credential that kept every rule of its format. */
export type VerifiedDocument =
  | { readonly format: 'dc+sd-jwt'; readonly credential: VerifiedCredential }
  | { readonly format: 'mso_mdoc'; readonly credential: VerifiedMdoc };

/** What one presentation must answer to. */
export type ExpectedPresentation = {
  readonly asked: CredentialQuery | undefined;
  readonly nonce: string;
  readonly audience: string;
  /** Absent where no mdoc is taken. */
  readonly way: AnswerWay | undefined;
  readonly transactionData: KeyBindingExpectations['transactionData'];
  readonly issuers: readonly RegisteredIssuer[];
  readonly at: Date;
};

/**
 * The credential in one presentation, by the rules of the format that was asked for.
 * @throws AppError `query_not_satisfied` for a format that is not known here, and what `verifyCredential` and `verifyDeviceResponse` throw
 */
export async function verifyPresentation(text: string, expected: ExpectedPresentation, ports: CredentialPorts): Promise<VerifiedDocument> {
  const { asked, way } = expected;
  if (asked?.format === 'dc+sd-jwt') return { format: asked.format, credential: await verifySdJwt(text, asked, expected, ports) };
  if (asked?.format === 'mso_mdoc' && way)
    return { format: asked.format, credential: await verifyMdoc(text, asked, { ...expected, way }, ports) };
  throw new AppError('query_not_satisfied', { rule: 'V24', what: 'format' });
}

function verifySdJwt(
  text: string,
  asked: CredentialQuery,
  expected: ExpectedPresentation,
  ports: CredentialPorts,
): Promise<VerifiedCredential> {
  const { nonce, audience, transactionData, issuers, at } = expected;
  // V14: what the query asks decides, not what happens to be there.
  const isBindingAsked = asked.require_cryptographic_holder_binding !== false || transactionData.length > 0;
  const keyBinding = isBindingAsked ? { nonce, audience, transactionData } : null;
  return verifyCredential(text, { vctValues: asked.meta.vct_values ?? [], issuers, at, keyBinding }, ports);
}

/** An mdoc is always bound to its device, and authorises no transaction: nothing of one stands in what the device signs. */
async function verifyMdoc(
  text: string,
  { meta }: CredentialQuery,
  { nonce, way, transactionData, issuers, at }: ExpectedPresentation & { readonly way: AnswerWay },
  ports: CredentialPorts,
): Promise<VerifiedMdoc> {
  if (transactionData.length > 0) throw new AppError('transaction_data_mismatch', { rule: 'V22', what: 'format' });
  const docTypes = meta.doctype_value === undefined ? [] : [meta.doctype_value];
  return verifyDeviceResponse(text, { docTypes, issuers, at, transcript: await buildTranscript(way, nonce, ports.sha256) }, ports);
}
