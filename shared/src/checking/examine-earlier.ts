import { checkReceiptEarlier, findEarlier, type NamedEarlier, type Receipt } from '../submission/index.ts';
import type { SubmissionBeside } from './check-call.ts';
import { notChecked, type Told } from './examination.ts';
import type { Scene } from './scene.ts';

/**
 * Rule `earlier`: the agency acknowledged that this amends or withdraws what the signed text names, and nothing else. Rule `earlier-file`: the
 * submission that is named lies beside. A form that stands for itself, by its text and by its receipt, has neither to look at.
 * @param receipt undefined where it does not hold
 */
export async function examineEarlier({ signed: { manifest }, call, examination }: Scene, receipt: Receipt | undefined): Promise<void> {
  const named = findEarlier(manifest);
  if (named === null && (receipt?.amends ?? receipt?.withdraws) === undefined) return;
  await examination.look('earlier', ['manifest', 'receipt'], (): Told => {
    if (receipt === undefined) return notChecked('needs', { needs: 'receipt' });
    checkReceiptEarlier(manifest, receipt);
    return { facts: { ...named } };
  });
  if (named === null) return;
  await examination.look('earlier-file', ['manifest'], () => findBeside(named, manifest.agency.origin, call.submissions ?? []));
}

/** By its content and by the case that its receipt names: what has the one and not the other is not what it looks like. */
function findBeside({ caseNumber, manifestHash }: NamedEarlier, origin: string, submissions: readonly SubmissionBeside[]): Told {
  const own = submissions.filter((each) => each.origin === origin);
  const found = own.find((each) => each.manifestHash === manifestHash && each.caseNumber === caseNumber);
  if (found !== undefined) return { facts: { name: found.name, caseNumber } };
  const other = own.find((each) => each.manifestHash === manifestHash || each.caseNumber === caseNumber);
  if (other === undefined) return notChecked('absent', { caseNumber });
  return { outcome: 'fails', reason: 'other_earlier', facts: { name: other.name, caseNumber } };
}
