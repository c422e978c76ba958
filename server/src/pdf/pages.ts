import { colorSpace, colorSpaceName } from './draw.ts';
import type { FontUse } from './embed-font.ts';
import type { FontWeight } from './load-fonts.ts';
import type { PdfObjects } from './pdf-file.ts';
import { type PdfRef, writeArray, writeDict, writeNumber, writeRef } from './pdf-values.ts';
import type { Tag } from './tags.ts';

/** A4, in points. */
export const pageWidth = 595.28;
export const pageHeight = 841.89;

export type Page = {
  /** Draws what belongs to that tag. */
  draw(operators: string, tag: Tag): void;
  /** Draws what is there for the eye alone: rules, page numbers. */
  decorate(operators: string): void;
};

export type Pages = {
  add(): Page;
  readonly all: readonly Page[];
  /** Writes the pages with their fonts; the annotations stand on the first. @returns the tree of pages, and the pages in their order */
  write(
    uses: Readonly<Record<FontWeight, FontUse>>,
    annotations: readonly PdfRef[],
  ): Promise<{ readonly tree: PdfRef; readonly pages: readonly PdfRef[] }>;
};

type DrawnPage = Page & { readonly ref: PdfRef; readonly operators: string[] };

/** Pages of `file`, to be drawn on. */
export function createPages(file: PdfObjects): Pages {
  const all: DrawnPage[] = [];
  return {
    all,
    add: () => {
      const page = createPage(file.reserve());
      all.push(page);
      return page;
    },
    write: async (uses, annotations) => {
      const tree = file.reserve();
      const [regular, bold] = [await uses.regular.embed(file), await uses.bold.embed(file)];
      const resources = file.add(
        writeDict({
          Font: writeDict({ regular: regular === null ? undefined : writeRef(regular), bold: bold === null ? undefined : writeRef(bold) }),
          ColorSpace: writeDict({ [colorSpaceName]: colorSpace }),
        }),
      );
      for (const [index, page] of all.entries()) {
        writePage(file, page, { index, tree, resources, annotations: index === 0 ? annotations : [] });
      }
      const kids = writeArray(all.map(({ ref }) => writeRef(ref)));
      file.set(tree, writeDict({ Type: '/Pages', Kids: kids, Count: String(all.length) }));
      return { tree, pages: all.map(({ ref }) => ref) };
    },
  };
}

function createPage(ref: PdfRef): DrawnPage {
  const operators: string[] = [];
  let marks = 0;
  return {
    ref,
    operators,
    draw: (drawn, tag) => {
      operators.push(`/${tag.type} << /MCID ${marks} >> BDC ${drawn} EMC`);
      tag.children.push({ page: ref, number: marks });
      marks++;
    },
    decorate: (drawn) => {
      operators.push(`/Artifact BMC ${drawn} EMC`);
    },
  };
}

type PageFacts = { readonly index: number; readonly tree: PdfRef; readonly resources: PdfRef; readonly annotations: readonly PdfRef[] };

function writePage(file: PdfObjects, { ref, operators }: DrawnPage, { index, tree, resources, annotations }: PageFacts): void {
  const contents = file.addStream({ entries: {}, data: Buffer.from(operators.join('\n'), 'latin1') });
  file.set(
    ref,
    writeDict({
      ...{ Type: '/Page', Parent: writeRef(tree), MediaBox: writeArray(['0', '0', writeNumber(pageWidth), writeNumber(pageHeight)]) },
      ...{ Resources: writeRef(resources), Contents: writeRef(contents), StructParents: String(index), Tabs: '/S' },
      Annots: annotations.length === 0 ? undefined : writeArray(annotations.map(writeRef)),
    }),
  );
}
