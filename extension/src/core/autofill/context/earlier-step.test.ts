import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { readStep } from '../read-step.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';
import type { EarlierStep } from './earlier-step.ts';

type Step = readonly FieldDraft[];

/** Whom each field of the last step is about, once the steps before it were seen, one after another. */
function walk(...steps: readonly Step[]): string[] {
  let earlier: EarlierStep | undefined;
  let people: string[] = [];
  for (const step of steps) {
    const snapshot = makePage(step);
    const answers = classifyPage(snapshot, earlier);
    people = answers.map(({ verdict }) => (verdict.kind === 'other-person' ? verdict.person : verdict.kind));
    // A page is looked at again and again while it stands: each time with what it has left itself.
    earlier = readStep(snapshot, answers, earlier);
    expect(classifyPage(snapshot, earlier)).toEqual(answers);
  }
  return people;
}

const under = (heading: string, ...labels: readonly string[]): Step => labels.map((label) => ({ label, headings: [heading] }));
const child = under('مشخصات فرزند', 'نام', 'نام خانوادگی', 'کد ملی');
const childInEnglish = under('What is the child’s name?', 'First name', 'Last name');
const bare = under('مرحلهٔ ۲ از ۳', 'تاریخ تولد', 'محل تولد', 'شماره شناسنامه');

describe('a step that does not say whose data it asks', () => {
  it('is about whom the step before it was about', () => {
    expect(walk(bare)).toEqual(['datum', 'datum', 'datum']);
    expect(walk(child, bare)).toEqual(['child', 'child', 'child']);
    expect(walk(childInEnglish, under('Step 2 of 3', 'Date of birth', 'Place of birth'))).toEqual(['child', 'child']);
    expect(walk(under('مشخصات همسر', 'نام', 'کد ملی'), bare)).toEqual(['partner', 'partner', 'partner']);
  });

  it('is so over several steps, and over one that asks nothing personal', () => {
    expect(walk(child, bare, under('مرحلهٔ ۳ از ۳', 'جنسیت'))).toEqual(['child']);
    expect(walk(child, under('توضیحات', 'توضیحات'), bare)).toEqual(['child', 'child', 'child']);
  });

  it('asks the applicant’s own address and telephone all the same', () => {
    expect(walk(child, under('مرحلهٔ ۲ از ۳', 'تاریخ تولد', 'نشانی', 'تلفن همراه', 'شماره شبا'))).toEqual([
      'child',
      'datum',
      'datum',
      'datum',
    ]);
  });

  it('asks theirs where it says “their”', () => {
    expect(walk(childInEnglish, under('What is their address?', 'Postcode'))).toEqual(['child']);
    expect(walk(child, under('نشانی محل زندگی او', 'نشانی'))).toEqual(['child']);
  });
});

describe('a step that has evidence of its own', () => {
  it('is the applicant’s where it speaks to them', () => {
    expect(walk(child, under('تاریخ تولد شما', 'تاریخ تولد'))).toEqual(['datum']);
    expect(walk(childInEnglish, under('What is your date of birth?', 'Day', 'Month', 'Year')).at(-1)).toBe('datum');
    expect(walk(child, under('مشخصات متقاضی', 'نام', 'کد ملی'), bare)).toEqual(['datum', 'datum', 'datum']);
  });

  it('is somebody else’s where it names them', () => {
    expect(walk(child, under('مشخصات همسر', 'تاریخ تولد'))).toEqual(['partner']);
    expect(walk(child, [{ label: 'تاریخ تولد' }, { label: 'کد ملی پدر' }])).toEqual(['child', 'father']);
  });

  it('is not theirs where it asks again what was asked of them, nor are those after it', () => {
    expect(walk(child, under('مرحلهٔ ۲ از ۳', 'نام', 'کد ملی', 'تاریخ تولد'))).toEqual(['datum', 'datum', 'datum']);
    expect(walk(child, under('مرحلهٔ ۲ از ۳', 'نام', 'کد ملی'), bare)).toEqual(['datum', 'datum', 'datum']);
  });
});

describe('a name on a later step', () => {
  it('is not theirs in whatever way theirs was asked', () => {
    const cared = under('Details of the person you provide care for', 'First name', 'Last name');
    expect(walk(under('Your details', 'First name', 'Last name'), cared, under('Bank details', 'Name on the account'))).toEqual(['datum']);
    expect(walk(child, under('مرحلهٔ ۲ از ۳', 'نام و نام خانوادگی', 'تاریخ تولد'))).toEqual(['datum', 'datum']);
  });
});

describe('a step leaves nothing', () => {
  it('where it asks of the applicant too', () => {
    expect(walk([...child, { label: 'نام', headings: ['مشخصات متقاضی'] }], bare)).toEqual(['datum', 'datum', 'datum']);
  });

  it('where it asks of several people', () => {
    expect(walk([...child, ...under('مشخصات همسر', 'نام')], bare)).toEqual(['datum', 'datum', 'datum']);
  });

  it('where nobody was introduced, or somebody about whom no form asks twice', () => {
    expect(walk(under('مشخصات فرزند', 'محل تولد'), bare)).toEqual(['datum', 'datum', 'datum']);
    expect(walk(under('معرف', 'نام', 'کد ملی'), bare)).toEqual(['datum', 'datum', 'datum']);
  });

  it('of what nobody sees', () => {
    const hidden = child.map((field) => ({ ...field, state: 'hidden' as const }));
    expect(walk([...hidden, ...bare]).slice(-3)).toEqual(['datum', 'datum', 'datum']);
  });
});
