import { me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

const { nationalId, mobile, postcode } = me;

export const bank: GalleryKind = {
  id: 'bank',
  name: { fa: 'بانک و وام مسکن', en: 'Bank and housing loans' },
  pages: [
    page(
      'housing-loan',
      { lang: 'fa', pattern: 'names in brackets, labels bound to nothing; two guarantors, a card', traits: ['other-people'] },
      {
        'applicant[0][first_name]': is('given-name', me.given),
        'applicant[0][last_name]': is('family-name', me.family),
        'applicant[0][melli_code]': is('national-id', nationalId),
        'applicant[0][job]': is('organization-title', me.job),
        'applicant[0][workplace]': is('organization', me.employer),
        'applicant[0][work_address]': left('other-person'),
        'applicant[0][mobile]': is('tel', mobile, `${mobile.slice(0, 4)} ${mobile.slice(4, 7)} ${mobile.slice(7)}`),
        'applicant[0][sheba]': is('iban', me.iban),
        'applicant[0][card_number]': left('card'),
        amount: left('about-the-matter'),
        income: left('about-the-matter'),
        'guarantor[0][first_name]': left('other-person'),
        'guarantor[0][last_name]': left('other-person'),
        'guarantor[0][melli_code]': left('other-person'),
        'guarantor[0][mobile]': left('other-person'),
        'guarantor[0][workplace]': left('other-person'),
        'guarantor[1][first_name]': left('other-person'),
        'guarantor[1][last_name]': left('other-person'),
        'guarantor[1][melli_code]': left('other-person'),
      },
    ),
    page(
      'account',
      {
        lang: 'fa',
        pattern: 'a Vue wizard with masked boxes, and a code in five boxes',
        traits: ['vue', 'wizard', 'reformatting', 'widgets'],
        steps: ['.next', '.next'],
      },
      {
        name: is('given-name', me.given),
        family: is('family-name', me.family),
        melli: is('national-id', `${nationalId.slice(0, 3)}-${nationalId.slice(3, 9)}-${nationalId.slice(9)}`),
        birth: is('bday', me.bornJalali),
        mobile: is('tel', `${mobile.slice(0, 4)} ${mobile.slice(4, 7)} ${mobile.slice(7)}`),
        zip: is('postal-code', `${postcode.slice(0, 5)}-${postcode.slice(5)}`),
        address: is('street-address', me.street),
        code1: left('login'),
        code2: left('login'),
        code3: left('login'),
        code4: left('login'),
        code5: left('login'),
      },
    ),
    page(
      'transfer',
      { lang: 'en', pattern: 'a login beside a payment: hardly anything to fill' },
      {
        customer: left('login'),
        pin: left('login'),
        pan: left('card'),
        holder: left('card'),
        exp: left('card'),
        cvv: left('card'),
        receipt: is('email', me.email),
      },
    ),
  ],
};
