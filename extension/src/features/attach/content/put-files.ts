import { decodeBase64Url } from '@daricheh/shared/encoding';
import type { UploadAnswer, UploadFile, UploadOutcome } from '#core/attachments/upload-field.ts';
import { type ReadControl, readUploads } from './read-uploads.ts';

/** Time that the page's own scripts get to look at a file before it is looked at again. */
const settleMs = 120;

/** Puts files into this frame's boxes, and takes them out again. It remembers which, for as long as the page lives. */
export function createFilePutter(read: ReadControl) {
  const filled = new Map<HTMLInputElement, ReadonlySet<string>>();
  return {
    snapshot: () => readUploads(read).snapshot,
    /** Puts the files into their boxes, if the page still asks what it asked when it had this mark. A box that somebody filled meanwhile is left. */
    async put(mark: string, files: readonly UploadFile[]): Promise<UploadAnswer> {
      const { snapshot, inputs } = readUploads(read);
      if (snapshot.mark !== mark) return { kind: 'form-changed' };
      const tries = [...Map.groupBy(files, ({ handle }) => handle)].map(([handle, own]) => {
        const input = inputs[handle];
        const field = snapshot.fields[handle];
        const outcome = input && field ? putFiles(input, field, own) : ('gone' as const);
        if (input && outcome === 'written') filled.set(input, new Set(own.map(({ name }) => name)));
        return { own, input, outcome };
      });
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      return {
        kind: 'done',
        results: tries.flatMap(({ own, input, outcome }) =>
          own.map(({ handle, name }) => ({ handle, name, outcome: outcome === 'written' ? lookAgain(input, name) : outcome })),
        ),
      };
    },
    /** Takes out the files that were put, and no other; answers how many. */
    undo(): number {
      let count = 0;
      for (const [input, names] of filled) {
        const files = [...(input.files ?? [])];
        const others = files.filter(({ name }) => !names.has(name));
        if (others.length < files.length) setFiles(input, others);
        count += files.length - others.length;
      }
      filled.clear();
      return count;
    },
  };
}

function putFiles(
  input: HTMLInputElement,
  { state, hasFile }: { readonly state: string; readonly hasFile: boolean },
  files: readonly UploadFile[],
): UploadOutcome {
  if (!input.isConnected || (files.length > 1 && !input.multiple)) return 'gone';
  if (state !== 'visible') return 'unseen';
  if (hasFile) return 'taken';
  setFiles(
    input,
    files.map(({ name, type, data }) => new File([decodeBase64Url(data)], name, { type })),
  );
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
function lookAgain(input: HTMLInputElement | undefined, name: string): UploadOutcome {
  if (!input?.isConnected) return 'gone';
  return [...(input.files ?? [])].some((file) => file.name === name) ? 'written' : 'changed';
}
