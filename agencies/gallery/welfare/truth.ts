import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const welfare: GalleryKind = {
  id: 'welfare',
  name: { fa: 'بهزیستی', en: 'Welfare' },
  pages: [
    page(
      'disability',
      { lang: 'fa', pattern: 'a guardian applies for somebody in their care; a doctor', traits: ['other-people'] },
      {
        applicant_fname: is('given-name', me.given),
        applicant_lname: is('family-name', me.family),
        applicant_nid: is('national-id', me.nationalId),
        applicant_sheba: is('iban', me.iban),
        applicant_mobile: is('tel', ...anyMobile),
        client_fname: left('other-person'),
        client_lname: left('other-person'),
        client_nid: left('other-person'),
        client_birth: left('other-person'),
        type: left('about-the-matter'),
        doctor: left('other-person'),
        doctor_no: left('other-person'),
      },
    ),
    page(
      'kurdish',
      { lang: 'ckb', pattern: 'Sorani; a spouse', traits: ['other-people'] },
      {
        naw: is('name', me.name),
        tell: is('tel', ...anyMobile),
        address: is('street-address', me.street),
        email: is('email', me.email),
        note: left('about-the-matter'),
        spouse: left('other-person'),
      },
    ),
  ],
};
