import type { Manifest } from './manifest.ts';
import { renderView } from './render-view.ts';
import type { ViewLine } from './view.ts';

/** An answer or a file that is not in both, or not the same: as the view shows it, null where it is missing. */
export type ManifestChange = {
  readonly label: string;
  readonly direction: ViewLine['direction'];
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * What one manifest says otherwise than an earlier one, in the words of that language: first the answers in their order, with what is no longer
 * answered behind them, then the files, and at the end for whom it is signed and as what. Where an answer came from is no difference.
 */
export function compareManifests(before: Manifest, after: Manifest, locale: Manifest['locale']): ManifestChange[] {
  const [old, fresh] = [listShown(before, locale), listShown(after, locale)];
  const keys = new Set([
    ...fresh.answers.keys(),
    ...old.answers.keys(),
    ...fresh.files.keys(),
    ...old.files.keys(),
    ...fresh.mandate.keys(),
    ...old.mandate.keys(),
  ]);
  return [...keys].flatMap((key) => {
    const [was, is] = [find(old, key), find(fresh, key)];
    const shown = is ?? was;
    if (shown === undefined || was?.value === is?.value) return [];
    return [{ label: shown.label, direction: shown.direction, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

type Shown = Readonly<Record<'answers' | 'files' | 'mandate', ReadonlyMap<string, ViewLine>>>;

function find({ answers, files, mandate }: Shown, key: string): ViewLine | undefined {
  return answers.get(key) ?? files.get(key) ?? mandate.get(key);
}

/** The lines of the view, by what they stand for: a field of the form, a file's slot and content, or a part of the mandate. */
function listShown(manifest: Manifest, locale: Manifest['locale']): Shown {
  const { sections } = renderView({ ...manifest, locale });
  const pair = (id: 'answers' | 'attachments' | 'mandate', keys: readonly string[]): ReadonlyMap<string, ViewLine> => {
    const lines = sections.find((section) => section.id === id)?.lines ?? [];
    return new Map(lines.map((line, place) => [keys[place] ?? '', line]));
  };
  return {
    answers: pair(
      'answers',
      manifest.answers.map(({ field }) => `answer ${field}`),
    ),
    files: pair(
      'attachments',
      manifest.attachments.map(({ slot, sha256 }) => `file ${slot} ${sha256}`),
    ),
    mandate: pair('mandate', ['mandate name', 'mandate national-id', 'mandate relation']),
  };
}
