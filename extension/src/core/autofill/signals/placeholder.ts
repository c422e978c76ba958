import type { Evidence, PageContext } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';
import { scaleCoverage } from './label.ts';

const alone = 2.6;
const besideLabel = 1.1;

/** The hint inside the box; beside a label it is often an example, and weighs less. Shapes of examples say something too. */
export function readPlaceholder(field: PageField, context: PageContext): Evidence[] {
  const weight = field.labels.length > 0 || field.aria !== '' || field.cell !== '' ? besideLabel : alone;
  const texts = [field.placeholder, field.title].filter((text) => text !== '');
  return texts.flatMap((text, place) => [...readWords(text, place === 0 ? weight : weight / 2, context), ...readShape(text)]);
}

function readWords(text: string, weight: number, context: PageContext): Evidence[] {
  const reading = context.readText(text);
  if (reading.concept === undefined || reading.coverage < 0.3) return [];
  return [{ concept: reading.concept, weight: weight * scaleCoverage(reading.coverage), signal: 'placeholder', words: text }];
}

function readShape(text: string): Evidence[] {
  const evidence = (concept: Evidence['concept'], weight: number): Evidence[] => [{ concept, weight, signal: 'placeholder', words: text }];
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return evidence('email', 1.8);
  if (/^(\+98|0)?9[\dxX*-]{9,12}$/.test(text)) return evidence('tel', 1.2);
  if (/^IR[\dxX\s-]{10,}$/.test(text)) return evidence('iban', 2);
  return [];
}
