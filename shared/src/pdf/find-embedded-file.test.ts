import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../encoding/index.ts';
import { findEmbeddedFile } from './index.ts';

const receipt: string = 'eyJ.e30.c2ln';

/** The parts of a PDF that are looked at, as agencies write them. */
function writePdf({ content = receipt, length = receipt.length, filter = '', name = 'receipt.jws', more = '' } = {}) {
  return encodeUtf8(`%PDF-1.7
7 0 obj
<< /Type /EmbeddedFile /Subtype /application#2Fjose /Params << /Size ${content.length} /ModDate (D:20261123090000Z) >> ${filter}/Length ${length} >>
stream
${content}
endstream
endobj
8 0 obj
<< /Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Source /Desc <FEFF0061> /EF << /F 7 0 R /UF 7 0 R >> >>
endobj
${more}%%EOF
`);
}

describe('a file inside a PDF', () => {
  it('is found by its name, byte for byte', () => {
    expect(findEmbeddedFile(writePdf(), 'receipt.jws')).toEqual(encodeUtf8(receipt));
  });

  it.each([
    ['has another name', writePdf({ name: 'receipt.jwt' }), 'embedded_file'],
    ['is packed', writePdf({ filter: '/Filter /FlateDecode ' }), 'embedded_file'],
    ['is shorter than it says', writePdf({ length: receipt.length + 1 }), 'embedded_file'],
    ['is longer than it says', writePdf({ length: receipt.length - 1 }), 'embedded_file'],
    ['is named twice', writePdf({ more: '8 0 obj\n<< /Type /Filespec /F (receipt.jws) >>\nendobj\n' }), 'embedded_file'],
    ['is replaced by an object of its number', writePdf({ more: '7 0 obj\n<< >>\nendobj\n' }), 'embedded_file'],
    ['stands in a file to which something was added', writePdf({ more: '%%EOF\n' }), 'form'],
    ['stands in what is no PDF', encodeUtf8('<html>'), 'form'],
    ['is not there', encodeUtf8('%PDF-1.7\n%%EOF\n'), 'embedded_file'],
  ])('is refused where it %s', (_what, pdf, what) => {
    expect(() => findEmbeddedFile(pdf, 'receipt.jws')).toThrow(expect.objectContaining({ code: 'receipt_sheet_invalid', facts: { what } }));
  });
});
