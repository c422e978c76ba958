import { AppError } from '@daricheh/shared/errors';

/** Crockford's alphabet: no I, L, O, U, which people misread or misspell. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 26;
const checkLength = 4;
const groupLength = 5;

/** Length of a code without its hyphens. */
export const recoveryCodeLength = secretLength + checkLength;

/**
 * A new recovery code: 130 random bits and 20 bits of checksum, as six groups of five characters. It is the vault's
 * spare key, so it needs no stretching.
 */
export async function createRecoveryCode(): Promise<string> {
  const secret = [...crypto.getRandomValues(new Uint8Array(secretLength))].map((byte) => alphabet.charAt(byte & 31)).join('');
  return formatRecoveryCode(secret + (await computeCheck(secret)));
}

/** The code in groups, as far as it is written. */
export function formatRecoveryCode(characters: string): string {
  return (characters.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}

/** What a field shows after `before` became `typed`: in groups while it grows at its end, and left alone while it is mended in its middle. */
export function writeRecoveryCode(before: string, typed: string): string {
  return typed.startsWith(before) ? formatRecoveryCode(foldRecoveryCode(typed)) : typed;
}

/**
 * What was meant by what was typed: capitals, Latin digits, O read as 0, I and L as 1; spaces and hyphens dropped.
 * Anything else stays, and no code holds it.
 */
export function foldRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―\u200c]/g, '')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/**
 * The characters of a whole code, without hyphens. A code that passes may still open nothing.
 * @throws AppError `recovery_code_malformed` for another length or a character that no code holds
 * @throws AppError `recovery_code_mistyped` when the checksum does not fit
 */
export async function parseRecoveryCode(typed: string): Promise<string> {
  const characters = foldRecoveryCode(typed);
  const isWhole = characters.length === recoveryCodeLength && [...characters].every((character) => alphabet.includes(character));
  if (!isWhole) throw new AppError('recovery_code_malformed');
  if ((await computeCheck(characters.slice(0, secretLength))) !== characters.slice(secretLength))
    throw new AppError('recovery_code_mistyped');
  return characters;
}

/** The first 20 bits of a hash of the secret, as characters. It tells a slip of the pen from a wrong code, and nothing of the secret to who lacks it. */
async function computeCheck(secret: string): Promise<string> {
  const data = new TextEncoder().encode(`daricheh/recovery-code/v1\0${secret}`);
  const [a = 0, b = 0, c = 0] = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  const bits = (a << 12) | (b << 4) | (c >> 4);
  return [15, 10, 5, 0].map((shift) => alphabet.charAt((bits >> shift) & 31)).join('');
}
