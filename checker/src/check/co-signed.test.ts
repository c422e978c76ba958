import { checkSubmissionFile } from '@daricheh/shared/checking';
import { inflateZlib } from '@daricheh/shared/credential';
import { addTestSigners, createTestFileWorld, describeTestForm, testTime } from '@daricheh/shared/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest, sha256, verifyP256, verifyRs256, verifySignature } from '../node-crypto.ts';
import { getText, type Language } from '../text/text.ts';
import { tellReport } from './tell-report.ts';

const ports = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };
let told: (language: Language) => ReturnType<typeof tellReport>;

beforeAll(async () => {
  const world = await createTestFileWorld((origin) => addTestSigners(describeTestForm(origin)));
  const call = { roots: [world.root.der], trustList: null, beside: [], now: new Date(testTime.getTime() + 86_400_000) };
  const report = await checkSubmissionFile(await world.makeCoFile(), call, ports);
  told = (language) => tellReport(report, getText(language).check, language);
});

describe('a form that two people signed', () => {
  it('is told as valid since the second signature', () => {
    expect(told('en')).toMatchObject({ verdict: 'Valid', when: expect.stringContaining('at 16:30') });
  });

  it('says of each signature as what, when and by whose clock', () => {
    const lines = told('en').findings.filter(({ name }) => name.startsWith('Time stamp'));
    expect(lines.map(({ name, when }) => [name, when])).toEqual([
      ['Time stamp (Applicant)', expect.stringMatching(/at 15:30.*an authority that is not the agency/)],
      ['Time stamp (Spouse)', expect.stringMatching(/at 16:30.*an authority that is not the agency/)],
    ]);
    const subjects = told('en').findings.filter(({ name }) => name.startsWith('Whose form'));
    expect(subjects.map(({ name, sentence }) => [name, sentence.replaceAll(/[\u2068\u2069]/g, '')])).toEqual([
      ['Whose form (Applicant)', 'The signer is whom the form names in this role, by the national id 9990000015.'],
      ['Whose form (Spouse)', 'The signer is whom the form names in this role, by the national id 9990000023.'],
    ]);
    expect(told('fa').findings.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['امضا (متقاضی)', 'امضا (همسر)', 'همهٔ امضاکنندگان']),
    );
  });
});
