import { me } from '../citizen.ts';
import { type GalleryKind, is, left, page } from '../truth.ts';

export const statistics: GalleryKind = {
  id: 'statistics',
  name: { fa: 'آمار و سرشماری', en: 'Statistics' },
  pages: [
    page(
      'census',
      { lang: 'fa', pattern: 'radio buttons, a combobox and a list that are only ARIA', traits: ['widgets', 'other-people'] },
      {
        respondent: is('name', me.name),
        sex: is('sex', 'زن'),
        marital: is('marital-status', 'متأهل'),
        education: is('education-level', 'کارشناسی ارشد'),
        birthplace: is('birth-place', me.birthPlace),
        members: left('not-held'),
        member2: left('other-person'),
      },
    ),
    page(
      'household',
      { lang: 'en', pattern: 'a table of people, the first of whom is oneself', traits: ['other-people'] },
      {
        'person-1-first': is('given-name', me.givenLatin),
        'person-1-last': is('family-name', me.familyLatin),
        'person-1-dob': is('bday', me.bornIso),
        'person-2-first': left('other-person'),
        'person-2-last': left('other-person'),
        'person-2-dob': left('other-person'),
        'person-2-rel': left('other-person'),
        'person-3-first': left('other-person'),
        'person-3-last': left('other-person'),
        'person-3-dob': left('other-person'),
        'person-3-rel': left('other-person'),
        travel: left('about-the-matter'),
        jobtitle: is('organization-title', me.job),
      },
    ),
  ],
};
