import { inflateZlib, openCredential, verifyStatusToken } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import {
  type CoSubmissionEnvelope,
  coSubmissionEvidence,
  isContinuedBy,
  splitSignatures,
  type UnsignedHeader,
} from '@daricheh/shared/submission';
import { askAboutCase } from './ask-about-case.ts';
import type { ReceivedCase } from './case-record.ts';
import { checkTimeStamp } from './check-time-stamp.ts';
import { type DeliverPorts, findOwnSignature } from './deliver-case.ts';

/**
 * The case with what its agency keeps to prove it later: the time stamps of the signature, newer ones in the place of those
 * that they continue, and the status tokens of the signer's credential and of the mandate. What does not hold is left out, and where
 * the agency does not answer the case stays as it was: evidence is welcome, and nothing waits for it.
 */
export async function fetchEvidence(record: ReceivedCase, ports: DeliverPorts): Promise<ReceivedCase> {
  const asked = coSubmissionEvidence.safeParse(await askAboutCase(record, `${record.caseUri}/evidence`, ports).catch(hearNothing));
  if (!asked.success) return record;
  if (record.coSigned !== undefined)
    return { ...record, ...takeCoSigned(asked.data.coSigned, record.coSigned, record), hasAskedEvidence: true };
  const { header, statusToken, mandateStatusToken } = asked.data;
  const { presentation, mandate } = record.envelope;
  const takesHeader = header !== null && (await isBetter(header, record, ports));
  const takesToken =
    statusToken !== null &&
    record.statusToken === undefined &&
    (await isStatusThen(statusToken, { credential: presentation, record }, ports));
  const takesMandateToken =
    mandateStatusToken !== undefined &&
    mandate !== undefined &&
    record.mandateStatusToken === undefined &&
    (await isStatusThen(mandateStatusToken, { credential: mandate, record }, ports));
  return {
    ...record,
    hasAskedEvidence: true,
    ...(takesHeader && { header, awaitsTimeStamp: false }),
    ...(takesToken && { statusToken }),
    ...(takesMandateToken && { mandateStatusToken }),
  };
}

/**
 * What the agency keeps of both signatures, in the place of what was kept here: nothing is lost by it, and it is of the same signatures. Whether
 * each time stamp holds is for whoever checks the saved form.
 */
function takeCoSigned(
  offered: CoSubmissionEnvelope | undefined,
  kept: CoSubmissionEnvelope,
  record: ReceivedCase,
): Pick<ReceivedCase, 'coSigned' | 'header' | 'awaitsTimeStamp'> {
  if (offered === undefined) return {};
  const [before, after] = [splitSignatures(kept), splitSignatures(offered)];
  const isContinued = before.every((part, place) => {
    const now = after[place];
    if (now === undefined || JSON.stringify(now.envelope) !== JSON.stringify(part.envelope)) return false;
    return part.header === null || (now.header !== null && isContinuedBy(part.header, now.header));
  });
  if (!isContinued) return {};
  const { header } = findOwnSignature(offered, record);
  return { coSigned: offered, ...(header !== null && { header, awaitsTimeStamp: false }) };
}

function hearNothing(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

/** It holds, and nothing of what was kept is lost by it. */
async function isBetter(header: UnsignedHeader, record: ReceivedCase, ports: DeliverPorts): Promise<boolean> {
  if ((await checkTimeStamp(record, header, new Date(ports.nowMs()), ports)) === null) return false;
  return record.header === undefined || isContinuedBy(record.header, header);
}

/** The list is by the credential's own issuer, and was in force when the form came. What it says of the credential is for whoever judges it. */
async function isStatusThen(
  token: string,
  { credential, record: { receivedAt } }: { readonly credential: string; readonly record: ReceivedCase },
  { trust, crypto }: DeliverPorts,
): Promise<boolean> {
  try {
    const { claims, status } = await openCredential(credential, crypto.sha256);
    const { iss: issuer } = claims;
    if (status === null || typeof issuer !== 'string') return false;
    const { verifyChain } = await trust();
    const expected = { uri: status.uri, issuer, at: new Date(receivedAt) };
    await verifyStatusToken(token, expected, { verifyChain, verifyP256: crypto.verifyP256, inflate: inflateZlib });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
