import { type VerifiedCredential, verifyCredential } from '../../credential/index.ts';
import { given } from '../../credential/steps/step.ts';
import { AppError } from '../../errors/index.ts';
import { type VerifiedMdoc, verifyDeviceResponse } from '../../mdoc/index.ts';
import { type AnswerWay, buildTranscript } from '../answer-way.ts';
import type { PresentationContext, VerifiedDocument } from './steps/context.ts';

/**
 * The credential in one presentation, by the rules of the format that was asked for.
 * @throws AppError `query_not_satisfied` for a format that is not known here, and what `verifyCredential` and `verifyDeviceResponse` throw
 */
export async function verifyPresentation(context: PresentationContext): Promise<VerifiedDocument> {
  const { format } = context.asked;
  if (format === 'dc+sd-jwt') return { format, credential: await verifySdJwt(context) };
  if (format === 'mso_mdoc' && context.expected.way) return { format, credential: await verifyMdoc(context, context.expected.way) };
  throw new AppError('query_not_satisfied', { what: 'format' });
}

function verifySdJwt({ text, asked, expected, ports, keyBinding }: PresentationContext): Promise<VerifiedCredential> {
  const { issuers } = expected;
  const vctValues = asked.meta.vct_values ?? [];
  return verifyCredential(text, { vctValues, issuers, at: ports.now(), keyBinding: given(keyBinding) }, ports);
}

/** An mdoc is always bound to its device, and authorises no transaction: nothing of one stands in what the device signs. */
async function verifyMdoc({ text, asked, transactionData, expected, ports }: PresentationContext, way: AnswerWay): Promise<VerifiedMdoc> {
  if (transactionData.length > 0) throw new AppError('transaction_data_mismatch', { rule: 'V22', what: 'format' });
  const docTypes = asked.meta.doctype_value === undefined ? [] : [asked.meta.doctype_value];
  const transcript = await buildTranscript(way, expected.nonce, ports.sha256);
  return verifyDeviceResponse(text, { docTypes, issuers: expected.issuers, at: ports.now(), transcript }, ports);
}
