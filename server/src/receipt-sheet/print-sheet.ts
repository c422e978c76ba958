import { setImmediate } from 'node:timers/promises';
import { breakLines } from '../pdf/break-lines.ts';
import { type Color, drawLine, fillBoxes, readColor, strokePath } from '../pdf/draw.ts';
import { pageHeight, pageWidth } from '../pdf/pages.ts';
import { createTag, type Tag } from '../pdf/tags.ts';
import { drawCode } from './draw-code.ts';
import { contentWidth, margins, Printer, type PrinterParts, type StyledText, type TextStyle } from './printer.ts';
import type { Bilingual, Language, Sheet, SheetLine, SheetSection } from './sheet.ts';

/** Those of shared/src/look/colors.css, on white. */
const colors = {
  ink: readColor('#17262e'),
  soft: readColor('#4b5b63'),
  line: readColor('#ddd6c8'),
  tile: readColor('#0b5f70'),
  good: readColor('#1e6b45'),
  bad: readColor('#a52019'),
} as const satisfies Record<string, Color>;

const styles = {
  agency: { weight: 'bold', size: 17, color: colors.tile },
  title: { weight: 'bold', size: 12.5, color: colors.ink },
  heading: { weight: 'bold', size: 11.5, color: colors.tile },
  label: { weight: 'regular', size: 9.5, color: colors.soft },
  value: { weight: 'regular', size: 10, color: colors.ink },
  strong: { weight: 'bold', size: 10.5, color: colors.ink },
  small: { weight: 'regular', size: 7.5, color: colors.soft, leading: 1.5 },
} as const satisfies Record<string, TextStyle>;

const labelWidth = 142;
const gap = 14;
const codeSize = 92;
const bandHeight = 7;
const markSize = 7;
const markRoom = 18;
const footBaseline = 36;

const others: Readonly<Record<Language, Language>> = { fa: 'en', en: 'fa' };
const directions = { fa: 'rtl', en: 'ltr' } as const;

/** Prints the sheet, and gives back the tree of its tags. Between two lines others of this process get their turn. */
export async function printSheet(sheet: Sheet, parts: PrinterParts): Promise<Tag> {
  const root = createTag('Document', { language: sheet.language });
  const printer = new Printer(parts);
  printHead(sheet, printer, root);
  await printLines(sheet.facts, styles.strong, { sheet, printer, root });
  for (const section of sheet.sections) await printSection(section, { sheet, printer, root });
  if (printer.hasReplaced) printSentences([sheet.missingGlyphs], { sheet, printer, root });
  printFeet(sheet, parts);
  return root;
}

type Place = { readonly sheet: Sheet; readonly printer: Printer; readonly root: Tag };

function printHead({ agency, title, code, language }: Sheet, printer: Printer, root: Tag): void {
  printer.page.decorate(fillBoxes([{ x: 0, y: pageHeight - bandHeight, width: pageWidth, height: bandHeight }], colors.tile));
  const top = printer.at;
  const figure = createTag('Figure', { alternative: code.alternative });
  const texts = [
    ...writeBilingual(agency, styles.agency, 'H1', { language, root }),
    ...writeBilingual(title, styles.title, 'P', { language, root }),
  ];
  printer.print([{ offset: 0, width: contentWidth - codeSize - 2 * gap, texts }]);
  const place = { x: printer.placeX(contentWidth - codeSize, codeSize), bottom: pageHeight - top - codeSize, size: codeSize };
  root.children.push(figure);
  printer.page.draw(drawCode(code.content, { ...place, color: colors.ink }), figure);
  printer.skip(Math.max(0, top + codeSize - printer.at) + gap);
}

async function printSection(section: SheetSection, place: Place): Promise<void> {
  printHeading(section.heading, place);
  switch (section.kind) {
    case 'lines':
      return printLines(section.lines, styles.value, place);
    case 'checks':
      return printChecks(section.checks, place);
    case 'sentences':
      return printSentences(section.sentences, place);
  }
}

/** A heading stays with what follows it. */
function printHeading(heading: Bilingual, { sheet: { language }, printer, root }: Place): void {
  printer.skip(gap);
  printer.keep(80);
  const [main, other] = writeBilingual(heading, styles.heading, 'H2', { language, root });
  const wide = contentWidth * 0.6;
  printer.print([
    ...(main === undefined ? [] : [{ offset: 0, width: wide, texts: [main] }]),
    ...(other === undefined ? [] : [{ offset: wide, width: contentWidth - wide, texts: [other], isAtEnd: true }]),
  ]);
  drawRule(printer, colors.tile, 0.9);
  printer.skip(4);
}

type Told = { readonly language: Language; readonly root: Tag };

/** The words in the sheet's language, and small the same in the other one, each as a part of one tag. */
function writeBilingual({ text, other }: Bilingual, style: TextStyle, type: Tag['type'], { language, root }: Told): StyledText[] {
  const tag = createTag(type);
  root.children.push(tag);
  const write = (words: string, spoken: Language, look: TextStyle): StyledText => {
    const span = createTag('Span', { text: words, language: spoken === language ? undefined : spoken });
    tag.children.push(span);
    return { text: words, direction: directions[spoken], style: look, tag: span };
  };
  return [write(text, language, style), ...(other === undefined ? [] : [write(other, others[language], styles.small)])];
}

async function printLines(lines: readonly SheetLine[], style: TextStyle, { sheet: { language }, printer, root }: Place): Promise<void> {
  const list = createTag('L');
  root.children.push(list);
  for (const [index, { label, value, direction, notes }] of lines.entries()) {
    if (index > 0) drawRule(printer, colors.line, 0.5);
    printer.skip(3);
    const [item, body] = [createTag('LI'), createTag('LBody')];
    list.children.push(item);
    const labels = writeBilingual(label, styles.label, 'Lbl', { language, root: item });
    item.children.push(body);
    const values = [{ text: value, direction, style }, ...notes.map((note) => ({ ...note, style: styles.small }))].map(
      (each): StyledText => {
        const tag = createTag('P', { text: each.text });
        body.children.push(tag);
        return { ...each, tag };
      },
    );
    printer.print([
      { offset: 0, width: labelWidth, texts: labels },
      { offset: labelWidth + gap, width: contentWidth - labelWidth - gap, texts: values },
    ]);
    printer.skip(3);
    await setImmediate();
  }
}

function printChecks(checks: Extract<SheetSection, { kind: 'checks' }>['checks'], { sheet: { language }, printer, root }: Place): void {
  const list = createTag('L');
  root.children.push(list);
  for (const { text, holds } of checks) {
    const [item, mark, body] = [createTag('LI'), createTag('Lbl', { text: holds ? '✓' : '✗' }), createTag('LBody', { text })];
    item.children.push(mark, body);
    list.children.push(item);
    printer.keep(styles.value.size * 2);
    printer.page.draw(drawMark(holds, printer), mark);
    const texts = [{ text, direction: directions[language], style: styles.value, tag: body }];
    printer.print([{ offset: markRoom, width: contentWidth - markRoom, texts }]);
  }
}

/** A tick or a cross, drawn: the font has neither. */
function drawMark(holds: boolean, printer: Printer): string {
  const x = printer.placeX(2, markSize);
  const y = pageHeight - printer.at - 5 - markSize;
  const at = (right: number, up: number): [number, number] => [x + right * markSize, y + up * markSize];
  if (holds) return strokePath([at(0, 0.5), at(0.38, 0.1), at(1, 0.95)], 1.3, colors.good);
  return `${strokePath([at(0.1, 0.1), at(0.9, 0.9)], 1.3, colors.bad)} ${strokePath([at(0.1, 0.9), at(0.9, 0.1)], 1.3, colors.bad)}`;
}

function printSentences(sentences: readonly string[], { sheet: { language }, printer, root }: Place): void {
  for (const text of sentences) {
    const tag = createTag('P', { text });
    root.children.push(tag);
    printer.print([{ offset: 0, width: contentWidth, texts: [{ text, direction: directions[language], style: styles.value, tag }] }]);
    printer.skip(2);
  }
}

/** Which sheet it is and which page of it, at the foot of each: for the eye, as every reader counts pages itself. */
function printFeet({ footer, language }: Sheet, { pages, tools, uses, isRightToLeft }: PrinterParts): void {
  const { size, color } = styles.small;
  for (const [index, page] of pages.all.entries()) {
    const style = { font: tools.fonts.regular, size, direction: directions[language] };
    const [line] = breakLines(footer(index + 1, pages.all.length), contentWidth, style, tools);
    if (line === undefined) continue;
    const x = isRightToLeft ? pageWidth - margins.side - (line.width * size) / 1000 : margins.side;
    page.decorate(drawLine(line, { x, baseline: footBaseline, size, color }, uses.regular));
  }
}

function drawRule(printer: Printer, color: Color, height: number): void {
  printer.page.decorate(fillBoxes([{ x: margins.side, y: pageHeight - printer.at, width: contentWidth, height }], color));
}
