import { hash } from 'node:crypto';
import type { Bytes } from '@daricheh/shared/credential';

/** The page as it is served. */
export type PublishedCheckPage = {
  readonly bytes: Bytes;
  readonly digest: string;
  /** Its own policy, by which its script and style alone run and nothing is fetched, and that nobody frames it. */
  readonly policy: string;
};

const ownPolicy = /<meta http-equiv="Content-Security-Policy" content="([^"<>]+)" \/>/;

/** Takes the policy from the page, in which the build has written the hashes of its script and style. @throws Error where it has none */
export function publishCheckPage(bytes: Bytes): PublishedCheckPage {
  const [, policy] = ownPolicy.exec(Buffer.from(bytes).toString('utf8')) ?? [];
  if (policy === undefined) throw new Error('The page that checks has no policy of its own: it is not as its build leaves it.');
  return { bytes, digest: hash('sha256', bytes, 'base64url'), policy: `${policy}; frame-ancestors 'none'` };
}
