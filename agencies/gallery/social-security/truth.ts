import { anyMobile, me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const socialSecurity: GalleryKind = {
  id: 'social-security',
  name: { fa: 'تأمین اجتماعی', en: 'Social security' },
  pages: [
    page(
      'history',
      { lang: 'fa', pattern: 'list items as rows, the question and its box in one' },
      {
        fname: is('given-name', me.given),
        family: is('family-name', me.family),
        id_number: is('birth-certificate-number', me.certificate),
        code_melli: is('national-id', me.nationalId),
        fathername: is('father-name', me.father),
        tarikh_tavalod: is('bday', me.bornJalali),
        bimeh: is('social-security-number', '9900441712'),
        kargah: left('about-the-matter'),
        kod_kargah: left('about-the-matter'),
        shobe: left('about-the-matter'),
        mobile1: is('tel', ...anyMobile),
      },
    ),
    page(
      'vida-laboral',
      { lang: 'es', pattern: 'two surnames; a representative', traits: ['other-people'] },
      {
        nombre: is('given-name', me.givenLatin),
        apellido1: is('family-name', me.familyLatin),
        apellido2: left('not-held'),
        nss: is('social-security-number', '9900441712'),
        fnac: is('bday', me.bornDayFirst('/')),
        sexo: is('sex', 'Mujer'),
        ecivil: is('marital-status', 'Casado/a'),
        movil: is('tel', ...anyMobile),
        correo: is('email', me.email),
        rep_nombre: left('other-person'),
        rep_tel: left('other-person'),
      },
    ),
    page(
      'carer',
      {
        lang: 'en',
        pattern: 'a wizard: the carer, then the person cared for, then the account',
        traits: ['wizard', 'other-people'],
        steps: ['#go', '#go'],
      },
      {
        carerFirstName: is('given-name', me.givenLatin),
        carerLastName: is('family-name', me.familyLatin),
        carerNino: is('social-security-number', '9900441712'),
        'carerDob.day': is('bday-day', '12'),
        'carerDob.month': is('bday-month', '4'),
        'carerDob.year': is('bday-year', '1985'),
        dpFirstName: left('other-person'),
        dpLastName: left('other-person'),
        dpNino: left('other-person'),
        'dpDob.day': left('other-person'),
        'dpDob.month': left('other-person'),
        'dpDob.year': left('other-person'),
        dpRelation: left('other-person'),
        accName: is('name', me.nameLatin),
        accIban: is('iban', me.iban),
      },
    ),
  ],
};
