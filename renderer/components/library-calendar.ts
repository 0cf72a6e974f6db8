import { html, type TemplateResult } from 'lit';
import type { MonthHoldings } from '../../archive/model/library-holdings.ts';
import {
  calendarRows,
  fullness,
  monthNames,
  monthWords,
  type CalendarRow,
} from '../format/holdings-words.ts';
import { formatCount } from '../format/numbers.ts';

/** The months of a library, a year a row: how many articles each has, and how full of days it is. */
export function libraryCalendar(
  months: readonly MonthHoldings[],
  open: (month: string) => void,
): TemplateResult {
  return html`<div class="calendar" tabindex="0" role="region" aria-label="Articles by month">
    <table>
      <thead>
        <tr>
          <td></td>
          ${monthNames.map(({ short, long }) => html`<th scope="col" abbr=${long}>${short}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${calendarRows(months).map((row) => calendarRow(row, open))}
      </tbody>
    </table>
  </div>`;
}

function calendarRow(row: CalendarRow, open: (month: string) => void): TemplateResult {
  if (row.kind === 'nothing') {
    const years = row.first === row.last ? row.first : `${row.first}–${row.last}`;
    return html`<tr class="nothing">
      <th scope="row"></th>
      <td colspan="12">${years}: nothing</td>
    </tr>`;
  }
  return html`<tr>
    <th scope="row">${row.year}</th>
    ${row.months.map((month) =>
      month === null
        ? html`<td>
            <span class="none"><span class="visually-hidden">nothing</span></span>
          </td>`
        : html`<td>
            <button
              type="button"
              class="full-${String(fullness(month))}"
              title=${monthWords(month)}
              aria-label=${monthWords(month)}
              @click=${() => open(month.month)}
            >
              ${formatCount(month.articles)}
            </button>
          </td>`,
    )}
  </tr>`;
}
