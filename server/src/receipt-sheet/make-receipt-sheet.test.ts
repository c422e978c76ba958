import { findEmbeddedFile } from '@daricheh/shared/pdf';
import { sheetFileNames, submissionEnvelope, submissionEvidence } from '@daricheh/shared/submission';
import { testSignerIds } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { createCoSheetWorld, createSheetWorld } from '../testing/test-receipt-sheet.ts';
import { describeSheet } from './describe-sheet.ts';
import { readStoredReceipt } from './read-receipt.ts';

const read = (pdf: Uint8Array<ArrayBuffer>, name: string): string => Buffer.from(findEmbeddedFile(pdf, name)).toString('utf8');

const tell = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** All but the signature and the time of sealing, which are new each time. */
const withoutSeal = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/\/Contents <[0-9a-f]+>/, '')
    .replace(/\/M \(D:\d+Z\)/, '');

describe('a receipt as PDF', () => {
  it('holds what was submitted, acknowledged and kept as evidence, as it is', async () => {
    const world = await createSheetWorld();
    const pdf = await world.make();
    expect(read(pdf, sheetFileNames.receipt)).toBe(world.receipt);
    const { jws, ...rest } = JSON.parse(read(pdf, sheetFileNames.submission));
    const { header, ...signed } = jws;
    const file = await world.app.deps.store.cases.read({ agency: 'tax', caseNumber: world.caseNumber });
    expect(submissionEnvelope.parse({ ...rest, jws: signed })).toEqual(JSON.parse(file?.submissions[0]?.body ?? ''));
    const evidence = submissionEvidence.parse(JSON.parse(read(pdf, sheetFileNames.evidence)));
    expect([evidence.header, evidence.statusToken?.split('.').length]).toEqual([header, 3]);
  });

  it('tells of each of two signatures whose it is, as what, when, and by whose clock', async () => {
    const { app, caseNumber } = await createCoSheetWorld();
    const [agency] = app.deps.agencies;
    if (agency === undefined) throw new Error('no agency');
    const stored = await readStoredReceipt(agency, caseNumber, { ...app.deps, ...app.trust });
    const sheet = describeSheet({ agency, stored, language: 'en', sealTime: 'none' });
    const signers = sheet.facts.filter(({ label }) => label.text.startsWith('Signer’s national ID'));
    expect(signers.map(({ label, value }) => [label.text, label.other, value])).toEqual([
      ['Signer’s national ID (Applicant)', 'کد ملی امضاکننده (متقاضی)', testSignerIds.applicant],
      ['Signer’s national ID (Spouse)', 'کد ملی امضاکننده (همسر)', testSignerIds.spouse],
    ]);
    const clocks = sheet.sections.find(({ heading }) => heading.text === 'Whose clock');
    const lines = clocks?.kind === 'lines' ? clocks.lines.filter(({ label }) => label.text.startsWith('The citizen’s signature')) : [];
    const now = app.clock.now.getTime();
    expect(lines.map(({ label, notes }) => [label.text, notes[1]?.text, notes.at(-1)?.text])).toEqual([
      ['The citizen’s signature (Applicant)', 'That clock is not the agency’s own.', tell(now - 3_600_000)],
      ['The citizen’s signature (Spouse)', 'That clock is not the agency’s own.', tell(now)],
    ]);
  });

  it('is the same each time but for its seal', async () => {
    const world = await createSheetWorld();
    const [first, second] = [await world.make(), await world.make()];
    expect(withoutSeal(first)).toBe(withoutSeal(second));
    expect(first).not.toEqual(second);
    expect(withoutSeal(await world.make('en'))).not.toBe(withoutSeal(first));
  });

  it('is sealed without a time stamp where the authority does not answer, and its pages say so', async () => {
    const world = await createSheetWorld();
    const stamped = await world.make();
    world.app.registry.isAway = true;
    const bare = await world.make();
    expect(world.app.logged).toContainEqual(expect.objectContaining({ event: 'sheet without time stamp', reason: 'remote' }));
    const isStamped = (pdf: Uint8Array): boolean => Buffer.from(pdf).includes('060b2a864886f70d010910020e');
    expect([isStamped(stamped), isStamped(bare)]).toEqual([true, false]);
    expect(withoutSeal(bare)).not.toBe(withoutSeal(stamped));
  });

  it('holds no secret: the token of the case is nowhere in it', async () => {
    const world = await createSheetWorld();
    expect(Buffer.from(await world.make()).includes(world.caseToken)).toBe(false);
  });

  it('is marked up for screen readers, in its language and direction', async () => {
    const world = await createSheetWorld();
    const text = Buffer.from(await world.make()).toString('latin1');
    expect(text).toContain('/Lang <FEFF00660061>');
    expect(text).toContain('/Direction /R2L');
    for (const type of ['Document', 'H1', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'Figure'])
      expect(text).toContain(`/Type /StructElem /S /${type} `);
    expect(Buffer.from(await world.make('en')).toString('latin1')).toContain('/Direction /L2R');
  });
});
