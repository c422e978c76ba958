import { me, persian } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

const asp = (name: string) => `ctl00$ContentPlaceHolder1$${name}`;

export const tax: GalleryKind = {
  id: 'tax',
  name: { fa: 'مالیات', en: 'Tax' },
  pages: [
    page(
      'vat-registration',
      { lang: 'fa', pattern: 'tables, labels in the cell before, names of an old framework' },
      {
        [asp('txtFName')]: is('given-name', me.given),
        [asp('txtLName')]: is('family-name', me.family),
        [asp('txtFatherName')]: is('father-name', me.father),
        [asp('txtNationalCode')]: is('national-id', me.nationalId),
        [asp('txtIDNumber')]: is('birth-certificate-number', me.certificate),
        [asp('txtIssue')]: left('not-held'),
        [asp('ddlSex')]: is('sex', 'زن'),
        [asp('txtBD')]: is('bday', me.bornJalali),
        [asp('txtShopName')]: left('about-the-matter'),
        [asp('txtStart')]: left('about-the-matter'),
        [asp('txtParvaneh')]: left('about-the-matter'),
        [asp('txtMob')]: is('tel', me.mobile),
        [asp('txtMail')]: is('email', me.email),
        [asp('txtCaptcha')]: left('captcha'),
      },
    ),
    page(
      'self-assessment',
      { lang: 'en', pattern: 'one column of large boxes, dates in three parts with a hint' },
      {
        firstName: is('given-name', me.givenLatin),
        lastName: is('family-name', me.familyLatin),
        'dob-day': is('bday-day', '12'),
        'dob-month': is('bday-month', '4'),
        'dob-year': is('bday-year', '1985'),
        nino: is('social-security-number', '9900441712'),
        'start-day': left('about-the-matter'),
        'start-month': left('about-the-matter'),
        'start-year': left('about-the-matter'),
        telephone: is('tel', me.mobileAbroad),
        utr: is('tax-id', '9901000417'),
      },
    ),
    page(
      'rent-declaration',
      {
        lang: 'fa',
        pattern: 'Vue, controlled boxes that turn digits Persian; owner and tenant',
        traits: ['vue', 'reformatting', 'other-people'],
      },
      {
        'owner.name': is('given-name', me.given),
        'owner.family': is('family-name', me.family),
        'owner.code': is('national-id', persian(me.nationalId)),
        'owner.eco': is('tax-id', persian('9901000417')),
        'owner.mobile': is('tel', persian(me.mobile)),
        'tenant.name': left('other-person'),
        'tenant.code': left('other-person'),
        'tenant.mobile': left('other-person'),
        area: left('about-the-matter'),
        rent: left('about-the-matter'),
        sheba: is('iban', me.iban),
      },
    ),
    page(
      'fragebogen',
      { lang: 'de', pattern: 'numbered lines of a paper form, spouse in a fieldset of their own', traits: ['other-people'] },
      {
        'zeile[4]': is('family-name', me.familyLatin),
        'zeile[5]': is('given-name', me.givenLatin),
        'zeile[6]': is('bday', me.bornDayFirst('.')),
        'zeile[7]': is('organization-title', me.job),
        'zeile[8]': is('religion', 'اسلام'),
        'zeile[9]': is('marital-status', 'verheiratet'),
        'zeile[14]': left('other-person'),
        'zeile[15]': left('other-person'),
        'zeile[16]': left('other-person'),
        'zeile[20]': is('tel', me.mobileAbroad),
        'zeile[21]': is('email', me.email),
        'zeile[22]': is('iban', me.iban),
        'zeile[23]': left('not-held'),
      },
    ),
  ],
};
