import { isJsonObject, type JsonObject } from '../../credential/index.ts';
import { AppError } from '../../errors/index.ts';
import { isRegisteredAddress } from '../../trust/index.ts';
import { chooseEncryptionKey, contentEncryptions } from '../response-encryption.ts';
import type { ResponseRoute, Verifier } from './presentation-request.ts';
import { breaksRule, type ReceivedRequest, readText } from './received-request.ts';

const modes: Readonly<Record<ReceivedRequest['channel'], readonly ResponseRoute['mode'][]>> = {
  dc_api: ['dc_api', 'dc_api.jwt'],
  link: ['direct_post', 'direct_post.jwt'],
  submission: ['direct_post'],
};

/**
 * How the answer travels: by the mode that fits the channel, to an address of the signer's own (W7), encrypted where the
 * mode says so (W11).
 * @throws AppError `invalid_request`, `encryption_key_unusable`
 */
export function readResponseRoute({ channel, parameters }: ReceivedRequest, verifier: Verifier): ResponseRoute {
  const mode = modes[channel].find((each) => each === parameters['response_mode']);
  if (mode === undefined) throw breaksRule('section 5.2', 'response_mode');
  const uri = channel === 'dc_api' ? null : readResponseUri(parameters, verifier);
  return { mode, uri, encryption: mode.endsWith('.jwt') ? readEncryption(parameters) : null };
}

/** W7: no redirect_uri beside it; the address belongs to the client id. @see OpenID4VP 1.0, section 8.2 */
function readResponseUri(parameters: JsonObject, verifier: Verifier): string {
  if (parameters['redirect_uri'] !== undefined) throw breaksRule('W7', 'redirect_uri');
  const uri = readText(parameters, 'response_uri', 'W7');
  const agency = verifier.kind === 'registered' ? verifier.agency : undefined;
  if (uri === undefined || !agency || !isRegisteredAddress(agency, 'response', uri)) throw breaksRule('W7', 'response_uri');
  return uri;
}

/** W11: the first of the verifier's keys that can be used, with a content encryption that it offers; A128GCM when it names none. @see OpenID4VP 1.0, section 8.3 */
function readEncryption(parameters: JsonObject): ResponseRoute['encryption'] {
  const metadata = parameters['client_metadata'];
  const jwks = isJsonObject(metadata) ? metadata['jwks'] : undefined;
  const keys = isJsonObject(jwks) ? jwks['keys'] : undefined;
  const key = chooseEncryptionKey(Array.isArray(keys) ? keys : []);
  const offered = (isJsonObject(metadata) ? metadata['encrypted_response_enc_values_supported'] : undefined) ?? ['A128GCM'];
  const enc = contentEncryptions.find((each) => Array.isArray(offered) && offered.includes(each));
  if (key === undefined || enc === undefined) throw new AppError('encryption_key_unusable', { rule: 'W11' });
  return { key, enc };
}
