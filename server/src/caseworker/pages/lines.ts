import type { ViewLine } from '@daricheh/shared/submission';
import { type Html, html } from '../html.ts';

/** Labels and values as a view has them, each value in its own direction. */
export function renderLines(lines: readonly ViewLine[]): Html {
  const rows = lines.map(
    ({ label, value, direction, note }) =>
      html`<div><dt>${label}</dt><dd><bdi dir="${direction}">${value}</bdi>${note === undefined ? null : html`<small>${note}</small>`}</dd></div>`,
  );
  return html`<dl class="lines">${rows}</dl>`;
}
