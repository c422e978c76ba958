import { describe, expect, it } from 'vitest';
import { declareMember, type ToldMember } from './declare-member.ts';
import { type FamilyMember, familyMember, listFamilyData, nameMember } from './family-member.ts';

const alone = { members: [], ownIds: ['9990014043'] };
const told = (given: Partial<ToldMember> = {}): ToldMember => ({ id: 'm1', relation: 'partner', texts: { 'given-name': 'علی' }, ...given });
const declare = (given: Partial<ToldMember>, members: readonly FamilyMember[] = []) => declareMember(told(given), { ...alone, members }, 7);
const father: FamilyMember = { version: 1, id: 'f', relation: 'father', values: { 'given-name': 'رضا' }, declaredAtMs: 1 };

describe('a member of the family', () => {
  it('is kept with its values in their normal form, and without what was left empty', () => {
    const texts = { 'given-name': ' علی ', 'family-name': '', bday: '۱۳۶۴/۰۷/۰۵', 'national-id': '۹۹۹۰۰۰۰۰۱۸', tel: '09123456789' };
    const member = declare({ texts });
    expect(member).toEqual({
      version: 1,
      id: 'm1',
      relation: 'partner',
      values: { 'given-name': 'علی', bday: '1985-09-27', 'national-id': '9990000018', tel: '+989123456789' },
      declaredAtMs: 7,
    });
    expect(familyMember.parse(member)).toEqual(member);
  });

  it.each<[string, string]>([
    ['national-id', '1234567890'],
    ['bday', '1364/13/40'],
    ['sex', 'unknown'],
    ['nationality', 'Nowhereland'],
    ['iban', 'IR580540105180021273113007'],
    ['no-such-datum', 'x'],
    ['given-name', '   '],
    ['family-name', 'x'.repeat(501)],
  ])('is refused with %s as %.30s, and the value is not repeated', (datum, text) => {
    const refused = { code: 'fact_invalid', facts: expect.not.objectContaining({ text }) };
    expect(() => declare({ texts: { 'given-name': 'علی', [datum]: text } })).toThrow(expect.objectContaining(refused));
  });

  it('is not the citizen, nor anybody who is known already', () => {
    const known = { ...father, values: { ...father.values, 'national-id': '9990000018' } };
    const withId = (id: string) => ({ texts: { 'given-name': 'علی', 'national-id': id } });
    const taken = expect.objectContaining({ code: 'family_id_taken' });
    expect(() => declare(withId('۹۹۹۰۰۱۴۰۴۳'))).toThrow(taken);
    expect(() => declare(withId('9990000018'), [known])).toThrow(taken);
    expect(declare({ ...withId('9990000018'), id: 'f', relation: 'father' }, [known]).values['national-id']).toBe('9990000018');
  });

  it('is the only father or mother, and may be one of several children', () => {
    expect(() => declare({ relation: 'father' }, [father])).toThrow(expect.objectContaining({ code: 'family_relation_taken' }));
    expect(declare({ relation: 'mother' }, [father]).relation).toBe('mother');
    expect(declare({ relation: 'father', id: 'f' }, [father]).values).toEqual({ 'given-name': 'علی' });
    expect(declare({ relation: 'child' }, [{ ...father, relation: 'child' }]).relation).toBe('child');
  });

  it('A21: of another shape is not read', () => {
    expect(familyMember.safeParse({ ...father, version: 2 }).success).toBe(false);
    expect(familyMember.safeParse({ ...father, relation: 'uncle' }).success).toBe(false);
    expect(familyMember.safeParse({ ...father, values: { iban: 'x' } }).success).toBe(false);
  });

  it('has a name to be told apart by', () => {
    expect(nameMember({ values: { 'given-name': 'نوا', 'family-name': 'رضایی' } })).toBe('نوا رضایی');
    expect(nameMember({ values: { 'given-name': 'نوا' } })).toBe('نوا');
  });

  it('is asked the father’s name of a spouse or a child alone', () => {
    expect(listFamilyData('partner')).toContain('father-name');
    expect(listFamilyData('father')).not.toContain('father-name');
  });
});
