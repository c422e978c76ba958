import { type ServiceCatalogue, serviceCatalogue } from '@daricheh/shared/catalogue';
import type { TrustedAgency } from '@daricheh/shared/trust';
import type { NamedAgency } from '../consent/asker.ts';
import { readJson, type SendHttp } from '../http/http.ts';
import type { OfferedService } from './search-services.ts';

/** The services of every agency that answered, and the agencies that did not. */
export type LoadedServices = { readonly services: readonly OfferedService[]; readonly unreachable: readonly NamedAgency[] };

/** Most that a catalogue may weigh. */
const maxCatalogueBytes = 262_144;

/**
 * Asks each of `agencies`, all at once, for its `/.well-known/services.jsonld`. The agency's name is that of the trust
 * list; a service whose page lies elsewhere than at the agency is left out.
 */
export async function loadServices(agencies: readonly TrustedAgency[], send: SendHttp): Promise<LoadedServices> {
  const loaded = await Promise.all(agencies.map((agency) => loadCatalogue(agency, send)));
  return {
    services: loaded.flatMap(({ agency, catalogue }) => (catalogue ? listServices(agency, catalogue) : [])),
    unreachable: loaded.filter(({ catalogue }) => !catalogue).map(({ agency }) => ({ id: agency.id, name: agency.name })),
  };
}

async function loadCatalogue(agency: TrustedAgency, send: SendHttp) {
  try {
    const url = `${agency.origins[0]}/.well-known/services.jsonld`;
    const document = readJson(
      await send({ url, method: 'GET', headers: { accept: 'application/ld+json, application/json' } }),
      maxCatalogueBytes,
    );
    const parsed = serviceCatalogue.safeParse(document);
    return { agency, catalogue: parsed.success ? parsed.data : undefined };
  } catch {
    // One agency that is down or writes nonsense is named as such; the others' services are still shown.
    return { agency, catalogue: undefined };
  }
}

function listServices(agency: TrustedAgency, catalogue: ServiceCatalogue): OfferedService[] {
  const origin = agency.origins[0] ?? '';
  return catalogue.makesOffer
    .filter((service) => agency.origins.includes(new URL(service.url).origin))
    .map((service) => ({ agency: { id: agency.id, name: agency.name, origin }, service }));
}
