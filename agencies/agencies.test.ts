import { serviceCatalogue } from '@daricheh/shared/catalogue';
import { formDefinition } from '@daricheh/shared/submission';
import { trustedAgency } from '@daricheh/shared/trust';
import { isFieldId } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { demoAgencies } from './agencies.ts';

describe.each(demoAgencies)('$id', ({ id, host, name, level, uses, contact, buildServices, buildForms }) => {
  const origin = `http://${host}:8470`;

  it('can stand in the trust list', () => {
    const entry = { id, name, level, uses, contact, origins: [origin], certificateHashes: ['h'.repeat(43)], addresses: {} };
    expect(trustedAgency.parse(entry)).toEqual(entry);
  });

  it('publishes services in the shared schema, on its own origin, asking for known data', () => {
    const services = buildServices(origin);
    expect(serviceCatalogue.parse(services)).toEqual(services);
    expect(services.makesOffer.every((service) => service.url.startsWith(`${origin}/`))).toBe(true);
    expect(services.makesOffer.flatMap((service) => service.needs).filter((need) => !isFieldId(need))).toEqual([]);
  });

  it('defines forms in the shared schema, each control and id once', () => {
    for (const buildForm of buildForms) {
      const form = buildForm(origin);
      expect(formDefinition.parse(form)).toEqual(form);
      expect(new Set(form.fields.map((field) => field.control)).size).toBe(form.fields.length);
      expect(new Set(form.fields.map((field) => field.id)).size).toBe(form.fields.length);
    }
  });
});
