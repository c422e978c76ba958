import { getLetterPerson } from '@daricheh/agencies/people';
import { becomeCitizen, type Citizen, receiveDocuments } from '../citizen.ts';
import { tell } from '../screens/wallet-data.ts';

/** Somebody with both documents, and the wallet switched on for every site of the list. */
export async function becomeHolder({ wallet, world }: Pick<Citizen, 'wallet' | 'world'>): Promise<Citizen> {
  const citizen = await becomeCitizen({ wallet, world, person: getLetterPerson('sara-rezaei'), language: 'en' });
  await receiveDocuments(citizen);
  return citizen;
}

/** What the wallet's ledger says was ever shown, filled or signed, newest first. */
export async function listHistory({ page }: Citizen): Promise<readonly { readonly receiver: { readonly origin: string } }[]> {
  return (await tell(page, 'history/list', {})) as { receiver: { origin: string } }[];
}

/** How many windows of the wallet ask the citizen something now. */
export function countWindows({ wallet }: Pick<Citizen, 'wallet'>): number {
  return wallet.context.pages().filter((page) => page.url().includes('consent.html')).length;
}
