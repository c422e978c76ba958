import type { Concept } from '../concept.ts';
import { hasPhrase, vehiclePhrases } from '../lexicon/section-words.ts';
import { listLabels } from '../signals/label.ts';
import { splitWords } from '../words.ts';
import type { Drafts } from './neighbours.ts';

/** What a form about a vehicle asks in one word. */
const words: Readonly<Record<string, Concept>> = {
  model: 'vehicle-model',
  make: 'vehicle-make',
  brand: 'vehicle-make',
  manufacturer: 'vehicle-make',
  color: 'vehicle-color',
  colour: 'vehicle-color',
  plate: 'vehicle-plate',
  'registration number': 'vehicle-plate',
  'reg number': 'vehicle-plate',
  مدل: 'vehicle-model',
  تیپ: 'vehicle-model',
  سازنده: 'vehicle-make',
  رنگ: 'vehicle-color',
  پلاک: 'vehicle-plate',
  موديل: 'vehicle-model',
  اللون: 'vehicle-color',
  marka: 'vehicle-make',
  renk: 'vehicle-color',
};

/** In a form about a vehicle, a bare “Model” or «رنگ» is the vehicle's. */
export function settleVehicles({ list, snapshot }: Drafts): void {
  const isAbout = list.some((draft) => draft.concept?.startsWith('vehicle-')) || hasPhrase(snapshot.title, vehiclePhrases);
  for (const draft of list) {
    if (!isAbout && !draft.field.headings.some((heading) => hasPhrase(heading, vehiclePhrases))) continue;
    if (draft.concept !== undefined && draft.concept !== 'other' && draft.concept !== 'address-house-number') continue;
    const concept = listLabels(draft.field)
      .map((label) => words[splitWords(label).join(' ')])
      .find(Boolean);
    if (concept) draft.concept = concept;
  }
}
