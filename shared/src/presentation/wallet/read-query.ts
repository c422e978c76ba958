import { AppError } from '../../errors/index.ts';
import { documentTypes } from '../../vocabulary/index.ts';
import { type DcqlRequest, parseDcqlRequest } from '../dcql.ts';
import { breaksRule, type ReceivedRequest } from './received-request.ts';

/**
 * W8: what is asked stands in `dcql_query`; `scope` beside it is an error, and `scope` alone too, since no scope is known
 * here that stands for a query. The signing credential is asked for with a submission, and by nothing else.
 * @throws AppError `invalid_request`, `too_much_asked`
 * @see OpenID4VP 1.0, sections 5.1 and 5.4
 */
export function readQuery({ channel, parameters }: ReceivedRequest): DcqlRequest {
  if (parameters['response_type'] !== 'vp_token') throw breaksRule('section 5.4', 'response_type');
  if (parameters['scope'] !== undefined) throw breaksRule('W8', 'scope');
  if (parameters['dcql_query'] === undefined) throw breaksRule('W8', 'dcql_query');
  const query = parseDcqlRequest(parameters['dcql_query']);
  const asksToSign = query.credentials.some(({ meta }) => meta.vct_values?.includes(documentTypes.signing.vct) === true);
  if (asksToSign && channel !== 'submission')
    throw new AppError('invalid_request', { parameter: 'dcql_query', what: 'signing_credential' });
  return query;
}
