import { type SubmissionFile, writeSubmissionFile } from '@daricheh/shared/submission';
import { describeSavedTrust } from '../trust/saved-trust.ts';
import type { SignedTrust } from '../trust/wallet-trust.ts';
import type { ReceivedCase } from './case-record.ts';

/** The case as one file, which others can judge without the wallet and without the agency: its name and its text. */
export function saveCase(record: ReceivedCase, trust: SignedTrust): { readonly name: string; readonly text: string } {
  const { agency, caseNumber } = record;
  return { name: `daricheh-${agency.id}-${caseNumber}.json`, text: writeSubmissionFile(describeFile(record, trust)) };
}

function describeFile(record: ReceivedCase, trust: SignedTrust): SubmissionFile {
  const { agency, receipt, header, form, statusToken, mandateStatusToken, log, coSigned } = record;
  // Where two people signed, what was added stands at each signature.
  const signed = coSigned
    ? { envelope: coSigned }
    : {
        ...{ envelope: record.envelope, ...(header && { header }) },
        ...(statusToken !== undefined && { statusToken }),
        ...(mandateStatusToken !== undefined && { mandateStatusToken }),
      };
  return {
    type: 'daricheh.submission-file.v2',
    ...{ agency: { id: agency.id, origin: agency.origin }, ...signed, receipt },
    ...(form !== undefined && { form }),
    ...describeLog(log),
    ...describeSavedTrust(trust),
  };
}

/** What was proven, with what contradicts it where anything does. */
function describeLog(log: ReceivedCase['log']): Pick<SubmissionFile, 'log'> {
  if (!log?.proven) return {};
  const { proof, checkpoint } = log.proven;
  const contradiction = log.problem?.checkpoint ?? null;
  return { log: { proof, checkpoint, ...(contradiction !== null && { contradiction }) } };
}
