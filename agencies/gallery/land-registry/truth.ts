import { me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const landRegistry: GalleryKind = {
  id: 'land-registry',
  name: { fa: 'ثبت اسناد و املاک', en: 'Land registry' },
  pages: [
    page(
      'deed',
      {
        lang: 'fa',
        pattern: 'towns come from the server once a province is chosen; the property, the seller',
        traits: ['appearing', 'other-people'],
        fills: 2,
      },
      {
        owner_fname: is('given-name', me.given),
        owner_lname: is('family-name', me.family),
        owner_father: is('father-name', me.father),
        owner_nid: is('national-id', me.nationalId),
        state: is('address-level1', me.province),
        city: is('address-level2', me.city),
        owner_address: is('street-address', me.street),
        asli: left('about-the-matter'),
        farei: left('about-the-matter'),
        bakhsh: left('about-the-matter'),
        property_address: left('about-the-matter'),
        property_postal: left('about-the-matter'),
        area: left('about-the-matter'),
        seller_name: left('other-person'),
        seller_nid: left('other-person'),
      },
    ),
    page(
      'transfer',
      { lang: 'en', pattern: 'numbered clauses with dotted lines; seller, conveyancer, witness', traits: ['other-people'] },
      {
        p1: left('about-the-matter'),
        p2: left('about-the-matter'),
        p3: left('about-the-matter'),
        p4: left('other-person'),
        p5: is('name', me.nameLatin),
        p6: is('email', me.email),
        p7: is('street-address', me.street),
        p8: left('other-person'),
        p9: left('other-person'),
        p10: left('about-the-matter'),
        p11: left('other-person'),
        p12: left('other-person'),
      },
    ),
  ],
};
