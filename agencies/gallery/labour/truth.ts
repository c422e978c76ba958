import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const labour: GalleryKind = {
  id: 'labour',
  name: { fa: 'اداره کار', en: 'Labour office' },
  pages: [
    page(
      'unemployment',
      { lang: 'fa', pattern: 'floating labels after their boxes; the form saves itself', traits: ['autosaving', 'other-people'] },
      {
        a1: is('given-name', me.given),
        a2: is('family-name', me.family),
        a3: is('national-id', me.nationalId),
        a4: is('social-security-number', '9900441712'),
        a5: left('about-the-matter'),
        a6: left('other-person'),
        a7: left('other-person'),
        a8: left('about-the-matter'),
        a9: is('iban', me.ibanDigits),
        a10: is('tel', ...anyMobile),
      },
    ),
    page(
      'inscription',
      { lang: 'fr', pattern: 'text and a line break before each box; two surnames; a former employer', traits: ['other-people'] },
      {
        civilite: left('not-held'),
        nomNaissance: left('not-held'),
        nomUsage: is('family-name', me.familyLatin),
        prenom: is('given-name', me.givenLatin),
        jour: is('bday-day', '12'),
        mois: is('bday-month', '04'),
        annee: is('bday-year', '1985'),
        nationalite: is('nationality', 'Iranienne'),
        nir: is('social-security-number', '9900441712'),
        voie: is('street-address', me.street),
        complement: left('not-held'),
        cp: is('postal-code', me.postcode),
        ville: is('address-level2', me.city),
        portable: is('tel', ...anyMobile),
        mel: is('email', me.email),
        empNom: is('organization', me.employer),
        empAdr: left('other-person'),
        empTel: left('other-person'),
      },
    ),
  ],
};
