import { describe, expect, it } from 'vitest';
import { createRecoveryCode, foldRecoveryCode, parseRecoveryCode } from './recovery-code.ts';

describe('a recovery code', () => {
  it('is six groups of five and is read back', async () => {
    const code = await createRecoveryCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await parseRecoveryCode(code)).toBe(code.replaceAll('-', ''));
  });

  it('is another one each time', async () => {
    expect(await createRecoveryCode()).not.toBe(await createRecoveryCode());
  });

  it('is read as people type it', () => {
    expect(foldRecoveryCode(' abcde–o1lI۰-۹٣ ')).toBe('ABCDE0111093');
  });

  it.each(['', 'ABCDE', 'U0000-00000-00000-00000-00000-00000', '!0000-00000-00000-00000-00000-00000'])('%j is no code', async (typed) => {
    await expect(parseRecoveryCode(typed)).rejects.toMatchObject({ code: 'recovery_code_malformed' });
  });

  it('with one character changed, or two swapped, is mistyped', async () => {
    const [first = '', second = '', ...rest] = (await createRecoveryCode()).replaceAll('-', '');
    const changed = [first === 'Z' ? 'Y' : 'Z', second, ...rest].join('');
    await expect(parseRecoveryCode(changed)).rejects.toMatchObject({ code: 'recovery_code_mistyped' });
    if (first !== second) {
      await expect(parseRecoveryCode([second, first, ...rest].join(''))).rejects.toMatchObject({ code: 'recovery_code_mistyped' });
    }
  });
});
