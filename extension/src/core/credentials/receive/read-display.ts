import type { CredentialConfiguration, MetadataDisplay } from '@daricheh/shared/issuance';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { StoredCredential } from '../stored-credential.ts';

/** Most of an issuer's words that are kept for one name. */
const maxNameLength = 120;

/**
 * How the issuer wants the document to look and its claims to be called. What it left unsaid in one language is taken from
 * the other; a claim without a name is left out, and so is a colour that is none.
 * @see OpenID4VCI 1.0, section 12.2.4 and appendix B.2
 */
export function readDisplay({ credential_metadata: told }: CredentialConfiguration): StoredCredential['display'] {
  if (!told) return null;
  const [first] = told.display ?? [];
  const claims = (told.claims ?? []).flatMap(({ path, display }) => {
    const label = readName(display ?? []);
    return label ? [{ path: [...path], label }] : [];
  });
  return {
    name: readName(told.display ?? []),
    backgroundColor: readColor(first?.background_color),
    textColor: readColor(first?.text_color),
    claims,
  };
}

function readName(display: readonly MetadataDisplay[]): LocalizedText | null {
  const nameIn = (language: string) =>
    display.find(({ locale = '' }) => locale.toLowerCase().split('-')[0] === language)?.name?.slice(0, maxNameLength);
  const any = display[0]?.name?.slice(0, maxNameLength);
  const [fa, en] = [nameIn('fa') ?? any, nameIn('en') ?? any];
  return fa && en ? { fa, en } : null;
}

function readColor(color: string | undefined): string | null {
  return color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : null;
}
