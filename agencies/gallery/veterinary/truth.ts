import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const veterinary: GalleryKind = {
  id: 'veterinary',
  name: { fa: 'دامپزشکی', en: 'Veterinary office' },
  pages: [
    page(
      'pet',
      { lang: 'fa', pattern: 'headings in a declarative shadow root, the boxes slotted under them', traits: ['open-root', 'other-people'] },
      {
        owner: is('name', me.name),
        owner_code: is('national-id', me.nationalId),
        owner_phone: is('tel', ...anyMobile),
        owner_address: is('street-address', me.street),
        pet_name: left('other-person'),
        breed: left('about-the-matter'),
        pet_birth: left('other-person'),
        pet_color: left('about-the-matter'),
        vet_name: left('other-person'),
        vet_no: left('other-person'),
      },
    ),
    page(
      'transport',
      { lang: 'en', pattern: 'a list: owner, animal, veterinarian', traits: ['other-people'] },
      {
        owner_first: is('given-name', me.givenLatin),
        owner_last: is('family-name', me.familyLatin),
        owner_country: is('country', 'Iran'),
        owner_postcode: is('postal-code', me.postcode),
        owner_tel: is('tel', ...anyMobile),
        animal_name: left('other-person'),
        animal_sex: left('other-person'),
        animal_dob: left('other-person'),
        animal_colour: left('about-the-matter'),
        chip: left('about-the-matter'),
        vet: left('other-person'),
        vet_tel: left('other-person'),
      },
    ),
  ],
};
