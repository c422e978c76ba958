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
 * answered behind them, then the files. Where an answer came from is no difference.
 */
export function compareManifests(before: Manifest, after: Manifest, locale: Manifest['locale']): ManifestChange[] {
  const [old, fresh] = [listShown(before, locale), listShown(after, locale)];
  const keys = new Set([...fresh.answers.keys(), ...old.answers.keys(), ...fresh.files.keys(), ...old.files.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [old.answers.get(key) ?? old.files.get(key), fresh.answers.get(key) ?? fresh.files.get(key)];
    const shown = is ?? was;
    if (shown === undefined || was?.value === is?.value) return [];
    return [{ label: shown.label, direction: shown.direction, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

/** The lines of the view, by what they stand for: a field of the form, or a file's slot and content. */
function listShown(manifest: Manifest, locale: Manifest['locale']) {
  const { sections } = renderView({ ...manifest, locale });
  const pair = (id: 'answers' | 'attachments', keys: readonly string[]): ReadonlyMap<string, ViewLine> => {
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
  };
}
