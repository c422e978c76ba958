import { documentTypeIds } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../consent/document-view.ts';
import { nameFile } from './attach-view.ts';
import { chooseFileKind } from './file-kind.ts';
import { drawSteps, fitSize } from './fit-size.ts';
import { planUploads } from './plan-uploads.ts';
import { readUpload } from './read-upload.ts';
import { findSizeLimit } from './size-limit.ts';
import { type UploadField, uploadFile } from './upload-field.ts';
import { writePdf } from './write-pdf.ts';

const origin = 'https://city.example';
const field: UploadField = {
  handle: 0,
  ...{ name: '', id: '', labels: [], aria: '', description: '', title: '', box: '', groups: [], headings: [] },
  ...{ accept: '', multiple: false, sizeHint: '', state: 'visible', hasFile: false, actionOrigin: origin },
};
const asks = (labels: string, more: Partial<UploadField> = {}) => readUpload({ ...field, labels: labels === '' ? [] : [labels], ...more });

describe('readUpload', () => {
  it.each([
    ['تصویر کارت ملی', 'identity'],
    ['بارگذاری شناسنامه *', 'identity'],
    ['Upload your driving licence', 'driving-licence'],
    ["Driver's license (front)", 'driving-licence'],
    ['گواهی‌نامهٔ رانندگی', 'driving-licence'],
    ['تصویر کارت شناسایی خودرو', 'vehicle-registration'],
    ['Proof of address', 'residence'],
    ['آخرین مدرک تحصیلی', 'diploma'],
  ])('«%s» asks for %s', (label, type) => {
    expect(asks(label)).toEqual({ kind: 'documents', types: [type] });
  });

  it('reads the name of the box where no words stand beside it', () => {
    expect(asks('', { name: 'driving_licence_file' })).toEqual({ kind: 'documents', types: ['driving-licence'] });
  });

  it.each<[string, Partial<UploadField>, string]>([
    ['تصویر کارت ملی همسر', {}, 'partner'],
    ["Your child's birth certificate", {}, 'child'],
    ['شناسنامهٔ پدر', {}, 'father'],
    ['تصویر کارت ملی', { groups: ['مدارک همسر'] }, 'partner'],
    ['تصویر کارت ملی', { headings: ['اطلاعات فرزند'] }, 'child'],
    ['ID card', { name: 'spouse_id_card' }, 'partner'],
  ])('«%s» %j is about somebody else', (label, more, person) => {
    expect(asks(label, more)).toEqual({ kind: 'other-person', person });
  });

  it.each(['فیش واریزی', 'Your CV', '', 'تصویر کارت ملی یا گواهینامه'])('«%s» is nothing that is known', (label) => {
    expect(asks(label)).toEqual({ kind: 'unknown' });
  });
});

describe('a box for several files', () => {
  const several = (label: string) => asks(label, { multiple: true });

  it('asks for every document that it names', () => {
    expect(several('تصویر کارت ملی و گواهینامه')).toEqual({ kind: 'documents', types: ['driving-licence', 'identity'] });
    expect(several('تصویر کارت شناسایی خودرو')).toEqual({ kind: 'documents', types: ['vehicle-registration'] });
  });

  it('may ask for documents at large, which a box for one file does not', () => {
    expect(several('Supporting documents')).toEqual({ kind: 'documents', types: documentTypeIds });
    expect(several('بارگذاری مدارک')).toEqual({ kind: 'documents', types: documentTypeIds });
    expect(asks('بارگذاری مدارک')).toEqual({ kind: 'unknown' });
    expect(several('بارگذاری مدارک همسر')).toEqual({ kind: 'other-person', person: 'partner' });
    expect(several('Photos of the damage')).toEqual({ kind: 'unknown' });
  });
});

describe('chooseFileKind', () => {
  it.each([
    ['', 'pdf'],
    ['.pdf,.jpg', 'pdf'],
    ['image/*', 'jpg'],
    ['.JPEG', 'jpeg'],
    ['image/png', 'png'],
    ['.docx', undefined],
  ])('accept="%s" takes %s', (accept, extension) => {
    expect(chooseFileKind({ ...field, accept })?.extension).toBe(extension);
  });

  it('reads the words where the box says nothing', () => {
    expect(chooseFileKind({ ...field, description: 'فرمت jpg یا png' })?.type).toBe('image/jpeg');
  });
});

describe('findSizeLimit', () => {
  const below = (bytes: number) => Math.floor(bytes * 0.976);
  it.each<[Partial<UploadField>, number | null]>([
    [{}, null],
    [{ sizeHint: '200000' }, below(200_000)],
    [{ sizeHint: '2MB' }, below(2 * 1024 * 1024)],
    [{ description: 'حداکثر حجم: ۳۰۰ کیلوبایت' }, below(300 * 1024)],
    [{ box: 'Driving licence (PDF, max. 1.5 MB)' }, below(1.5 * 1024 * 1024)],
    [{ labels: ['از ۵۰ کیلوبایت تا ۲۰۰ کیلوبایت'] }, below(200 * 1024)],
    [{ box: 'Max 500 KB each, 2 MB in all', sizeHint: '1048576' }, below(500 * 1024)],
    [{ labels: ['2 files, 18 years or older'] }, null],
  ])('of %j is %s', (more, limit) => {
    expect(findSizeLimit({ ...field, ...more })).toBe(limit);
  });
});

describe('fitSize', () => {
  const draw = async ({ scale, quality }: { scale: number; quality: number }) => new Uint8Array(Math.round(100_000 * scale * quality));

  it('keeps the best where nothing is said', async () => {
    expect((await fitSize(draw, null))?.length).toBe(180_000);
  });

  it('goes down until the file is small enough', async () => {
    expect((await fitSize(draw, 60_000))?.length).toBe(60_000);
  });

  it('gives up where even the smallest is too large', async () => {
    const tried: number[] = [];
    const drawAndNote = (step: { scale: number; quality: number }) => {
      tried.push(step.scale);
      return draw(step);
    };
    expect(await fitSize(drawAndNote, 1000)).toBeUndefined();
    expect(tried).toHaveLength(drawSteps.length);
  });
});

describe('planUploads', () => {
  const document: DocumentView = {
    ...{
      id: 'L',
      vct: 'urn:daricheh:driving-licence:1',
      issuerName: null,
      actsFor: null,
      look: { background: '#000000', text: '#ffffff' },
    },
    ...{ issuer: { id: 'transport', name: { fa: 'راهداری', en: 'Transport' } }, receivedAtMs: 1, renewedAtMs: null, expiresAtMs: null },
    ...{ state: 'valid', checkedAtMs: null, checkFailedAtMs: null, news: null, copies: null, renewsItself: false, isRenewalDue: false },
    ...{ name: { fa: 'سارا رضایی', en: 'Sara Rezaei' }, title: [], portrait: null, claims: [], shown: [], isFictitious: true },
  };
  const degree = { datum: 'education-level', label: { fa: 'مقطع', en: 'Degree' }, value: '' } as const;
  const planAll = (more: Partial<UploadField>, held: DocumentView[] = [document]) =>
    planUploads({ title: '', lang: 'fa', mark: 'M', fields: [{ ...field, labels: ['گواهینامه رانندگی'], ...more }] }, held, origin);
  const plan = (...args: Parameters<typeof planAll>) => planAll(...args)[0];

  it('offers the document that the box asks for, by a name that says nothing of its holder', () => {
    const line = plan({ description: 'حداکثر ۳۰۰ کیلوبایت', accept: '.pdf' });
    expect(line).toEqual({
      ...{ handle: 0, label: 'گواهینامه رانندگی', kind: 'offer', isOneOfSeveral: false, documents: [document], language: 'fa' },
      ...{ file: { type: 'application/pdf', extension: 'pdf' }, baseName: 'driving-licence-copy', limitBytes: 299_827 },
    });
    expect(uploadFile.shape.name.safeParse('driving-licence-copy.pdf').success).toBe(true);
  });

  it('offers each document for itself where the box takes several files, each by a name of its own and of its share of the size', () => {
    const diplomas = ['D', 'E', 'E2'].map((id) => ({
      ...document,
      id,
      vct: 'urn:daricheh:diploma:1',
      title: [{ ...degree, value: id.charAt(0) }],
    }));
    const asked = { labels: ['مدارک'], multiple: true, description: 'در مجموع حداکثر ۳۰۰ کیلوبایت' };
    const lines = planAll(asked, [document, ...diplomas]).flatMap((line) => (line.kind === 'offer' ? [line] : []));
    expect(lines.map((line) => [nameFile(line), line.documents.map(({ id }) => id), line.isOneOfSeveral, line.limitBytes])).toEqual([
      ['driving-licence-copy.pdf', ['L'], true, 99_942],
      ['diploma-copy.pdf', ['D'], true, 99_942],
      ['diploma-copy-2.pdf', ['E', 'E2'], true, 99_942],
    ]);
    expect(planAll({ ...asked, multiple: false, labels: ['دانشنامه'] }, diplomas)).toHaveLength(1);
  });

  it.each<[string, Partial<UploadField>, DocumentView[]?]>([
    ['taken', { hasFile: true }],
    ['hidden', { state: 'hidden' }],
    ['locked', { state: 'disabled' }],
    ['elsewhere', { actionOrigin: 'https://other.example' }],
    ['kind', { accept: '.docx' }],
    ['no-document', {}, []],
    ['no-document', {}, [{ ...document, state: 'revoked' }]],
    ['other-person', { labels: ['گواهینامه رانندگی همسر'] }],
    ['unknown', { labels: ['فیش'] }],
  ])('leaves it: %s', (why, more, held) => {
    expect(plan(more, held)).toMatchObject({ kind: 'skip', why });
  });
});

describe('writePdf', () => {
  it('has each object where its table says', () => {
    const bytes = writePdf(new Uint8Array([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9]), { width: 10, height: 14 });
    const text = Buffer.from(bytes).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(start, start + 9)).toBe('xref\n0 6\n');
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets.map((offset, place) => text.slice(offset).startsWith(`${place + 1} 0 obj\n`))).toEqual([true, true, true, true, true]);
    expect(text).toContain('/Length 7 >>\nstream\n');
  });
});
