import { verifyCredential } from '../../credential/index.ts';
import { canonicalizeJson } from '../../encoding/index.ts';
import { AppError, type ErrorCode } from '../../errors/index.ts';
import { checkActsForSelf, checkMandateTerms } from '../check-mandate-terms.ts';
import { describeMandate, isMandateInForce, mandateVct, readMandateClaims } from '../mandate-claims.ts';
import { bindTransaction } from '../submission-request.ts';
import { given, type SubmissionContext } from './step.ts';

/**
 * Whoever signs for another may: a mandate came along that keeps every rule of credentials, bound by its holder to the same request; its holder is who
 * signed, it is for whom the form is about, in a relation that the form takes, it is in force, and the manifest says of it what it says. Without a mandate the form is about who signed.
 * @throws AppError `mandate_required`, `mandate_not_accepted`, `mandate_relation_refused`, `mandate_wrong_principal`, `mandate_invalid`,
 * `mandate_wrong_holder`, `mandate_mismatch`, `mandate_not_in_force`
 */
export async function checkMandate(context: SubmissionContext): Promise<void> {
  const { envelope, manifest, expected, ports } = context;
  const { definition } = given(context.form);
  const { national_id: signer } = given(context.credential).signing;
  checkActsForSelf(definition, manifest, signer);
  if (manifest.mandate === undefined) {
    if (envelope.mandate !== undefined) throw new AppError('mandate_mismatch', { what: 'unnamed' });
    return;
  }
  checkMandateTerms(definition, manifest);
  if (envelope.mandate === undefined) throw new AppError('mandate_invalid', { what: 'absent' });
  const { nonce, clientId: audience } = given(context.request);
  const keyBinding = { nonce, audience, transactionData: bindTransaction(given(context.request)) };
  const credential = await translateCodes(verifyCodes, () =>
    verifyCredential(
      envelope.mandate ?? '',
      { vctValues: [mandateVct], issuers: expected.mandateIssuers, at: expected.receivedAt, keyBinding },
      ports,
    ),
  );
  const claims = readMandateClaims(credential.claims);
  if (claims.national_id !== signer) throw new AppError('mandate_wrong_holder');
  const said = await describeMandate({ credential: envelope.mandate, claims: credential.claims }, ports);
  if (canonicalizeJson(said) !== canonicalizeJson(manifest.mandate)) throw new AppError('mandate_mismatch', { what: 'manifest' });
  if (!isMandateInForce(claims, expected.receivedAt)) throw new AppError('mandate_not_in_force');
  context.mandate = credential;
}

const verifyCodes: Partial<Record<ErrorCode, ErrorCode>> = {
  credential_expired: 'mandate_not_in_force',
  credential_not_yet_valid: 'mandate_not_in_force',
};

/** What is wrong with a mandate as with any credential is told as of the mandate; `mandate_invalid` where no other code says it. */
export async function translateCodes<T>(codes: Partial<Record<ErrorCode, ErrorCode>>, check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const code = codes[cause.code];
    throw code === undefined
      ? new AppError('mandate_invalid', { ...cause.facts, reason: cause.code }, { cause })
      : new AppError(code, cause.facts, { cause });
  }
}
