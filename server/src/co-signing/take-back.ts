import { AppError } from '@daricheh/shared/errors';
import type { Store } from '../storage/store.ts';
import { followLink, nameWaiting } from './waiting-form.ts';

/** The secret of the link and the key that the signature came under: the first signer's wallet alone has both. */
type Proof = { readonly secret: string; readonly key: string };

/**
 * Takes a first signature back: nothing of the form is left here. Of a second signature that comes in the same moment one wins, as both need the form to be there.
 * @throws AppError `not_found` where nothing waits there (any more), or it came under another key
 */
export async function takeBack(
  { secret, key }: Proof,
  { agency, at }: { readonly agency: string; readonly at: Date },
  oneTime: Pick<Store['oneTime'], 'read' | 'take'>,
): Promise<void> {
  const waiting = await followLink(secret, { agency, at }, oneTime);
  if (waiting === null || waiting.key !== key) throw new AppError('not_found');
  const [form, ...rest] = nameWaiting(waiting, agency);
  if ((await oneTime.take(form, at)) === null) throw new AppError('not_found');
  for (const name of rest) await oneTime.take(name, at);
}
