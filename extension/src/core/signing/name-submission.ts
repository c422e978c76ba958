import { type Manifest, renderView } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';

/** What a signed form is called in lists: its title, as each language's view has it. */
export function nameSubmission(manifest: Manifest): LocalizedText {
  return { fa: renderView({ ...manifest, locale: 'fa' }).title, en: renderView({ ...manifest, locale: 'en' }).title };
}
