import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../testing/check-file.ts';
import { addRevision, makeObjectStream, makePdf, makeStream } from '../testing/make-pdf.ts';
import { activeNames } from './active-names.ts';

const check = (bytes: Uint8Array, chunkSize?: number): string => checkFile('application/pdf', bytes, chunkSize);
const active = (what: string): string => `attachment_active_content ${what}`;
const refused = (problem: string): string => `attachment_type_refused ${problem}`;
const replace = (pdf: Buffer, from: string, to: string): Buffer => Buffer.from(pdf.toString('latin1').replace(from, to), 'latin1');

describe('a PDF', () => {
  it.each([
    ['plain', makePdf()],
    ['with pages that draw', makePdf({ objects: [makeStream('/Filter /FlateDecode', deflateSync('BT (/JavaScript) Tj ET'))] })],
    ['with objects in a stream', makePdf({ objects: [makeObjectStream(['<< /Type /Font >>', '[1 2 3]'])] })],
    ['with links', makePdf({ objects: ['<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>'] })],
    ['that speaks of what is active in strings', makePdf({ objects: ['<< /Title (about /JavaScript and \\) /Launch) >>'] })],
    ['with a form to fill in', makePdf({ catalog: '/AcroForm << /Fields [] >>' })],
    ['without a line end at its end', makePdf().subarray(0, -1)],
  ])('%s is taken', (_what, pdf) => {
    expect(check(pdf)).toBe('accepted');
  });

  it('is read alike in chunks of any size', () => {
    const object = makeObjectStream(['<< /S /JavaScript >>']);
    for (const size of [1, 2, 3, 7, 64]) {
      expect(check(makePdf({ objects: [makeStream('', 'q Q')] }), size)).toBe('accepted');
      expect(check(makePdf({ objects: [object] }), size)).toBe(active('JavaScript'));
    }
  });

  it.each([...activeNames])('E7: is refused with /%s, plain, escaped and in an object stream', (name) => {
    const escaped = `#${name.charCodeAt(0).toString(16)}${name.slice(1)}`;
    expect(check(makePdf({ catalog: `/${name} 4 0 R` }))).toBe(active(name));
    expect(check(makePdf({ catalog: `/${escaped} 4 0 R` }))).toBe(active(name));
    expect(check(makePdf({ objects: [makeObjectStream([`<< /${escaped} 4 0 R >>`])] }))).toBe(active(name));
  });

  it('E7: is refused when it is encrypted', () => {
    expect(check(makePdf({ trailer: '/Encrypt << /Filter /Standard /V 5 >>' }))).toBe(active('Encrypt'));
  });

  it('E7: with a later revision is taken as it is, and refused when the revision acts', () => {
    expect(check(addRevision(makePdf(), ['<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>']))).toBe('accepted');
    expect(check(addRevision(makePdf(), ['<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>']))).toBe(active('OpenAction'));
  });

  it('E7: that hides another one in a later revision is refused by what the hidden one does', () => {
    const first = makePdf({ catalog: '/AA << /O << /S /JavaScript >> >>' });
    expect(check(addRevision(first, ['<< /Type /Catalog /Pages 2 0 R >>']))).toBe(active('AA'));
  });

  it.each([
    ['a stream', makeStream('', '9 0 obj << /S /Launch >> endobj')],
    ['a string', '(9 0 obj << /S /Launch >> endobj)'],
    ['a comment', 'null %9 0 obj << /S /Launch >> endobj'],
    ['a string that never closes where it seems', '<< /A (\\) 9 0 obj << /S /JavaScript >> endobj) >>'],
    ['a stream that its length does not cover', '<< /Length 0 >>\nstream\n\n9\r\n0\0 obj<</S/Launch>>endobj endstream'],
  ])('E7: is refused with an object in %s, where a table could point to', (_what, object) => {
    expect(check(makePdf({ objects: [object] }))).toBe(active('hidden_object'));
  });

  it.each([
    ['of no objects that can be read', '/Type /ObjStm /Filter /FlateDecode', Buffer.from('not packed'), 'object_stream'],
    ['cut short', '/Type /ObjStm /Filter /FlateDecode', deflateSync('1 0 << >>'.repeat(50)).subarray(0, -9), 'object_stream'],
    ['that is a bomb', '/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(20_000_000, 32)), 'object_stream'],
    ['packed another way', '/Type /ObjStm /Filter /LZWDecode', Buffer.from('x'), 'filter'],
    ['packed twice', '/Type /ObjStm /Filter [/FlateDecode /FlateDecode]', Buffer.from('x'), 'filter'],
    ['whose packing stands elsewhere', '/Type /ObjStm /Filter 4 0 R', Buffer.from('x'), 'filter'],
    ['packed with a prediction', '/Type /ObjStm /Filter /FlateDecode /DecodeParms << >>', deflateSync('1 0 null'), 'filter'],
    ['whose bytes are in another file', '/Type /ObjStm /F (a)', Buffer.from('x'), 'filter'],
  ])('E7: is refused with an object stream %s', (_what, dictionary, content, problem) => {
    expect(check(makePdf({ objects: [makeStream(dictionary, content)] }))).toBe(refused(problem));
  });

  it('E7: is read in object streams that do not say what they are, or are not packed', () => {
    expect(check(makePdf({ objects: [makeObjectStream(['<< /S /Launch >>'], '')] }))).toBe(active('Launch'));
    const plain = makeStream('/Type /ObjStm /N 1 /First 4', '9 0 << /S /Launch >>');
    expect(check(makePdf({ objects: [plain] }))).toBe(active('Launch'));
  });

  it.each([
    ['something before it', Buffer.concat([Buffer.from('\n'), makePdf()]), 'signature'],
    ['a page of HTML before it', Buffer.concat([Buffer.from('<html>'), makePdf()]), 'signature'],
    ['a page of HTML behind it', Buffer.concat([makePdf(), Buffer.from('<script>')]), 'hexadecimal'],
    ['something behind it', Buffer.concat([makePdf(), Buffer.from('x')]), 'incomplete'],
    ['a comment behind it', Buffer.concat([makePdf(), Buffer.from('%x')]), 'incomplete'],
    ['a comment behind it on the same line', replace(makePdf(), '%%EOF\n', `%%EOF ${' '.repeat(200)}x\n`), 'incomplete'],
    ['a bracket behind it', Buffer.concat([makePdf(), Buffer.from('}')]), 'incomplete'],
    ['an archive behind it', Buffer.concat([makePdf(), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]), 'incomplete'],
    ['no end', makePdf().subarray(0, -8), 'incomplete'],
    ['an end in the middle of a stream', Buffer.from('%PDF-1.7\n1 0 obj << >> stream\nabc'), 'incomplete'],
    ['nothing but its first bytes', Buffer.from('%PDF-'), 'incomplete'],
    ['other first bytes', Buffer.from('%!PS-Adobe-3.0\n%%EOF'), 'signature'],
    ['a version that there is not', replace(makePdf(), '1.7', '9.9'), 'signature'],
    ['a name longer than any', makePdf({ catalog: `/${'A'.repeat(200)} 1` }), 'long_name'],
    ['what is no hexadecimal string', makePdf({ catalog: '/ID <zz>' }), 'hexadecimal'],
  ])('E8: is refused with %s', (_what, pdf, problem) => {
    expect(check(pdf)).toBe(refused(problem));
  });

  it('E8: is refused when it is an archive as well, whose end record ends with the PDF', () => {
    const pdf = makePdf({ objects: [makeStream('', Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]))] });
    expect(check(pdf)).toBe(refused('archive'));
  });

  it('E7: of ten thousand pages is taken', () => {
    const pages = Array.from({ length: 10_000 }, (_, index) => `<< /Type /Page /Parent 2 0 R /StructParents ${index} >>`);
    expect(check(makePdf({ pages: 10_000, objects: pages }))).toBe('accepted');
    const packed = Array.from({ length: 100 }, (_, index) => makeObjectStream(pages.slice(index * 100, index * 100 + 100)));
    expect(check(makePdf({ pages: 10_000, objects: packed }))).toBe('accepted');
  });
});
