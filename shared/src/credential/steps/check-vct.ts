import { AppError } from '../../errors/index.ts';
import { malformedCredential } from '../sd-jwt.ts';
import type { CredentialContext } from './step.ts';

/** V4. `vct` is present and one of those asked for. @throws AppError `credential_malformed`, `credential_type_unexpected` @see SD-JWT VC draft-19, section 2.2.2.1; OpenID4VP 1.0, appendix B.3.5 */
export function checkVct({ sdJwt, expected }: CredentialContext): void {
  const { vct } = sdJwt.payload;
  if (typeof vct !== 'string') throw malformedCredential('vct');
  if (!expected.vctValues.includes(vct)) throw new AppError('credential_type_unexpected');
}
