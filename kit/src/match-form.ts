import { assignControls, type SoughtForm } from '@daricheh/shared/submission';
import { listControls } from './form-controls.ts';
import { addFormMap, type FetchText, fetchSoughtForm } from './form-source.ts';
import { listMismatches, tellMismatches } from './tell-mismatch.ts';

export type MatchPorts = {
  readonly fetchText: FetchText;
  /** The path of the page, as the browser writes it. */
  readonly path: string;
  /** Where the page's developer looks. */
  readonly warn: (words: string) => void;
};

/**
 * What the form's definition seeks in the page; undefined where the definition cannot be had. What does not fit is told to the page's
 * developer, and changes nothing for anybody else. The form map is asked for only where the page alone leaves a field without control.
 */
export async function matchForm(form: HTMLFormElement, { fetchText, path, warn }: MatchPorts): Promise<SoughtForm | undefined> {
  const uri = form.dataset['darichehForm'] ?? '';
  try {
    const bare = await fetchSoughtForm(uri, path, fetchText);
    const isWhole = assignControls(listControls(form), bare).size === bare.fields.length;
    const sought = isWhole ? bare : await addFormMap(bare, fetchText);
    tellMismatches(uri, listMismatches(listControls(form), sought), warn);
    return sought;
  } catch (error) {
    warn(`Daricheh: this form cannot be signed. ${error instanceof Error ? error.message : ''} It posts as it always did.`);
    return undefined;
  }
}
