import type { Bytes } from '@daricheh/shared/credential';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { pieceBytes } from '../consent/page-file.ts';

/**
 * The bytes of a file of that size, which come piece by piece (base64url).
 * @throws AppError `form_changed` when a piece is not as long as it must be: the file is not the one that was listed
 */
export async function collectFile(size: number, readPiece: (from: number, length: number) => Promise<string>): Promise<Bytes> {
  const bytes = new Uint8Array(size);
  for (let from = 0; from < size; from += pieceBytes) {
    const length = Math.min(pieceBytes, size - from);
    const piece = decodeBase64Url(await readPiece(from, length));
    if (piece.length !== length) throw new AppError('form_changed', { what: 'file' });
    bytes.set(piece, from);
  }
  return bytes;
}
