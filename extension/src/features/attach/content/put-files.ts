import { decodeBase64Url } from '@daricheh/shared/encoding';
import type { UploadAnswer, UploadFile, UploadOutcome } from '#core/attachments/upload-field.ts';
import { type ReadControl, readUploads } from './read-uploads.ts';

/** Time that the page's own scripts get to look at a file before it is looked at again. */
const settleMs = 120;

/** Puts files into this frame's boxes, and takes them out again. It remembers which, for as long as the page lives. */
export function createFilePutter(read: ReadControl) {
  let filled: HTMLInputElement[] = [];
  return {
    snapshot: () => readUploads(read).snapshot,
    /** Puts each file into its box, if the page still asks what it asked when it had this mark. A box that somebody filled meanwhile is left. */
    async put(mark: string, files: readonly UploadFile[]): Promise<UploadAnswer> {
      const { snapshot, inputs } = readUploads(read);
      if (snapshot.mark !== mark) return { kind: 'form-changed' };
      const tries = files.map((file) => {
        const input = inputs[file.handle];
        const field = snapshot.fields[file.handle];
        return { file, input, outcome: input && field ? putFile(input, field, file) : ('gone' as const) };
      });
      filled = [...filled, ...tries.flatMap(({ input, outcome }) => (input && outcome === 'written' ? input : []))];
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      return {
        kind: 'done',
        results: tries.map(({ file, input, outcome }) => ({
          handle: file.handle,
          outcome: outcome === 'written' ? lookAgain(input, file) : outcome,
        })),
      };
    },
    /** Empties the boxes that were filled; answers how many. */
    undo(): number {
      const boxes = filled.filter((input) => (input.files?.length ?? 0) > 0);
      for (const input of boxes) setFiles(input, []);
      filled = [];
      return boxes.length;
    },
  };
}

function putFile(
  input: HTMLInputElement,
  { state, hasFile }: { readonly state: string; readonly hasFile: boolean },
  { name, type, data }: UploadFile,
): UploadOutcome {
  if (!input.isConnected) return 'gone';
  if (state !== 'visible') return 'unseen';
  if (hasFile) return 'taken';
  setFiles(input, [new File([decodeBase64Url(data)], name, { type })]);
  return 'written';
}

/** As if they were chosen: the page hears of it by the same events. */
function setFiles(input: HTMLInputElement, files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The page's scripts may have let the file go, or taken it elsewhere and emptied the box. */
function lookAgain(input: HTMLInputElement | undefined, { name }: UploadFile): UploadOutcome {
  if (!input?.isConnected) return 'gone';
  return input.files?.[0]?.name === name ? 'written' : 'changed';
}
