import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawExamples, trainingForms, trainingSeed } from './train/draw-examples.ts';
import { fitWeights } from './train/fit.ts';
import { believed, measureF1 } from './train/held-out.ts';
import { hashInputs } from './train/inputs.ts';
import { writeWeights } from './train/write-weights.ts';

/** Learns what each kind of evidence weighs, from forms drawn with the repository's own words, and writes the weights into the extension. */
const started = performance.now();
const examples = drawExamples(trainingForms, trainingSeed);
const weights = fitWeights(examples);
const file = join(import.meta.dirname, '../extension/src/core/autofill/model/weights.ts');
writeFileSync(file, writeWeights(weights, hashInputs()));
const [before, after] = [measureF1(examples, believed), measureF1(examples, weights)].map((figure) => figure.toFixed(3));
process.stdout.write(
  `${examples.length} fields of ${trainingForms} forms; F1 as believed ${before}, as learned ${after}; ${((performance.now() - started) / 1000).toFixed(1)} s\n${file}\n`,
);
