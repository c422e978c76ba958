import { me, persian } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const customs: GalleryKind = {
  id: 'customs',
  name: { fa: 'گمرک', en: 'Customs' },
  pages: [
    page(
      'traveller',
      { lang: 'fa', pattern: 'one closed shadow root holds the whole form', traits: ['closed-root', 'other-people'] },
      {
        fname: is('given-name', me.given),
        lname: is('family-name', me.family),
        passport: is('passport-number', 'Z99004417'),
        nid: is('national-id', me.nationalId),
        nat: is('nationality', 'ایرانی'),
        mob: is('tel', persian(me.mobile)),
        flight: left('about-the-matter'),
        value: left('about-the-matter'),
        companions: left('about-the-matter'),
        companion: left('other-person'),
      },
    ),
    page(
      'declaration',
      { lang: 'en', pattern: 'React: a combobox over its own list, chips that are radio buttons', traits: ['react', 'widgets'] },
      {
        name: is('name', me.nameLatin),
        nat: is('nationality', 'Iran'),
        sex: is('sex', 'Female'),
        passport: is('passport-number', 'Z99004417'),
        email: is('email', me.email),
        goods: left('about-the-matter'),
      },
    ),
  ],
};
