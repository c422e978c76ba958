import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { expectedFields, expectedLevyFields } from './expected.ts';
import type { PlainSubmission } from './front/outbox.ts';
import { buildFormMap } from './municipality/form-map.ts';
import { createSite as createMunicipality } from './municipality/site.ts';
import { createSite as createPassport } from './passport/site.ts';
import { getLetterPerson, listLetterPeople } from './people.ts';
import { createSite as createTax } from './tax/site.ts';
import { createTemporaryRegister } from './testing/temporary-register.ts';
import { createSite as createTransport } from './transport/site.ts';

const register = createTemporaryRegister();
const submissions: PlainSubmission[] = [];
const outbox = {
  hand: async (submission: PlainSubmission) => {
    submissions.push(submission);
    return { kind: 'kept', reference: 'R' } as const;
  },
  flush: async () => 0,
};

function depsOf(agency: string) {
  const origin = `http://${agency}.localhost:8570`;
  return {
    origin,
    apiKey: 'key',
    now: () => new Date('2026-11-23'),
    callServer: async () => ({ kind: 'unreachable' }) as const,
    outbox,
    register,
  };
}

const sites: Readonly<Record<keyof typeof expectedFields, Hono>> = {
  tax: createTax(depsOf('tax')),
  passport: createPassport(depsOf('passport')),
  transport: createTransport(depsOf('transport')),
  municipality: createMunicipality(depsOf('municipality')),
};
const agencies = ['tax', 'passport', 'transport', 'municipality'] as const;
const sara = getLetterPerson('sara-rezaei');

async function readControls(agency: (typeof agencies)[number], path: string): Promise<readonly string[]> {
  const page = await (await sites[agency].request(`http://${agency}.localhost:8570${path}`)).text();
  const controls = [...page.matchAll(/<(?:input|select|textarea)\b[^>]*? name="([^"]+)"[^>]*>/g)];
  // Files are attached, not filled.
  const names = controls.filter(([control]) => !control.includes('type="file"')).map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'btnOk');
}

async function post(agency: (typeof agencies)[number], path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const { origin } = depsOf(agency);
  return sites[agency].request(origin + path, { method: 'POST', headers: { origin }, body: new URLSearchParams(form) });
}

describe('what is expected after filling', () => {
  it.each(agencies)('names every control of every page of %s, and no other', async (agency) => {
    const fields = expectedFields[agency](sara);
    for (const page of new Set(fields.map((field) => field.page))) {
      const named = fields.filter((field) => field.page === page).map((field) => field.control);
      expect([...(await readControls(agency, page))].sort()).toEqual([...named].sort());
    }
  });

  it.each(listLetterPeople().map((person) => [person.id, person] as const))(
    'is taken by the sites themselves for %s',
    async (_id, person) => {
      const formOf = (agency: (typeof agencies)[number], page: string) =>
        Object.fromEntries(
          expectedFields[agency](person, { hasDeclared: true })
            .filter((field) => field.page === page)
            .map((field) => [field.control, field.value]),
        );
      submissions.length = 0;
      expect((await post('transport', '/renew', formOf('transport', '/renew'))).status).toBe(200);
      expect((await post('municipality', '/permit/send', formOf('municipality', '/permit'))).status).toBe(200);
      expect(submissions).toHaveLength(2);
      for (const page of new Set(expectedFields.passport(person).map((field) => field.page))) {
        expect([page, (await post('passport', page, formOf('passport', page))).status]).toEqual([page, 303]);
      }
    },
  );

  it('writes dates, digits and phones as each page shows them', () => {
    const value = (agency: (typeof agencies)[number], control: string, language?: 'fa' | 'en') =>
      expectedFields[agency](sara, language === undefined ? {} : { language }).find((field) => field.control === control)?.value;
    expect([value('tax', 'birth_date'), value('tax', 'birth_date', 'en')]).toEqual(['۱۳۶۴/۰۱/۲۳', '1364/01/23']);
    expect(value('tax', 'mobile')).toMatch(/^۰۹۷۰[۰-۹]{7}$/);
    expect(value('municipality', 'txtMobile')).toMatch(/^0970\d{7}$/);
    expect(value('passport', 'phone')).toMatch(/^\+98970\d{7}$/);
    expect([value('municipality', 'ddlYear'), value('municipality', 'ddlMonth'), value('municipality', 'ddlDay')]).toEqual([
      '1364',
      '1',
      '23',
    ]);
    expect([value('transport', 'date_of_birth_month'), value('passport', 'dob-year')]).toEqual(['4', '1985']);
  });

  it('names every row of the levy, in its truth and in its map, and the site takes the truth', async () => {
    const truth = expectedLevyFields(sara);
    const mapped = buildFormMap().forms.flatMap(({ fields }) => fields);
    expect(await readControls('municipality', '/levy')).toEqual(truth.map(({ control }) => control));
    expect(mapped.map(({ control }) => control)).toEqual(truth.map(({ control }) => control));
    const asked = mapped.map(({ datum, whose }) => (whose === undefined ? (datum ?? 'none') : 'none'));
    expect(asked).toEqual(truth.map(({ datum }) => datum));
    const sent = await post('municipality', '/levy/send', Object.fromEntries(truth.map(({ control, value }) => [control, value])));
    expect(sent.status).toBe(200);
  });

  it('asks twenty things of the municipality’s owner', () => {
    expect(expectedFields.municipality(sara).filter((field) => field.datum !== 'none')).toHaveLength(20);
  });
});
