import { me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const huntingFishing: GalleryKind = {
  id: 'hunting-fishing',
  name: { fa: 'شکار و ماهیگیری', en: 'Hunting and fishing' },
  pages: [
    page(
      'licence',
      { lang: 'fa', pattern: 'boxes that empty themselves when what is in them is wrong', traits: ['reformatting', 'other-people'] },
      {
        fullname: is('name', me.name),
        father: is('father-name', me.father),
        melli: is('national-id', me.nationalId),
        phone: is('tel', me.mobile),
        birth: is('bday', me.bornJalali.split('/').reverse().join('/')),
        zip: is('postal-code', me.postcode),
        gun: left('not-held'),
        kind: left('about-the-matter'),
        ice: left('other-person'),
        icephone: left('other-person'),
      },
    ),
    page(
      'rod',
      { lang: 'en', pattern: 'boxes that appear once a country is chosen; a holder who stays hidden', traits: ['appearing'], fills: 2 },
      {
        for: left('about-the-matter'),
        firstName: is('given-name', me.givenLatin),
        lastName: is('family-name', me.familyLatin),
        dob: is('bday', me.bornIso),
        country: is('country', 'Iran'),
        region: is('address-level1', 'Tehran', me.province),
        town: is('address-level2', me.city),
        postcode: is('postal-code', me.postcode),
        holderFirst: left('not-shown'),
        holderLast: left('not-shown'),
        mobile: is('tel', me.mobileAbroad),
      },
    ),
  ],
};
