import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const culture: GalleryKind = {
  id: 'culture',
  name: { fa: 'فرهنگ و هنر', en: 'Cultural permits' },
  pages: [
    page(
      'publication',
      { lang: 'fa', pattern: 'small print above boxes; a licensee who applies, a managing editor', traits: ['other-people'] },
      {
        sa_fname: is('given-name', me.given),
        sa_lname: is('family-name', me.family),
        sa_alias: left('not-held'),
        sa_nid: is('national-id', me.nationalId),
        sa_bd: is('bday', me.bornJalali),
        sa_edu: is('education-level', 'کارشناسی ارشد'),
        sa_mob: is('tel', ...anyMobile),
        sa_mail: is('email', me.email),
        mm_fname: left('other-person'),
        mm_lname: left('other-person'),
        mm_nid: left('other-person'),
        mm_mob: left('other-person'),
        title: left('about-the-matter'),
        lang: left('about-the-matter'),
        period: left('about-the-matter'),
      },
    ),
    page(
      'filming',
      { lang: 'en', pattern: 'editable regions instead of boxes, kept in a model', traits: ['widgets', 'other-people'] },
      {
        name: is('name', me.nameLatin),
        mail: is('email', me.email),
        mobile: is('tel', ...anyMobile),
        company: left('about-the-matter'),
        synopsis: left('about-the-matter'),
        manager: left('other-person'),
        manager_phone: left('other-person'),
      },
    ),
  ],
};
