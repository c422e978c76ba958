import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { addTestSlots, describeTestForm } from '../testing/index.ts';
import { type Attachment, checkAttachments } from './index.ts';
import { isPlainFileName, toPlainFileName } from './plain-file-name.ts';

const definition = addTestSlots(describeTestForm('https://tax.example'));
const [deedLabel, photosLabel] = [
  { fa: 'سند', en: 'Deed' },
  { fa: 'عکس‌ها', en: 'Photos' },
];
const deed: Attachment = {
  ...{ slot: 'deed', label: deedLabel, name: 'سند خانه.pdf', mediaType: 'application/pdf' },
  ...{ sha256: 'A'.repeat(43), size: 100_000 },
};
const photo: Attachment = { ...deed, slot: 'photos', label: photosLabel, name: 'a.JPEG', mediaType: 'image/jpeg' };

function refuse(attachments: readonly Attachment[]) {
  try {
    checkAttachments(definition, attachments);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'accepted';
}

describe('attachments of a form', () => {
  it('are taken where they fit, and what is optional may be left out', () => {
    expect([refuse([deed]), refuse([photo, deed])]).toEqual(['accepted', 'accepted']);
  });

  it('are refused where one is missing, or the form has no place for one', () => {
    expect(refuse([photo])).toEqual({ code: 'attachment_missing', slot: 'deed' });
    expect(refuse([deed, { ...deed, slot: 'other' }])).toEqual({ code: 'attachment_invalid', problem: 'unknown_slot' });
  });

  it.each<[string, readonly Attachment[], string, string]>([
    ['two files for one', [deed, { ...deed, sha256: `${'B'.repeat(42)}A` }], 'deed', 'too_many'],
    ['one file twice', [deed, photo, photo], 'photos', 'twice'],
    ['under a label of its own', [{ ...deed, label: { fa: 'هدیه', en: 'Gift' } }], 'deed', 'label'],
    ['of a type that the place does not take', [{ ...deed, name: 'a.png', mediaType: 'image/png' }], 'deed', 'type'],
    ['E8: of a type that no place takes', [{ ...deed, name: 'a.svg', mediaType: 'image/svg+xml' }], 'deed', 'type'],
    ['E8: with nothing in it', [{ ...deed, size: 0 }], 'deed', 'empty'],
    ['E8: one byte too large', [{ ...deed, size: 100_001 }], 'deed', 'too_large'],
    ['of half a byte', [{ ...deed, size: 1.5 }], 'deed', 'empty'],
    ['by a hash of another length', [{ ...deed, sha256: 'AAAA' }], 'deed', 'hash'],
    ['by no hash', [{ ...deed, sha256: '../../etc/passwd' }], 'deed', 'hash'],
    ['E8: with a path for a name', [{ ...deed, name: '../a.pdf' }], 'deed', 'name'],
  ])('are refused %s', (_what, attachments, slot, problem) => {
    expect(refuse(attachments)).toEqual({ code: 'attachment_invalid', slot, problem });
  });
});

describe('the name of a file', () => {
  it.each(['a.pdf', 'سند خانه‌ام.pdf', 'A (1).PDF', 'کارت-ملی_۱.pdf'])('may be %s', (name) => {
    expect(isPlainFileName(name, 'application/pdf')).toBe(true);
    expect(toPlainFileName(name, 'application/pdf').toLowerCase()).toBe(name.toLowerCase());
  });

  it.each([
    ['a path up', '../a.pdf'],
    ['a path', 'C:\\a.pdf'],
    ['NUL', 'a\u0000.pdf'],
    ['a line end', 'a\r\nb.pdf'],
    ['a second end', 'a.exe.pdf'],
    ['an end behind its own', 'a.pdf.exe'],
    ['a direction character', 'a\u202efdp.pdf'],
    ['a hidden character', 'a\u200b.pdf'],
    ['nothing but an end', '.pdf'],
    ['no end', 'pdf'],
    ['the end of another type', 'a.png'],
    ['a quotation mark', 'a".pdf'],
    ['a space before the end', 'a .pdf'],
    ['more than a hundred characters', `${'a'.repeat(101)}.pdf`],
    ['another form of a letter than NFC', 'e\u0301.pdf'],
  ])('E8: is not %s, and is made plain', (_what, name) => {
    expect(isPlainFileName(name, 'application/pdf')).toBe(false);
    expect(isPlainFileName(toPlainFileName(name, 'application/pdf'), 'application/pdf')).toBe(true);
  });
});
