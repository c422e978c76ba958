import { makeDemo } from './demo/index.ts';

const { folder, port, isNew } = await makeDemo();
console.log(isNew ? `Made keys, certificates and lists of the demo in ${folder}, for port ${port}.` : `The demo in ${folder} is ready.`);
