import { drawForm } from './draw-form.ts';
import { type Example, readExamples } from './examples.ts';
import { createRandom } from './random.ts';
import { styles } from './styles.ts';
import { drawnLanguages } from './words.ts';

export const trainingSeed = 20261128;
export const trainingForms = 3000;

/** Examples from as many forms, the same for the same seed. */
export function drawExamples(forms: number, seed: number): Example[] {
  const random = createRandom(seed);
  return Array.from({ length: forms }, () => drawForm(random, random.pick(styles), random.pick(drawnLanguages))).flatMap(readExamples);
}
