import { AppError } from '../errors/index.ts';
import { type ClaimPath, type Members, pickClaims } from './claim-path.ts';
import type { CredentialQuery, DcqlRequest } from './dcql.ts';
import { listAnswers, type QueriedCredential } from './dcql-match.ts';

/**
 * The claims that were asked, of each credential that was presented, in the same order; what was disclosed beyond them
 * is left out.
 * @throws AppError `query_not_satisfied` when a presentation does not answer its query, values included, or a required one is missing
 * @see OpenID4VP 1.0, section 8.6, steps 2.2 and 3
 */
export function selectAskedClaims(
  request: DcqlRequest,
  presented: ReadonlyMap<string, readonly QueriedCredential[]>,
): ReadonlyMap<string, readonly Members[]> {
  const selected = new Map<string, readonly Members[]>();
  for (const [queryId, credentials] of presented) {
    const asked = request.credentials.find(({ id }) => id === queryId);
    const isCountRight = credentials.length === 1 || (credentials.length > 1 && asked?.multiple === true);
    if (asked === undefined || !isCountRight) throw new AppError('query_not_satisfied');
    selected.set(
      queryId,
      credentials.map((credential) => selectFrom(asked, credential)),
    );
  }
  if (!isComplete(request, (id) => selected.has(id))) throw new AppError('query_not_satisfied');
  return selected;
}

function selectFrom(asked: CredentialQuery, credential: QueriedCredential): Members {
  const [answer] = listAnswers(asked, credential, toShownPath);
  if (answer === undefined) throw new AppError('query_not_satisfied');
  const paths = answer.flatMap((at) => asked.claims?.slice(at, at + 1).map(({ path }) => toShownPath(path)) ?? []);
  return pickClaims(credential.claims, paths);
}

/** Every required set has an option that was answered whole; without sets, every credential was. @see OpenID4VP 1.0, section 6.4.2 */
function isComplete({ credentials, credential_sets: sets }: DcqlRequest, isAnswered: (id: string) => boolean): boolean {
  if (sets === undefined) return credentials.every(({ id }) => isAnswered(id));
  return sets.every(({ options, required }) => required === false || options.some((ids) => ids.every(isAnswered)));
}

/**
 * Elements of an array that were withheld are gone, and the others moved up: an index of the whole credential says
 * nothing of where the element stands in what was shown, so that any element counts.
 */
function toShownPath(path: ClaimPath): ClaimPath {
  return path.map((part) => (typeof part === 'number' ? null : part));
}
