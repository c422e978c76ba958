import { parseSdJwt } from '@daricheh/shared/credential';

/** The national id that a stored presentation of a signing credential discloses, verified when it came; empty where it discloses none. */
export function readSigner(presentation: string): string {
  const shown = parseSdJwt(presentation).disclosures.map(({ value }) => value);
  const found = shown.find((disclosure) => Array.isArray(disclosure) && disclosure[1] === 'national_id');
  return Array.isArray(found) && typeof found[2] === 'string' ? found[2] : '';
}
