/**
 * Names (PDF 32000-2) that a file with something active in it must use: what runs, what opens or sends something, what
 * plays, what carries another file, forms that are programs, and encryption, which would hide the rest. A viewer may do
 * nothing with one of them; that is not relied upon.
 */
export const activeNames: ReadonlySet<string> = new Set([
  ...['JavaScript', 'JS', 'OpenAction', 'AA', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'GoToR', 'XFA', 'NeedsRendering'],
  ...['EmbeddedFile', 'EmbeddedFiles', 'EF', 'FileAttachment', 'Collection'],
  ...['RichMedia', 'Rendition', 'Movie', 'Sound', 'Screen', '3D'],
  'Encrypt',
]);
