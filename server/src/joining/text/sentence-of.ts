import { errorSentences, isErrorCode } from '@daricheh/shared/errors';

/** The sentence of an error's code, or the code where there is none. */
export function sentenceOf(code: string, language: 'fa' | 'en'): string {
  return isErrorCode(code) ? errorSentences[code][language] : code;
}
