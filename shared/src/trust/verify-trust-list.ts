import type { VerifyP256 } from '../credential/index.ts';
