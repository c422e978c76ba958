import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const military: GalleryKind = {
  id: 'military',
  name: { fa: 'نظام وظیفه', en: 'Military service' },
  pages: [
    page(
      'service-card',
      { lang: 'fa', pattern: 'a typed sheet in table cells, words of the barracks; a commander', traits: ['other-people'] },
      {
        nam_neshan: is('name', me.name),
        farzand: is('father-name', me.father),
        shmeli: is('national-id', me.nationalId),
        shsh: is('birth-certificate-number', me.certificate),
        motevaled: is('bday-year', me.bornYear),
        mahal: is('birth-place', me.birthPlace),
        yegan: left('about-the-matter'),
        ezam: left('about-the-matter'),
        madrak: is('education-level', 'فوق لیسانس'),
        khoon: is('blood-type', 'A+'),
        ghad: is('height', '168'),
        cheshm: left('not-held'),
        neshani: is('street-address', me.street),
        farmandeh: left('other-person'),
        tel_bastegan: left('other-person'),
      },
    ),
    page(
      'askerlik',
      { lang: 'tr', pattern: 'placeholders alone, a date in three selects that a script fills' },
      {
        tckn: is('national-id', me.nationalId),
        ad: is('given-name', me.givenLatin),
        soyad: is('family-name', me.familyLatin),
        babaad: is('father-name', me.fatherLatin),
        annead: is('mother-name', me.mother),
        gun: is('bday-day', '12'),
        ay: is('bday-month', 'Nisan'),
        yil: is('bday-year', '1985'),
        dogumyeri: is('birth-place', me.birthPlace),
        medeni: is('marital-status', 'Evli'),
        gsm: is('tel', ...anyMobile),
        eposta: is('email', me.email),
        aciklama: left('about-the-matter'),
      },
    ),
  ],
};
