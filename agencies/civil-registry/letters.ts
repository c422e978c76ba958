import { listLetterPeople, type Person } from '../people.ts';
import { toAsciiDigits } from '../persian/jalali.ts';

/** Whoever received a letter, by national id and activation code, as people type them. */
export type LetterDesk = {
  /** The person; or why not: nothing fits, or too many wrong codes for this national id in the last ten minutes. */
  readonly identify: (nationalId: string, activationCode: string) => Person | 'unknown' | 'locked';
};

const mostFailures = 5;
const lockMs = 10 * 60 * 1000;

/** The desk where letters are checked. Wrong codes are counted by national id, whether or not it exists. */
export function createLetterDesk(now: () => Date): LetterDesk {
  const failures = new Map<string, { count: number; firstAt: number }>();
  return {
    identify: (typedId, typedCode) => {
      const nationalId = toAsciiDigits(typedId).replace(/\D/g, '');
      const at = now().getTime();
      const known = failures.get(nationalId);
      const failed = known !== undefined && at - known.firstAt < lockMs ? known : { count: 0, firstAt: at };
      if (failed.count >= mostFailures) return 'locked';
      const person = listLetterPeople(now()).find(({ claims }) => claims.national_id === nationalId);
      if (person !== undefined && foldCode(person.activationCode) === foldCode(typedCode)) {
        failures.delete(nationalId);
        return person;
      }
      failures.set(nationalId, { ...failed, count: failed.count + 1 });
      return 'unknown';
    },
  };
}

/** Codes are compared without spaces, dashes and case. */
function foldCode(code: string): string {
  return toAsciiDigits(code)
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase();
}
