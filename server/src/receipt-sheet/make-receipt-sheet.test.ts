import { findEmbeddedFile } from '@daricheh/shared/pdf';
import { sheetFileNames, submissionEnvelope, submissionEvidence } from '@daricheh/shared/submission';
import { describe, expect, it } from 'vitest';
import { createSheetWorld } from '../testing/test-receipt-sheet.ts';

const read = (pdf: Uint8Array<ArrayBuffer>, name: string): string => Buffer.from(findEmbeddedFile(pdf, name)).toString('utf8');

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
