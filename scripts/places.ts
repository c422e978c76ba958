import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const root = resolve(import.meta.dirname, '..');

/** The program that an installed package brings. */
export function findTool(name: string): string {
  return join(root, 'node_modules', '.bin', name);
}

/** A file below reports/, where the checks leave what they found. */
export function placeReport(name: string): string {
  return join(root, 'reports', name);
}
