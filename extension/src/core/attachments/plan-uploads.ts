import { type DocumentTypeId, findDocumentTypeId, hasArabicScript } from '@daricheh/shared/vocabulary';
import type { DocumentView } from '../consent/document-view.ts';
import type { UploadLine, UploadSkip } from './attach-view.ts';
import { chooseFileKind } from './file-kind.ts';
import { readUpload } from './read-upload.ts';
import { findSizeLimit, limitsAll } from './size-limit.ts';
import type { UploadField, UploadSnapshot } from './upload-field.ts';

/** For each file box of a frame: the documents that it asks for and that still count, or why it is left. @param held newest first */
export function planUploads(snapshot: UploadSnapshot, held: readonly DocumentView[], frameOrigin: string): UploadLine[] {
  return snapshot.fields.flatMap((field) => planUpload(field, { held, frameOrigin, lang: snapshot.lang }));
}

type Context = { readonly held: readonly DocumentView[]; readonly frameOrigin: string; readonly lang: string };

function planUpload(field: UploadField, { held, frameOrigin, lang }: Context): UploadLine[] {
  const line = { handle: field.handle, label: field.labels[0] ?? (field.aria || field.title || field.box) };
  const skip = (why: UploadSkip): UploadLine[] => [{ ...line, kind: 'skip', why, person: undefined }];
  const wanted = readUpload(field);
  if (wanted.kind === 'other-person') return [{ ...line, kind: 'skip', why: 'other-person', person: wanted.person }];
  if (wanted.kind === 'unknown') return skip('unknown');
  if (field.state !== 'visible') return skip(field.state === 'disabled' || field.state === 'read-only' ? 'locked' : 'hidden');
  if (field.hasFile) return skip('taken');
  if (field.actionOrigin !== frameOrigin) return skip('elsewhere');
  const file = chooseFileKind(field);
  if (!file) return skip('kind');
  const files = listFiles(wanted.types, held, field.multiple);
  if (files.length === 0) return skip('no-document');
  const limit = findSizeLimit(field);
  const limitBytes = limit !== null && field.multiple && limitsAll(field) ? Math.floor(limit / files.length) : limit;
  const language = isPersian(line.label, lang) ? 'fa' : 'en';
  return files.map((each) => ({ ...line, kind: 'offer', isOneOfSeveral: field.multiple, ...each, file, limitBytes, language }));
}

/** The copies that a box can get: one, of whichever document of its type; where it takes several files, one of each that another does not stand for too. */
function listFiles(types: readonly DocumentTypeId[], held: readonly DocumentView[], multiple: boolean) {
  return types.flatMap((type) => {
    const documents = held.filter(({ vct, state }) => findDocumentTypeId(vct) === type && (state === 'valid' || state === 'unchecked'));
    if (documents.length === 0 || type === 'signing') return [];
    // A document may be held in two formats; two vehicles or two diplomas have titles of their own.
    const alike = multiple ? [...Map.groupBy(documents, ({ title }) => JSON.stringify(title)).values()] : [documents];
    return alike.map((same, place) => ({ documents: same, baseName: `${type}-copy${place === 0 ? '' : `-${place + 1}`}` }));
  });
}

function isPersian(label: string, lang: string): boolean {
  return label === '' ? lang.toLowerCase().startsWith('fa') : hasArabicScript(label);
}
