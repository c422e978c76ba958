import { decodeBase64Url, parseStrictJson } from '@daricheh/shared/encoding';
import { compareManifests, decodeManifest, type Manifest, type ManifestChange, signedEnvelope } from '@daricheh/shared/submission';
import type { Deps } from '../deps.ts';
import type { CaseFile, CaseRecord } from '../storage/store.ts';
import type { Language } from './text.ts';

/** Most cases that are shown before one and after it. */
const maxSteps = 20;

/** A case among those that amend one another or withdraw it. */
export type CaseChain = {
  /** The oldest first; the case alone where it is about none and none is about it. */
  readonly cases: readonly CaseRecord[];
  /** What the case says otherwise than the one that it amends; null where it amends none, or one of them was erased. */
  readonly changes: readonly ManifestChange[] | null;
};

/** The chain that a case stands in, and what it changed. */
export async function readChain(file: CaseFile, language: Language, { store }: Pick<Deps, 'store'>): Promise<CaseChain> {
  const { agency, about } = file.case;
  const read = async (caseNumber: string | undefined) => (caseNumber === undefined ? null : store.cases.read({ agency, caseNumber }));
  const earlier: CaseFile[] = [];
  for (let next = await read(about?.caseNumber); next !== null && earlier.length < maxSteps; next = await read(next.case.about?.caseNumber))
    earlier.push(next);
  const later: CaseFile[] = [];
  const nextOf = ({ closedBy }: CaseRecord) => read(closedBy ?? undefined);
  for (let next = await nextOf(file.case); next !== null && later.length < maxSteps; next = await nextOf(next.case)) later.push(next);
  const [amended] = earlier;
  return {
    cases: [...earlier.reverse(), file, ...later].map((each) => each.case),
    changes: about?.kind === 'amends' && amended !== undefined ? compareFiles(amended, file, language) : null,
  };
}

function compareFiles(before: CaseFile, after: CaseFile, language: Language): readonly ManifestChange[] | null {
  const [old, fresh] = [readManifest(before), readManifest(after)];
  return old === null || fresh === null ? null : compareManifests(old, fresh, language);
}

function readManifest({ submissions }: CaseFile): Manifest | null {
  const signed = submissions.find(({ manifestHash }) => manifestHash !== null);
  if (signed === undefined) return null;
  return decodeManifest(decodeBase64Url(signedEnvelope.parse(parseStrictJson(signed.body)).jws.payload));
}
