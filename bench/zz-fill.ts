import { mkdtempSync, rmSync } from 'node:fs';
import { fillStore } from './submit/fill.ts';
const f = mkdtempSync('/tmp/zzf-');
for (const n of [5000, 5000, 5000, 5000]) {
const c = process.cpuUsage(); const t = performance.now();
await fillStore(f + '/a.sqlite', n);
const { user, system } = process.cpuUsage(c);
console.log(n, 'user us/each', user / n, 'sys', system / n, 'wall ms/each', (performance.now() - t) / n);
}
rmSync(f, { recursive: true });
