import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

const asp = (name: string) => `ctl00$MainContent$${name}`;

export const companyRegister: GalleryKind = {
  id: 'company-register',
  name: { fa: 'ثبت شرکت‌ها', en: 'Company register' },
  pages: [
    page(
      'founding',
      {
        lang: 'fa',
        pattern: 'captioned tables: applicant, company, partner; a box that is not displayed',
        traits: ['honeypot', 'other-people'],
      },
      {
        [asp('txtApplicantName')]: is('given-name', me.given),
        [asp('txtApplicantFamily')]: is('family-name', me.family),
        [asp('txtApplicantCode')]: is('national-id', me.nationalId),
        [asp('txtApplicantMobile')]: is('tel', ...anyMobile),
        [asp('txtProposed')]: left('about-the-matter'),
        [asp('txtSubject')]: left('about-the-matter'),
        [asp('txtCapital')]: left('about-the-matter'),
        [asp('txtCompanyAddress')]: left('about-the-matter'),
        [asp('txtPartnerName')]: left('other-person'),
        [asp('txtPartnerFamily')]: left('other-person'),
        [asp('txtPartnerCode')]: left('other-person'),
        [asp('txtPartnerMobile')]: left('other-person'),
        url: left('honeypot'),
      },
    ),
    page(
      'annual',
      { lang: 'en', pattern: 'divs as question and answer; who files, and numbered directors', traits: ['other-people'] },
      {
        company_number: is('org-registration-number', '900117'),
        registered_office: left('about-the-matter'),
        presenter_name: is('name', me.nameLatin),
        presenter_email: is('email', me.email),
        presenter_role: is('organization-title', me.job),
        director1_name: left('other-person'),
        director1_dob: left('other-person'),
        director2_name: left('other-person'),
        director2_dob: left('other-person'),
      },
    ),
  ],
};
