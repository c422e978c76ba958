import { getLetterPerson } from '@daricheh/agencies/people';
import { becomeCitizen, type Look, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { collectDocuments, refuseAmongDocuments } from './documents-journey.ts';
import { findBarriers } from './fixtures.ts';

// Documents of other agencies: signing in with the identity, taking them, and what there is to be seen on the way.

const person = getLetterPerson('sara-rezaei');

/** One of each kind: every agency's own pages, and of what is the same at all of them the first. */
const looksAt = /^(counter-(home|records)-|counter-(sign-in|offer)-|counter-authorize|consent-(receive|second-code)|wallet-all-documents)/;
const sameEverywhere = /^(counter-sign-in|counter-offer|consent-receive)/;

function findNoBarriers(): Look {
  const seen = new Set<string>();
  return async (name, page) => {
    const kind = sameEverywhere.exec(name)?.[0] ?? name;
    if (seen.has(kind) || !looksAt.test(name)) return;
    seen.add(kind);
    expect({ name, barriers: await findBarriers(page) }).toEqual({ name, barriers: [] });
  };
}

for (const language of ['fa', 'en'] as const) {
  test(`a document of every type is taken from the agency that owns it, on pages without barriers (${language})`, async ({
    wallet,
    world,
  }) => {
    test.setTimeout(420_000);
    const newcomer = await becomeCitizen({ wallet, world, person, language });
    await receiveDocuments(newcomer);
    const citizen = { ...newcomer, look: findNoBarriers() };
    await collectDocuments(citizen);
    await refuseAmongDocuments(citizen);
  });
}
