import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const utilities: GalleryKind = {
  id: 'utilities',
  name: { fa: 'آب و برق', en: 'Water and electricity' },
  pages: [
    page(
      'electricity',
      {
        lang: 'fa',
        pattern: 'Material boxes named by aria-labelledby, which take out what is no digit',
        traits: ['reformatting', 'other-people'],
      },
      {
        name: is('given-name', me.given),
        family: is('family-name', me.family),
        melliCode: is('national-id', me.nationalId),
        cell: is('tel', me.mobile),
        meterPostal: left('about-the-matter'),
        neighbour: left('other-person'),
        address: is('street-address', me.street),
        mail: is('email', me.email),
      },
    ),
    page(
      'water',
      { lang: 'fa', pattern: 'old and new subscriber side by side in one table', traits: ['other-people'] },
      {
        old_name: left('other-person'),
        old_family: left('other-person'),
        old_code: left('other-person'),
        eshterak: left('about-the-matter'),
        new_name: is('given-name', me.given),
        new_family: is('family-name', me.family),
        new_code: is('national-id', me.nationalId),
        new_mobile: is('tel', ...anyMobile),
      },
    ),
    page(
      'gas',
      {
        lang: 'fa',
        pattern: 'labels in one column and boxes in another, before or after it in the markup; a table with a head in two rows',
        traits: ['other-people'],
      },
      {
        f1: is('given-name', me.given),
        f2: is('family-name', me.family),
        f3: is('national-id', me.nationalId),
        f4: left('about-the-matter'),
        f5: is('tel', ...anyMobile),
        g1: is('email', me.email),
        g2: is('postal-code', me.postcode),
        g3: is('street-address', me.street),
        h1: is('father-name', me.father),
        h2: is('birth-certificate-number', me.certificate),
        h3: left('other-person'),
        h4: left('other-person'),
      },
    ),
    page(
      'luz',
      { lang: 'es', pattern: 'Vue components, labels after their boxes in the markup', traits: ['vue', 'other-people'] },
      {
        't-nombre': is('given-name', me.givenLatin),
        't-ap': is('family-name', me.familyLatin),
        't-nac': is('bday', me.bornDayFirst('/')),
        't-tel': is('tel', ...anyMobile),
        't-mail': is('email', me.email),
        't-iban': is('iban', me.iban),
        's-cups': left('about-the-matter'),
        'c-nombre': left('other-person'),
        'c-tel': left('other-person'),
      },
    ),
  ],
};
