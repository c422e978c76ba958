import type { DrawStep } from '../../../core/attachments/fit-size.ts';
import type { CopyLines } from './copy-lines.ts';

export type CopyPicture = {
  readonly lines: CopyLines;
  readonly isRightToLeft: boolean;
  /** A `data:` address; null where the document holds no picture. */
  readonly portrait: string | null;
  readonly colors: { readonly background: string; readonly text: string };
};

/** An A4 page in CSS pixels at 72 to the inch: what a scale of 1 draws. */
const sheet = { width: 595, height: 842 };
const margin = 40;
const portraitBox = { width: 96, height: 120 };
const smallestText = 7;
/** Of a row, for what it is. */
const labelShare = 0.36;
const family = 'Vazirmatn, sans-serif';

/** Draws a copy as one page, whole: the more it has to say, the smaller it is written. Text is shaped by the browser, so Persian reads as it should. */
export async function drawCopy(picture: CopyPicture, { scale }: Pick<DrawStep, 'scale'>): Promise<HTMLCanvasElement> {
  await Promise.all(['400 12px', '700 12px'].map((font) => document.fonts.load(`${font} ${family}`, 'آ a')));
  const portrait = picture.portrait === null ? undefined : await loadPicture(picture.portrait);
  for (let size = 13; ; size -= 1) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(sheet.width * scale);
    canvas.height = Math.round(sheet.height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) throw new RangeError('no canvas to draw on');
    pen.scale(scale, scale);
    const isWhole = new CopyDrawing(pen, picture, size).draw(portrait);
    if (isWhole || size <= smallestText) return canvas;
  }
}

async function loadPicture(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = address;
  // A picture that cannot be read is left out, as it is on the document's card.
  return image.decode().then(
    () => image,
    () => undefined,
  );
}

/** One page as it is being drawn, from the top down. */
class CopyDrawing {
  readonly pen: CanvasRenderingContext2D;
  readonly picture: CopyPicture;
  readonly size: number;
  #y = 0;

  constructor(pen: CanvasRenderingContext2D, picture: CopyPicture, size: number) {
    this.pen = pen;
    this.picture = picture;
    this.size = size;
  }

  /** False when not everything found room. */
  draw(portrait: HTMLImageElement | undefined): boolean {
    const { pen, picture, size } = this;
    const { lines, isRightToLeft, colors } = picture;
    pen.direction = isRightToLeft ? 'rtl' : 'ltr';
    pen.textAlign = 'start';
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.fillStyle = colors.background;
    pen.fillRect(0, 0, sheet.width, 92);
    this.#y = 26;
    this.#write(lines.title, { weight: 700, size: 22, color: colors.text, width: this.#width });
    this.#write(lines.issuer, { weight: 400, size: 12, color: colors.text, width: this.#width });
    this.#y = 112;
    const below = portrait ? this.#drawPortrait(portrait) : 0;
    for (const { label, value } of lines.rows) this.#drawRow(label, value, this.#y < below ? portraitBox.width + 16 : 0);
    this.#y = Math.max(this.#y, below) + size;
    const footStart = this.#y;
    pen.fillStyle = '#8a5a00';
    pen.fillRect(margin, footStart - 4, this.#width, 1.5);
    this.#y += 4;
    for (const notice of lines.notices)
      this.#write(notice, { weight: 700, size: Math.max(9, size - 2), color: '#6b4300', width: this.#width });
    return this.#y <= sheet.height - margin / 2;
  }

  get #width(): number {
    return sheet.width - 2 * margin;
  }

  /** At the end of the line; gives back how far down it reaches. */
  #drawPortrait(portrait: HTMLImageElement): number {
    const { width, height } = portraitBox;
    const share = Math.min(width / portrait.naturalWidth, height / portrait.naturalHeight);
    const drawn = { width: portrait.naturalWidth * share, height: portrait.naturalHeight * share };
    const x = this.picture.isRightToLeft ? margin : sheet.width - margin - drawn.width;
    this.pen.drawImage(portrait, x, this.#y, drawn.width, drawn.height);
    return this.#y + drawn.height + 8;
  }

  /** What it is, and beside it what it says, each in its own column. */
  #drawRow(label: string, value: string, endTaken: number): void {
    const { size } = this;
    const width = this.#width - endTaken;
    const column = width * labelShare;
    const top = this.#y;
    this.#write(label, { weight: 400, size, color: '#4b5b63', width: column - size });
    const labelEnd = this.#y;
    this.#y = top;
    this.#write(value, { weight: 700, size, color: '#17262e', width: width - column, indent: column });
    this.#y = Math.max(this.#y, labelEnd);
  }

  /** Writes a text in as many lines as it needs, each isolated from the direction of the one before. */
  #write(text: string, { weight, size, color, width, indent = 0 }: Ink): void {
    const { pen, picture } = this;
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillStyle = color;
    const x = picture.isRightToLeft ? sheet.width - margin - indent : margin + indent;
    for (const line of breakLines(text, width, (part) => pen.measureText(part).width)) {
      this.#y += size * 1.3;
      pen.fillText(isolate(line), x, this.#y);
    }
    this.#y += size * 0.4;
  }
}

/** How a text is written: in CSS pixels, `indent` from the start of the line. */
type Ink = { readonly weight: number; readonly size: number; readonly color: string; readonly width: number; readonly indent?: number };

/** First strong isolate: a plate or an address keeps its own direction within the page's. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Breaks at spaces and at line ends; a word that is wider than the line stands alone in it. */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}
