export { maxCadesLength, signCades } from './sign-cades.ts';
export { type CadesExpectations, type CadesPorts, type VerifiedCades, verifyCades } from './verify-cades.ts';
