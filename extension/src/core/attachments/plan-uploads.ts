import { findDocumentTypeId, hasArabicScript } from '@daricheh/shared/vocabulary';
import type { DocumentView } from '../consent/document-view.ts';
import type { UploadLine, UploadSkip } from './attach-view.ts';
import { chooseFileKind } from './file-kind.ts';
import { readUpload } from './read-upload.ts';
import { findSizeLimit } from './size-limit.ts';
import type { UploadField, UploadSnapshot } from './upload-field.ts';

/** For each file box of a frame: the documents that it asks for and that still count, or why it is left. @param held newest first */
export function planUploads(snapshot: UploadSnapshot, held: readonly DocumentView[], frameOrigin: string): UploadLine[] {
  return snapshot.fields.map((field) => planUpload(field, { held, frameOrigin, lang: snapshot.lang }));
}

type Context = { readonly held: readonly DocumentView[]; readonly frameOrigin: string; readonly lang: string };

function planUpload(field: UploadField, { held, frameOrigin, lang }: Context): UploadLine {
  const line = { handle: field.handle, label: field.labels[0] ?? (field.aria || field.title || field.box) };
  const skip = (why: UploadSkip): UploadLine => ({ ...line, kind: 'skip', why, person: undefined });
  const wanted = readUpload(field);
  if (wanted.kind === 'other-person') return { ...line, kind: 'skip', why: 'other-person', person: wanted.person };
  if (wanted.kind === 'unknown') return skip('unknown');
  if (field.state !== 'visible') return skip(field.state === 'disabled' || field.state === 'read-only' ? 'locked' : 'hidden');
  if (field.hasFile) return skip('taken');
  if (field.actionOrigin !== frameOrigin) return skip('elsewhere');
  const file = chooseFileKind(field);
  if (!file) return skip('kind');
  const documents = held.filter(
    ({ vct, state }) => findDocumentTypeId(vct) === wanted.type && (state === 'valid' || state === 'unchecked'),
  );
  if (documents.length === 0 || wanted.type === 'signing') return skip('no-document');
  return {
    ...line,
    kind: 'offer',
    documents,
    file,
    baseName: `${wanted.type}-copy`,
    limitBytes: findSizeLimit(field),
    language: isPersian(line.label, lang) ? 'fa' : 'en',
  };
}

function isPersian(label: string, lang: string): boolean {
  return label === '' ? lang.toLowerCase().startsWith('fa') : hasArabicScript(label);
}
