import type { Evidence, PageContext } from '../evidence.ts';
import type { EvidenceKind } from '../model/evidence-kinds.ts';
import type { PageField } from '../snapshot.ts';
import { scaleCoverage } from './label.ts';

/** The hint inside the box; beside a label it is often an example, and weighs less. Shapes of examples say something too. */
export function readPlaceholder(field: PageField, context: PageContext): Evidence[] {
  const isBeside = field.labels.length > 0 || field.aria !== '' || field.cell !== '';
  // Where there is no placeholder, the title that shows on hovering takes its place.
  const shown = field.placeholder || readPrompt(field);
  const hint = shown === '' ? field.title : shown;
  const title = shown === '' ? '' : field.title;
  return [
    ...readWords(hint, isBeside ? 'placeholder-beside-label' : 'placeholder', context),
    ...readShape(hint),
    ...readWords(title, isBeside ? 'title-beside-label' : 'title', context),
    ...readShape(title),
  ];
}

/** The first line of a list that is no answer: «استان را انتخاب کنید», with nothing behind it. */
function readPrompt({ control, options }: PageField): string {
  const [first] = options;
  return control === 'select' && first && /^(0|-1)?$/.test(first.value) ? first.text : '';
}

function readWords(text: string, kind: EvidenceKind, context: PageContext): Evidence[] {
  const reading = text === '' ? undefined : context.readText(text);
  if (reading?.concept === undefined || reading.coverage < 0.3) return [];
  return [{ concept: reading.concept, kind, share: scaleCoverage(reading.coverage), signal: 'placeholder', words: text }];
}

function readShape(text: string): Evidence[] {
  const evidence = (concept: Evidence['concept'], kind: EvidenceKind): Evidence[] => [
    { concept, kind, share: 1, signal: 'placeholder', words: text },
  ];
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return evidence('email', 'example-email');
  if (/^(\+98|0)?9[\dxX*-]{9,12}$/.test(text)) return evidence('tel', 'example-phone');
  if (/^IR[\dxX\s-]{10,}$/.test(text)) return evidence('iban', 'example-iban');
  return [];
}
