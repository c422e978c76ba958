import { hash } from 'node:crypto';
import type { SheetFont } from './load-fonts.ts';
import type { PdfObjects } from './pdf-file.ts';
import { type PdfRef, writeArray, writeDict, writeName, writeNumber, writeRef, writeUtf16 } from './pdf-values.ts';
import type { PlacedGlyph } from './shape-line.ts';
import { subsetFont } from './subset-font.ts';

/** A font as a document uses it. */
export type FontUse = {
  readonly font: SheetFont;
  /** The code under which text shows this glyph as standing for its text. */
  encode(glyph: Pick<PlacedGlyph, 'id' | 'text'>): number;
  /** How far the glyph moves the pen by itself, in thousandths. */
  widthOf(id: number): number;
  /** Writes the font with what was encoded; null where nothing was. */
  embed(file: PdfObjects): Promise<PdfRef | null>;
};

/** Stands for nothing, where nothing may not stand: every glyph has to say what it is. */
const noText = '\u200B';
const maxMappings = 100;
const capHeight = 0.68;
const stemWidths = { regular: 80, bold: 140 } as const;

/**
 * A code is given to each pair of a glyph and what it stands for, so that one shape that stands for different letters in
 * different places is read out rightly in each. The map from codes to glyphs goes into the file.
 * @see ISO 32000-1, sections 9.7.4 and 9.10.3
 */
export function useFont(font: SheetFont): FontUse {
  const codes = new Map<string, number>();
  const used: Pick<PlacedGlyph, 'id' | 'text'>[] = [];
  const widthOf = (id: number): number => (font.hb.glyphHAdvance(id) * 1000) / font.unitsPerEm;
  return {
    font,
    widthOf,
    encode: (glyph) => {
      const key = `${glyph.id} ${glyph.text}`;
      const code = codes.get(key) ?? used.push(glyph);
      codes.set(key, code);
      return code;
    },
    embed: async (file) => (used.length === 0 ? null : writeFont(file, font, used, widthOf)),
  };
}

async function writeFont(
  file: PdfObjects,
  font: SheetFont,
  used: readonly Pick<PlacedGlyph, 'id' | 'text'>[],
  widthOf: (id: number) => number,
): Promise<PdfRef> {
  const glyphs = [...new Set(used.map(({ id }) => id))].sort((a, b) => a - b);
  const data = await subsetFont(font.bytes, glyphs);
  const name = writeName(`${nameSubset(data)}+${font.postScriptName}`);
  const program = file.addStream({ entries: { Length1: String(data.length) }, data });
  const descriptor = file.add(describeFont(font, name, program));
  const map = new Uint8Array(2 * (used.length + 1));
  for (const [index, { id }] of used.entries()) map.set([id >> 8, id & 0xff], 2 * (index + 1));
  const descendant = file.add(
    writeDict({
      Type: '/Font',
      Subtype: '/CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: writeDict({ Registry: '(Adobe)', Ordering: '(Identity)', Supplement: '0' }),
      FontDescriptor: writeRef(descriptor),
      W: writeArray(['1', writeArray(used.map(({ id }) => writeNumber(widthOf(id))))]),
      CIDToGIDMap: writeRef(file.addStream({ entries: {}, data: map })),
    }),
  );
  const toUnicode = file.addStream({ entries: {}, data: Buffer.from(mapToUnicode(used)) });
  return file.add(
    writeDict({
      ...{ Type: '/Font', Subtype: '/Type0', BaseFont: name, Encoding: '/Identity-H' },
      ...{ DescendantFonts: writeArray([writeRef(descendant)]), ToUnicode: writeRef(toUnicode) },
    }),
  );
}

/** Six capital letters that no other part of the font has. @see ISO 32000-1, section 9.6.4 */
function nameSubset(data: Uint8Array): string {
  return [...hash('sha256', data, 'buffer').subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

function describeFont({ unitsPerEm, ascender, descender, box, weight }: SheetFont, name: string, program: PdfRef): string {
  const scale = (units: number): string => writeNumber((units * 1000) / unitsPerEm);
  return writeDict({
    ...{ Type: '/FontDescriptor', FontName: name, Flags: '4', ItalicAngle: '0', FontBBox: writeArray(box.map(scale)) },
    ...{ Ascent: scale(ascender), Descent: scale(descender), CapHeight: writeNumber(capHeight * 1000), StemV: String(stemWidths[weight]) },
    FontFile2: writeRef(program),
  });
}

function mapToUnicode(used: readonly Pick<PlacedGlyph, 'text'>[]): string {
  const rows = used.map(({ text }, index) => `<${writeCode(index + 1)}> <${writeUtf16(text === '' ? noText : text)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += maxMappings) {
    const block = rows.slice(at, at + maxMappings);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** A code as text shows it: four hexadecimal digits. */
export function writeCode(code: number): string {
  return code.toString(16).padStart(4, '0').toUpperCase();
}
