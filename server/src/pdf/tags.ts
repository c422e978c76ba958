import type { PdfObjects } from './pdf-file.ts';
import { type PdfRef, type PdfValue, writeArray, writeDict, writeName, writeRef, writeText } from './pdf-values.ts';

/** A part of a page's content that one tag holds. */
export type Mark = { readonly page: PdfRef; readonly number: number };

/** What a part of the document is, for who does not see it. @see ISO 32000-1, section 14.8.4 */
export type Tag = {
  readonly type: 'Document' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Span' | 'Figure';
  readonly children: (Tag | Mark)[];
  readonly language?: string | undefined;
  /** What stands there, in the order of reading: screen readers need not put letters together. */
  readonly text?: string | undefined;
  /** What a picture shows. */
  readonly alternative?: string | undefined;
};

export function createTag(type: Tag['type'], about: Omit<Tag, 'type' | 'children'> = {}): Tag {
  return { type, children: [], ...about };
}

/** Writes the tree, and for each page which of its marks belongs to which tag; pages stand in the order of their `StructParents`. */
export function writeTags(file: PdfObjects, root: Tag, pages: readonly PdfRef[]): PdfRef {
  const tree = file.reserve();
  const owners = new Map<number, PdfRef[]>(pages.map(({ number }) => [number, []]));
  const document = writeTag(file, root, tree, owners);
  const numbers = pages.flatMap(({ number }, index) => [String(index), writeArray((owners.get(number) ?? []).map(writeRef))]);
  const parents = file.add(writeDict({ Nums: writeArray(numbers) }));
  file.set(
    tree,
    writeDict({
      ...{ Type: '/StructTreeRoot', K: writeRef(document), ParentTree: writeRef(parents), ParentTreeNextKey: String(pages.length) },
    }),
  );
  return tree;
}

function writeTag(file: PdfObjects, tag: Tag, parent: PdfRef, owners: ReadonlyMap<number, PdfRef[]>): PdfRef {
  const ref = file.reserve();
  const children = tag.children.map((child): PdfValue => {
    if ('type' in child) return writeRef(writeTag(file, child, ref, owners));
    const ofPage = owners.get(child.page.number);
    if (ofPage !== undefined) ofPage[child.number] = ref;
    return writeDict({ Type: '/MCR', Pg: writeRef(child.page), MCID: String(child.number) });
  });
  file.set(
    ref,
    writeDict({
      ...{ Type: '/StructElem', S: writeName(tag.type), P: writeRef(parent), K: writeArray(children) },
      Lang: tag.language === undefined ? undefined : writeText(tag.language),
      ActualText: tag.text === undefined ? undefined : writeText(tag.text),
      Alt: tag.alternative === undefined ? undefined : writeText(tag.alternative),
    }),
  );
  return ref;
}
