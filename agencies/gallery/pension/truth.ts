import { anyLandline, me, persian } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const pension: GalleryKind = {
  id: 'pension',
  name: { fa: 'بازنشستگی', en: 'Pensions' },
  pages: [
    page(
      'retirement',
      {
        lang: 'fa',
        pattern: 'a Jalali picker with a hidden Gregorian twin, which takes out what is no date',
        traits: ['widgets', 'reformatting', 'other-people'],
      },
      {
        fullName: is('name', me.name),
        nationalCode: is('national-id', me.nationalId),
        birthShown: is('bday', persian(me.bornJalali)),
        birthIso: is('bday', me.bornIso),
        calYear: left('about-the-matter'),
        ledger: left('not-held'),
        lastWork: is('organization', me.employer),
        iban: is('iban', me.iban),
        tel: is('tel-home', ...anyLandline),
        spouseName: left('other-person'),
        spouseCode: left('other-person'),
      },
    ),
    page(
      'claim',
      { lang: 'en', pattern: 'closed roots within a closed root, one a question; a partner', traits: ['closed-root', 'other-people'] },
      {
        name: is('name', me.nameLatin),
        nino: is('social-security-number', '9900441712'),
        dob: is('bday', me.bornDayFirst('/')),
        address: is('street-address', me.street),
        postcode: is('postal-code', me.postcode),
        iban: is('iban', me.iban),
        'p-name': left('other-person'),
        'p-nino': left('other-person'),
        'p-dob': left('other-person'),
      },
    ),
  ],
};
