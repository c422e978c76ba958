import { becomeCitizen, type Citizen, type Newcomer, receiveDocuments } from './citizen.ts';
import { askForPermit, declareFacts, renewLicence, signApplication, signInAtPassport, signInAtTax, signReturn } from './citizen-acts.ts';

/** Case numbers of what was sent, by agency. */
export type Cases = Readonly<Record<'tax' | 'passport' | 'transport' | 'municipality', string>>;

/** The citizen's whole path, from an empty browser to four cases, two of them signed. Nothing is typed into any form. */
export async function travel(newcomer: Newcomer): Promise<{ readonly citizen: Citizen; readonly cases: Cases }> {
  const citizen = await becomeCitizen(newcomer);
  await receiveDocuments(citizen);
  await declareFacts(citizen);
  const transport = await renewLicence(citizen);
  const municipality = await askForPermit(citizen);
  const tax = await signReturn(citizen, await signInAtTax(citizen));
  const passport = await signApplication(citizen, await signInAtPassport(citizen));
  return { citizen, cases: { tax, passport, transport, municipality } };
}
