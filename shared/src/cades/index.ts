export { maxCadesLength, signCades } from './sign-cades.ts';
