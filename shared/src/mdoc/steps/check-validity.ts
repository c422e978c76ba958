import { clockSkewSeconds } from '../../credential/steps/check-dates.ts';
import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/**
 * V13. Now lies between the first and the last moment of validity, give or take a minute, and the object was signed
 * while the signer's certificate was valid. @throws AppError `mdoc_invalid` @see ISO 18013-5:2021, section 9.3.1
 */
export function checkValidity({ issuerSigned: { securityObject }, expected, chain }: MdocContext): void {
  const { signedAt, validFrom, validUntil } = securityObject.validity;
  const [now, skew] = [expected.at.getTime(), clockSkewSeconds * 1000];
  if (now < validFrom.getTime() - skew) throw invalidMdoc('not_yet_valid');
  if (now >= validUntil.getTime() + skew) throw invalidMdoc('expired');
  if (validFrom < signedAt || (chain && (signedAt < chain.leaf.notBefore || signedAt > chain.leaf.notAfter)))
    throw invalidMdoc('signed_at');
}
