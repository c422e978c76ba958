export { findEmbeddedFile } from './find-embedded-file.ts';
