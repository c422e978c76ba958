const zeros = [0x06f0, 0x0660];

/**
 * True when a page shows the value that was written, however it spells it: masks add separators, sites change digits and case, and put a phone number's
 * country before it or take it away.
 */
export function isSameText(shown: string, written: string): boolean {
  // Nothing of a letter or a digit is taken away.
  if (shown === written && /[\p{L}\p{N}]/u.test(shown)) return true;
  if (shown === '') return false;
  const [first, second] = [reduce(shown), reduce(written)];
  if (first === '' || first === second) return first !== '';
  return isPhone(first) && isPhone(second) && dropPrefix(first) === dropPrefix(second);
}

function reduce(text: string): string {
  return [...text.normalize('NFKC')]
    .map(toLatinDigit)
    .join('')
    .replace(/[\s\u200c\u200e\u200f\-–_/.()،,+]/g, '')
    .toLowerCase();
}

function toLatinDigit(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = zeros.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? sign : String(code - zero);
}

function isPhone(digits: string): boolean {
  return /^\d{10,14}$/.test(digits);
}

/** An Iranian number without the country's code and the trunk zero. */
function dropPrefix(digits: string): string {
  return digits.replace(/^(0098|98|0)(?=\d{10}$)/, '');
}
