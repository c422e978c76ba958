import { me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const civilRegistry: GalleryKind = {
  id: 'civil-registry',
  name: { fa: 'ثبت احوال', en: 'Civil registry' },
  pages: [
    page(
      'replacement',
      { lang: 'fa', pattern: 'a definition list; a date in three selects that a script fills' },
      {
        nam: is('given-name', me.given),
        namkhanevadegi: is('family-name', me.family),
        nampedar: is('father-name', me.father),
        nammadar: is('mother-name', me.mother),
        shomaremeli: is('national-id', me.nationalId),
        shomareshenasname: is('birth-certificate-number', me.certificate),
        harf: left('not-held'),
        seri: left('not-held'),
        serial: left('not-held'),
        rooz: is('bday-day', '۲۳'),
        mah: is('bday-month', 'فروردین'),
        sal: is('bday-year', '۱۳۶۴'),
        mahaltavalod: is('birth-place', me.birthPlace),
        mahalsodoor: left('not-held'),
        ellat: left('about-the-matter'),
        tozihat: left('about-the-matter'),
        neshani: is('street-address', me.street),
        codeposti: is('postal-code', me.postcode),
      },
    ),
    page(
      'newborn',
      { lang: 'fa', pattern: 'Bootstrap panels: newborn, father, and who declares', traits: ['other-people'] },
      {
        'baby[name]': left('other-person'),
        'baby[gender]': left('other-person'),
        'baby[birth_date]': left('other-person'),
        'baby[hospital]': left('other-person'),
        'baby[cert_no]': left('other-person'),
        'father[name]': left('other-person'),
        'father[family]': left('other-person'),
        'father[national_code]': left('other-person'),
        'father[mobile]': left('other-person'),
        'declarant[name]': is('given-name', me.given),
        'declarant[family]': is('family-name', me.family),
        'declarant[national_code]': is('national-id', me.nationalId),
        'declarant[relation]': left('about-the-matter'),
        'declarant[mobile]': is('tel', me.mobile),
      },
    ),
  ],
};
