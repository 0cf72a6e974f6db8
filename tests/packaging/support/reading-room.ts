import type { Browser, Page } from 'playwright';

/** The window of a driven application, once it is there. */
export async function windowOf(browser: Browser): Promise<Page> {
  const limit = Date.now() + 20_000;
  while (Date.now() < limit) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((one) => one.url().startsWith('app://'));
    if (page !== undefined) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The application opened no window within twenty seconds.');
}

/** Types a query as a person does and answers the headlines found once this one is among them. */
export async function searchFor(page: Page, query: string, headline: string): Promise<string> {
  await page.getByRole('combobox', { name: 'Search the archive' }).fill(query);
  const results = page.getByRole('listbox', { name: 'Results' });
  await results.getByRole('option').filter({ hasText: headline }).first().waitFor();
  return results.innerText();
}
