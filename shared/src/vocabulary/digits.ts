/** First code points of the runs of ten digits that Iranian and other citizens' keyboards write: Arabic-Indic, Persian, fullwidth. */
const digitZeros = [0x660, 0x6f0, 0xff10] as const;

/** `text` with Persian, Arabic and fullwidth digits written as 0–9; all else as it was. */
export function toLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = digitZeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** `text` with 0–9 written as Persian digits; all else as it was. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
}

/** `text` with 0–9 written as Arabic-Indic digits; all else as it was. */
export function toArabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}
