import { findDocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import type { StoredCredential } from './stored-credential.ts';

/** A card of a type that nobody gave colours to. */
const plain = { background: '#394150', text: '#ffffff' } as const;
/** WCAG 2.2, success criterion 1.4.3. */
const leastContrast = 4.5;

/**
 * Colours of a document's card: the issuer's, else those of its type. Letters are the issuer's only where they can be read
 * on its background; otherwise black or white, whichever can be read better.
 */
export function describeLook({ vct, display }: Pick<StoredCredential, 'vct' | 'display'>): { background: string; text: string } {
  const type = findDocumentTypeId(vct);
  const own = type ? getDocumentType(type).colors : plain;
  const background = display?.backgroundColor ?? own.background;
  const text = display?.backgroundColor ? (display.textColor ?? '#ffffff') : own.text;
  if (measureContrast(background, text) >= leastContrast) return { background, text };
  return { background, text: measureContrast(background, '#ffffff') >= measureContrast(background, '#000000') ? '#ffffff' : '#000000' };
}

/** Contrast of two colours, 1 to 21. @see WCAG 2.2, "contrast ratio" */
export function measureContrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [measureLight(a), measureLight(b)].sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
}

/** @see WCAG 2.2, "relative luminance" */
function measureLight(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
