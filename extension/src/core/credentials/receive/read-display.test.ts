import type { CredentialConfiguration } from '@daricheh/shared/issuance';
import { expect, it } from 'vitest';
import { readDisplay } from './read-display.ts';

const configuration = (credential_metadata: CredentialConfiguration['credential_metadata']) =>
  ({ format: 'dc+sd-jwt', vct: 'urn:x:1', credential_metadata }) as CredentialConfiguration;

it('keeps names in both languages, colours, and the names of claims', () => {
  const told = {
    display: [
      { name: 'Licence', locale: 'en-GB', background_color: '#8A3B5A', text_color: '#ffffff' },
      { name: 'گواهینامه', locale: 'fa-IR' },
    ],
    claims: [{ path: ['given_name'], display: [{ name: 'Given name', locale: 'en' }] }, { path: ['nationalities', null] }],
  };
  expect(readDisplay(configuration(told))).toEqual({
    name: { fa: 'گواهینامه', en: 'Licence' },
    backgroundColor: '#8a3b5a',
    textColor: '#ffffff',
    claims: [{ path: ['given_name'], label: { fa: 'Given name', en: 'Given name' } }],
  });
});

it.each(['red', 'url(https://tracker.example)', '#fff', '#8a3b5a;background:url(x)'])('A26: takes %s for no colour', (color) => {
  expect(readDisplay(configuration({ display: [{ name: 'x', background_color: color }] }))?.backgroundColor).toBeNull();
});

it('A27: keeps no more of a name than can be shown', () => {
  expect(readDisplay(configuration({ display: [{ name: 'x'.repeat(10_000) }] }))?.name?.en).toHaveLength(120);
});

it('is nothing where the issuer says nothing', () => {
  expect(readDisplay(configuration(undefined))).toBeNull();
});
