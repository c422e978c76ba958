import { getField } from '@daricheh/shared/vocabulary';
import { type CheckText, isolate } from './check-text.ts';

/** English. */
export const en: CheckText = {
  rules: {
    sheet: {
      name: 'PDF',
      holds: () => 'The PDF is in one piece: nothing was added behind its end, and nothing hides between its parts.',
      fails: 'The PDF is not in the form in which agencies seal receipts.',
    },
    'sheet-seal': {
      name: 'Seal of the PDF',
      holds: ({ signer }) => `The agency sealed this whole PDF, its pages and the files inside: ${isolate(signer)}.`,
      fails: 'The seal on the PDF is not this agency’s, or does not hold.',
    },
    enclosed: {
      name: 'Files in the PDF',
      holds: ({ names }) => `The signed form, the receipt and the evidence are in it: ${isolate(names)}. What follows is about them.`,
      fails: 'The signed form, the receipt or the evidence in the PDF cannot be read, or they contradict each other.',
    },
    record: {
      name: 'Record',
      holds: ({ hash, to, lines }) =>
        `The record is whole, and says that ${lines === 1 ? 'one line was' : `${isolate(lines)} lines were`} sent to ${isolate(to)}. Its SHA-256 (base64url): ${isolate(hash)}.`,
      fails: 'The record was tampered with, or is not in a form that can be signed.',
    },
    manifest: {
      name: 'Signed text',
      holds: ({ hash }) =>
        `The signed text is whole, in the one form in which it can be signed. Its SHA-256 (base64url) is ${isolate(hash)}.`,
      fails: 'The signed text was changed, or is not in the one form in which it can be signed.',
    },
    form: {
      name: 'Form',
      holds: () => 'The definition of the form bears the agency’s seal, and is the very one that the signed text names.',
      fails: 'The definition of the form is not the agency’s, or not the one that the signed text names.',
    },
    terms: {
      name: 'Terms',
      holds: () => 'Agency, purpose, recipients, retention and fee were told as the agency’s definition says.',
      fails: 'Agency, purpose, recipients, retention or fee were told otherwise than the agency’s definition says.',
    },
    answers: {
      name: 'Answers',
      holds: () => 'Every answer stands under the label of its own question, in its one written form.',
      fails: 'An answer does not fit the question that the agency’s definition asks.',
    },
    attachments: {
      name: 'Places for files',
      holds: () => 'The attached files, if any, are such as the agency’s definition takes, each in its place.',
      fails: 'A file is missing that the agency’s definition asks for, or one does not fit its place.',
    },
    view: {
      name: 'What was seen',
      holds: () => 'Rendered again, the signed text looks as it did to the person who signed it.',
      fails: 'Rendered again, the signed text looks otherwise than what the person saw.',
    },
    attachment: {
      name: 'Attachment',
      holds: ({ name }) => `The file ${isolate(name)} lies beside, and is the one that was signed.`,
      fails: 'The attached file is not the one that was signed.',
    },
    signature: {
      name: 'Signature',
      holds: ({ signer }) => `The key of the certificate ${isolate(signer)} signed exactly this text.`,
      fails: 'The signature is not over this text, or not by the key of its certificate.',
    },
    certificate: {
      name: 'Signer’s certificate',
      holds: () => 'The signer’s certificate leads to the root, and counted at that time.',
      fails: 'The signer’s certificate does not lead to the root, or did not count at that time.',
    },
    'time-stamp': {
      name: 'Time stamp',
      holds: ({ authority, renewals, newest }) =>
        `The authority ${isolate(authority)} saw the signature at that time (RFC 3161).${
          Number(renewals) > 0 ? ` Later time stamps cover it: ${isolate(renewals)}, the newest by ${isolate(newest)}.` : ''
        }`,
      fails: 'The time stamp is not over this signature, or not by an authority under the root.',
    },
    picture: {
      name: 'Picture',
      holds: ({ hash }) => `The picture of the page is the very one that was signed. Its SHA-256 (base64url): ${isolate(hash)}.`,
      fails: 'The picture is not the one that was signed.',
    },
    arrival: {
      name: 'Arrival',
      holds: () => 'The agency confirmed that it received this.',
      fails: 'The agency did not receive this.',
    },
    time: {
      name: 'Times agree',
      holds: () => 'It was signed within five minutes of when the agency received it.',
      fails: 'The time of signing and the time of receiving lie further apart than five minutes.',
    },
    request: {
      name: 'Request to sign',
      holds: () => 'The agency itself asked, under its seal, for a signature on exactly this text.',
      fails: 'The agency did not ask for a signature on this text, or its seal does not hold.',
    },
    credential: {
      name: 'Signing credential',
      holds: ({ issuer }) => `The credential is by ${isolate(issuer)}, and its holder bound it to exactly this request.`,
      fails: 'The credential does not hold, or was not bound to this request by its holder.',
    },
    signer: {
      name: 'Signer',
      holds: () => 'The signature’s certificate is the one that the credential names, and certifies the holder’s own key.',
      fails: 'The signature’s certificate is not the one that the credential names.',
    },
    status: {
      name: 'Revocation',
      holds: () => 'The credential was not revoked: the issuer’s own list of that time says so.',
      fails: 'The issuer’s list says that the credential did not count, or the list does not hold.',
    },
    passkey: {
      name: 'Consent by passkey',
      holds: ({ wallet }) => `A passkey of the person, who was verified, agreed to exactly this in the wallet ${isolate(wallet)}.`,
      fails: 'No passkey of the person agreed to this.',
    },
    subject: {
      name: 'Whose form',
      holds: ({ signedAs, nationalId }) => {
        if (signedAs === undefined) return 'A national id that came out of a document is the signer’s own.';
        if (nationalId === undefined) return 'The signer may sign in this role, which the form leaves open.';
        return `The signer is whom the form names in this role, by the national id ${isolate(nationalId)}.`;
      },
      fails: 'A national id in the form is somebody else’s, or the signer is not whom the form names in this role.',
    },
    mandate: {
      name: 'For whom it was signed',
      holds: ({ relation, principal, nationalId, issuer }) => {
        if (relation === undefined) return 'The signer signed for themselves: the form is about who signed it.';
        const acts = getField('mandate-relation').choices?.[String(relation)]?.en ?? String(relation);
        return `The signer signed for ${isolate(principal)}, national id ${isolate(nationalId)}, as: ${acts}. The mandate by ${isolate(issuer)} says so, was in force, and was bound to exactly this request.`;
      },
      fails: 'Nobody has shown that the signer might sign for whom the form is about.',
    },
    'mandate-status': {
      name: 'The mandate’s revocation',
      holds: () => 'The mandate was not revoked: the issuer’s own list of that time says so.',
      fails: 'The issuer’s list says that the mandate did not count, or the list does not hold.',
    },
    signers: {
      name: 'All who must sign',
      holds: ({ count }) => `All ${isolate(count)} who must sign the form have signed the very same text, each once and in person.`,
      fails: 'Somebody whom the form names has not signed, or one person signed twice.',
    },
    receipt: {
      name: 'Receipt',
      holds: ({ caseNumber }) => `The agency sealed that it received exactly this text, as case ${isolate(caseNumber)}.`,
      fails: 'The receipt is not for this text, or not under this agency’s seal.',
    },
    earlier: {
      name: 'Earlier case',
      holds: ({ kind, caseNumber, manifestHash }) =>
        `The agency acknowledged that this ${kind === 'withdraws' ? 'withdraws' : 'amends'} case ${isolate(caseNumber)}, as the signed text says. The SHA-256 (base64url) of what was signed then is ${isolate(manifestHash)}.`,
      fails: 'The receipt and the signed text do not name the same earlier case, or do not say the same of it.',
    },
    'earlier-file': {
      name: 'Earlier submission',
      holds: ({ name, caseNumber }) =>
        `The file ${isolate(name)} lies beside, and is the very submission of case ${isolate(caseNumber)} that is meant. Whether it holds by itself, its own report says.`,
      fails: 'The earlier submission is not the one that is meant.',
    },
    log: {
      name: 'Log',
      holds: ({ index, size }) => `The receipt is entry ${isolate(index)} of the ${isolate(size)} of the agency’s log, under its seal.`,
      fails: 'The receipt does not stand in the agency’s log as the file says, or the log contradicts itself.',
    },
    root: {
      name: 'Root',
      holds: ({ names, fingerprints }) =>
        `Everything leads to the root that you gave: ${isolate(names)}, SHA-256 ${isolate(fingerprints)}.`,
      fails: 'The root that came with the file cannot be read.',
    },
    registered: {
      name: 'Trust list',
      holds: ({ serial }) => `The trust list no. ${isolate(serial)} names this agency at this address, with this seal.`,
      fails: 'The trust list does not hold, or does not name this agency at this address.',
    },
  },
  reasons: {
    absent: ({ name, caseNumber }) => {
      if (name !== undefined) return `The file ${isolate(name)} does not lie beside, so it was not looked at.`;
      if (caseNumber !== undefined) return `What was sent in case ${isolate(caseNumber)} does not lie beside, so it was not looked at.`;
      return 'The file does not bring what this needs.';
    },
    needs: ({ needs }) =>
      `This rests on «${en.rules[needs as keyof CheckText['rules']]?.name ?? String(needs)}», which does not hold or was not checked.`,
    no_roots: () => 'No root was given (--root), and none came with the file.',
    own_roots: ({ names, fingerprints }) =>
      `Whose root this is was not checked: it came with the file, and anybody can put one in. Compare its SHA-256 with the one that the state publishes, or give the root: ${isolate(names)}, ${isolate(fingerprints)}.`,
    stamp_ended: () =>
      'The certificate of the time-stamp authority has ended, and no later time stamp renews it: that the signature is so old can no longer be shown.',
    clock_unknown: () => 'A later time stamp is by an authority that leads to none of the roots that were given.',
    certificate_ended: () => 'The signer’s certificate has ended, and no time stamp shows that the signature is older than that.',
    not_yet: () => 'It bears a time that has not come yet by the clock of this computer.',
    status_over: () => 'The list that was kept had run out when the signature was made.',
    revoked_later: () =>
      'The list is of a later time, and calls the credential revoked by then: whether it was revoked before the signature cannot be seen.',
    added_behind: () => 'Something was added to the PDF after the agency sealed it.',
    byte_range: () => 'The seal does not cover the whole PDF: a part of it could be anything.',
    changed_since: () => 'The PDF was changed after the agency sealed it.',
    unconfirmed: ({ to, sentBy }) =>
      `The agency never confirmed this: that it was sent, that it reached ${isolate(to)}, and what became of it, only the person who signed says.${
        sentBy === 'script' ? ' A script of the page took the form over: what it did with it, only the page knows.' : ''
      }`,
    other_content: ({ name }) => `The file ${isolate(name)} lies beside with other content than was signed.`,
    other_earlier: ({ name, caseNumber }) =>
      `The file ${isolate(name)} lies beside as what was sent in case ${isolate(caseNumber)}, and is not the submission that is meant: what was signed, or the case number, is another.`,
  },
  earlier: {
    amends: (caseNumber, hash) => `Amends case ${isolate(caseNumber)}; what was signed then has the SHA-256 (base64url) ${isolate(hash)}.`,
    withdraws: (caseNumber, hash) =>
      `Withdraws case ${isolate(caseNumber)}; what was signed then has the SHA-256 (base64url) ${isolate(hash)}.`,
  },
  later: {
    amends: (name) => `Another was sent in its place, says the file ${isolate(name)} beside it.`,
    withdraws: (name) => `It was withdrawn, says the file ${isolate(name)} beside it.`,
  },
  outcomes: { holds: 'holds', fails: 'does not hold', 'cannot-be-proven': 'cannot be proven', 'not-checked': 'not checked' },
  verdicts: { valid: 'Valid', invalid: 'Invalid', 'cannot-be-proven': 'Cannot be proven' },
  validRecord: 'Valid as the sender’s own record; the agency has confirmed nothing',
  clocks: {
    authority: 'an authority that is not the agency',
    agency: 'the agency itself',
    issuer: 'the issuer of the credential',
    wallet: 'the signer’s own device',
    checker: 'this computer',
  },
  signature: (place, role) => role ?? `signature ${place}`,
  asOf: (time) => `as of ${isolate(time)}`,
  byClock: (time, clock) => `as of ${isolate(time)}, by the clock of ${clock}`,
  sealEnded: (time) =>
    `The certificate of this seal ended on ${isolate(time)}; that the seal is older than that is shown by its own date alone.`,
  checkedAt: (time) => `Checked on ${isolate(time)}, by the clock of this computer.`,
  code: (code) => `[${isolate(code)}]`,
  notCheckable:
    'Cannot be read: this is no saved signed form, no receipt as PDF and no record of what was sent, or a part of it is missing.',
  noFiles: (folder) => `No saved signed form, receipt or record was found in ${isolate(folder)}.`,
  summary: (counts) =>
    `Valid: ${counts.valid}; invalid: ${counts.invalid}; cannot be proven: ${counts['cannot-be-proven']}; cannot be read: ${counts.unreadable}.`,
};
