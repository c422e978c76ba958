import { foldForMatching, hasArabicScript } from '@daricheh/shared/vocabulary';
import { listLabels } from '../signals/label.ts';
import type { PageField } from '../snapshot.ts';

/** Everything that is written at a field for its reader, as given. */
export function readHints(field: PageField): string {
  return [
    ...listLabels(field),
    field.placeholder,
    field.title,
    field.description,
    field.box,
    ...field.groups.slice(0, 1),
    field.after,
  ].join(' \n ');
}

/** The name that the page gives the field: its label without stars and colons. */
export function describeField(field: PageField): string {
  const [label] = listLabels(field);
  return (label ?? (field.placeholder || field.title || field.groups[0] || ''))
    .replace(/[*:：]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 90);
}

/** Which letters the field asks for: what it says, else those that it is labelled in. */
export function findScript(field: PageField): 'persian' | 'latin' {
  if (insistsOnLatin(field)) return 'latin';
  const hints = readScriptHints(field);
  if (persianHint.test(hints)) return 'persian';
  return hasArabicScript(hints) ? 'persian' : 'latin';
}

/** True where the field says, or its pattern, that it takes no other letters than Latin ones; to be labelled in English is not to say so. */
export function insistsOnLatin(field: PageField): boolean {
  if (/^\^?\(?\[(a-zA-Z|A-Za-z|A-Z|a-z)/.test(field.pattern)) return true;
  const hints = readScriptHints(field);
  // «In Persian or in Latin letters» leaves the choice.
  const takesEither = persianHint.test(hints) && /(^|\s)(or|یا)\s/.test(hints);
  return latinHint.test(hints) && !takesEither;
}

/** Where a field has a label of its own, the line after it is rather the label of the next. */
function readScriptHints(field: PageField): string {
  return foldForMatching(readHints(field.labels.length > 0 ? { ...field, after: '' } : field));
}

const persianHint = /(persian|farsi|فارسی)/;

const latinHint =
  /(latin|in english|english (letters|characters|name|spelling)|\(english\)|لاتین|انگلیسی|as (it appears )?(in|on) (your|the) passport|مطابق گذرنامه|مطابق پاسپورت)/;

/** True where a phone number is to be the one at home. */
export function saysLandline(field: PageField): boolean {
  const hints = foldForMatching([...listLabels(field), field.title, field.placeholder].join(' \n '));
  return /(تلفن ثابت|تلفن منزل|کد شهر|هاتف ثابت|landline|home (tele)?phone)/.test(hints);
}

/** In which order a full name is asked for, where the page names the family first; undefined where it does not. */
export function findNameOrder(field: PageField): 'family-given' | 'family-comma-given' | undefined {
  const hints = foldForMatching([...listLabels(field).slice(0, 2), field.placeholder, field.description].join(' \n '));
  const match =
    /(?:نام خانوادگی|شهرت|surname|last ?name|family ?name)( ?[,،] ?| ?(?:و|and|&|\/|-|then)? )(?:سپس )?(?:نام(?! خانوادگی)|first|given|fore)/.exec(
      hints,
    );
  if (!match) return undefined;
  return /[,،]/.test(match[1] ?? '') ? 'family-comma-given' : 'family-given';
}

/** Whether the digits shown as an example are Persian. Elsewhere digits are Latin: the forms that refuse those are the fewest. */
export function wantsPersianDigits(field: PageField): boolean {
  return /[\u06F0-\u06F9]/.test(field.placeholder) && !/[0-9]/.test(field.placeholder);
}

/** True for a box that says that it is to be left empty: it is there for robots, which fill it. What is said to some people only is no such word. */
export function asksToBeEmpty(field: PageField): boolean {
  return [...listLabels(field), field.placeholder, field.title, field.description].map(foldForMatching).some((hint) => {
    const isAsked =
      /(leave (this |it )?(field |box )?(blank|empty)|do not fill|don.?t fill|if you are (a )?human|خالی (بگذارید|بماند|رها)|پر نکنید)/.test(
        hint,
      );
    return isAsked && !/\bif (you|your|there|it)\b(?! are (a )?human)|اگر (?!انسان|ادم|آدم)|چنانچه|در صورت/.test(hint);
  });
}
