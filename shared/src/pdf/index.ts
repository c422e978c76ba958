export { findEmbeddedFile, maxPdfLength, type PdfSeal, readSealedPdf, type SealedPdf } from './read-sealed-pdf.ts';
