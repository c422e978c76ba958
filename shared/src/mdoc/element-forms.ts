import { type Cbor, CborTag, cborTags, makeCborMap } from '../cbor/index.ts';
import { decodeBase64Url, type Json } from '../encoding/index.ts';
import { type FieldId, getField } from '../vocabulary/index.ts';
import { invalidMdoc } from './mdoc-error.ts';

// The same datum has one form in our vocabulary and another in ISO/IEC 18013-5:2021, table 5: both ways stand here.

/** ISO/IEC 5218. */
const sexes: Readonly<Record<string, number>> = { male: 1, female: 2 };
/** Most bytes of a portrait that is issued, in whatever format. */
export const maxPortraitBytes = 10 * 1024;

const jpegPrefix = 'data:image/jpeg;base64,';

/**
 * A datum in the form that its element has: dates as full-date, pictures as bytes, categories as privileges of one each.
 * @param value as the vocabulary has it: text, or true or false
 * @throws AppError `mdoc_invalid` for a value that has no such form
 */
export function writeElement(datum: FieldId, value: Json): Cbor {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') throw invalidMdoc('element');
  if (datum === 'sex') return sexes[value] ?? 0;
  if (datum === 'drivers-license-categories') return splitCategories(value).map((code) => makeCborMap({ vehicle_category_code: code }));
  const { kind } = getField(datum);
  if (kind === 'date') return new CborTag(cborTags.fullDate, value);
  return kind === 'image' ? readPicture(value) : value;
}

/** An element, as `toJson` reads it, in the form that its datum has in the vocabulary; what has no such form stays as it is. */
export function readElement(datum: FieldId, value: Json): Json {
  if (datum === 'sex') return Object.entries(sexes).find(([, code]) => code === value)?.[0] ?? value;
  if (datum === 'drivers-license-categories') return Array.isArray(value) ? value.map(readCategory).join('، ') : value;
  return getField(datum).kind === 'image' && typeof value === 'string' ? writePicture(value) : value;
}

function splitCategories(text: string): string[] {
  return text.split(/[،,]/).map((part) => part.trim());
}

function readCategory(privilege: Json): string {
  const isMap = typeof privilege === 'object' && privilege !== null && 'vehicle_category_code' in privilege;
  return isMap ? String(privilege.vehicle_category_code) : '';
}

function readPicture(dataUrl: string): Cbor {
  const [, base64] = /^data:image\/(?:jpeg|png|webp);base64,([A-Za-z0-9+/]+)=*$/.exec(dataUrl) ?? [];
  if (base64 === undefined) throw invalidMdoc('portrait');
  const picture = decodeBase64Url(base64.replaceAll('+', '-').replaceAll('/', '_'));
  if (picture.length > maxPortraitBytes) throw invalidMdoc('portrait');
  return picture;
}

/** The picture's own first bytes say of what kind it is; JPEG is the standard's. */
function writePicture(base64Url: string): string {
  const base64 = base64Url.replaceAll('-', '+').replaceAll('_', '/');
  const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, '=');
  const prefix = [
    ['iVBORw0KGgo', 'data:image/png;base64,'],
    ['UklGR', 'data:image/webp;base64,'],
  ].find(([start = '']) => base64.startsWith(start))?.[1];
  return (prefix ?? jpegPrefix) + padded;
}
