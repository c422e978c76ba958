import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildCheckPage, buildKit, packSharedPackage } from './build/index.ts';
import { root } from './places.ts';

const place = join(root, 'dist');
mkdirSync(place, { recursive: true });
console.log(relative(root, await packSharedPackage(place)));
console.log(relative(root, await buildCheckPage()));
console.log(relative(root, await buildKit()));
