import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { PageFile } from '../../../core/consent/page-file.ts';

/** The files that the form's boxes of these names hold; a box that is disabled submits none. */
export function listFiles(form: HTMLFormElement, names: readonly string[]): PageFile[] {
  return names.flatMap((control) =>
    findFiles(form, control).map(({ name, size, lastModified: modifiedAtMs }, index) => ({ control, index, name, size, modifiedAtMs })),
  );
}

/** Some bytes of one of them, base64url. @throws AppError `form_changed` when the file is no longer there or has changed on disk */
export async function readPiece(
  form: HTMLFormElement,
  { control, index, from, length }: { readonly control: string; readonly index: number; readonly from: number; readonly length: number },
): Promise<string> {
  const file = findFiles(form, control)[index];
  if (!file) throw new AppError('form_changed', { what: 'file' });
  try {
    return encodeBase64Url(new Uint8Array(await file.slice(from, from + length).arrayBuffer()));
  } catch (cause) {
    throw new AppError('form_changed', { what: 'file' }, { cause });
  }
}

function findFiles(form: HTMLFormElement, name: string): File[] {
  return [...form.elements].flatMap((element) =>
    element instanceof HTMLInputElement && element.type === 'file' && element.name === name && !element.matches(':disabled')
      ? [...(element.files ?? [])]
      : [],
  );
}
