import { issueCredential, type JsonObject, openCredential } from '../credential/index.ts';
import { describeMandate, type FormDefinition, type Manifest, mandateVct, type SignedMandate } from '../submission/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { createTestKey, randomBytes, sha256, type TestKey } from './node-ports.ts';
import { answerTestForm, type TestRegistry, testSignerIds } from './submissions.ts';

/** National ids of the citizen's children. */
export const testChildIds = { elder: '9990000031', younger: '9990000041' } as const;

/** The same form, which parents and guardians may sign for whom its national id names. */
export function addTestMandates(definition: FormDefinition): FormDefinition {
  return { ...definition, mandates: { relations: ['parent', 'guardian'], principal: 'national-id' } };
}

/** Sound answers to that form, about the child. */
export function answerForChild(definition: FormDefinition, child: string = testChildIds.elder): Manifest['answers'] {
  const source = { kind: 'credential' as const, vct: mandateVct, claim: ['principal', 'national_id'] };
  return answerTestForm(definition, { 'national-id': child }).map((answer) =>
    answer.field === 'national-id' ? { ...answer, source } : answer,
  );
}

/** A mandate as its holder has it. */
export type TestMandate = {
  readonly key: TestKey;
  readonly credential: string /** What a manifest says of it. */;
  readonly signed: SignedMandate;
};

/** Index of every test mandate in its status list. */
export const testMandateIndex = 9;

/**
 * A mandate of the citizen for the elder child, in force for two years. `claims` replace what it says, `open` what everyone reads of it.
 */
export async function createTestMandate(
  { origin, seal }: Pick<TestRegistry, 'origin' | 'seal'>,
  { at, claims = {}, open = {}, isRevocable = true }: { at: Date; claims?: JsonObject; open?: JsonObject; isRevocable?: boolean },
): Promise<TestMandate> {
  const key = createTestKey();
  const seconds = Math.floor(at.getTime() / 1000);
  const day = (years: number) => `${at.getUTCFullYear() + years}-01-01`;
  const credential = await issueCredential(
    {
      x5c: encodeX5c([seal.der]),
      open: {
        ...{ iss: origin, vct: mandateVct, iat: seconds, nbf: seconds - 60, exp: seconds + 86_400, cnf: { jwk: { ...key.publicKey } } },
        ...(isRevocable && { status: { status_list: { uri: `${origin}/daricheh/status-lists/2`, idx: testMandateIndex } } }),
        ...open,
      },
      disclosable: {
        ...{ national_id: testSignerIds.applicant, relation: 'parent', valid_from: day(-1), valid_until: day(1) },
        principal: { national_id: testChildIds.elder, given_name: 'مینا', family_name: 'نمونه', birthdate: '2016-02-03' },
        ...claims,
      },
    },
    { sign: seal.key.sign, sha256, randomBytes },
  );
  const opened = await openCredential(credential, sha256);
  return { key, credential, signed: await describeMandate({ credential, claims: opened.claims }, { sha256 }) };
}
