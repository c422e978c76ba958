import { me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const post: GalleryKind = {
  id: 'post',
  name: { fa: 'پست', en: 'Post' },
  pages: [
    page(
      'postcode',
      { lang: 'fa', pattern: 'a grid; the postcode in two boxes, the address in pieces; an optional password' },
      {
        name: is('given-name', me.given),
        lastname: is('family-name', me.family),
        natcode: is('national-id', me.nationalId),
        mobile: is('tel', me.mobileAbroad),
        province: is('address-level1', me.province),
        city: is('address-level2', me.city),
        part: left('not-held'),
        street: is('street-address', me.street),
        plaque: left('not-held'),
        floor: left('not-held'),
        unit: left('not-held'),
        post1: is('postal-code', me.postcode.slice(0, 5)),
        post2: is('postal-code', me.postcode.slice(5)),
        track: left('login'),
      },
    ),
    page(
      'redirection',
      { lang: 'en', pattern: 'an old address and a new one, the email twice; others in the household', traits: ['other-people'] },
      {
        old1: left('not-held'),
        oldTown: left('not-held'),
        oldPost: left('not-held'),
        new1: is('address-line1', me.street),
        newTown: is('address-level2', me.city),
        newPost: is('postal-code', me.postcode),
        newCountry: is('country', 'Iran'),
        title: left('not-held'),
        first: is('given-name', me.givenLatin),
        last: is('family-name', me.familyLatin),
        email: is('email', me.email),
        email2: is('email', me.email),
        p2first: left('other-person'),
        p2last: left('other-person'),
      },
    ),
  ],
};
