import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { launchBrowser } from '@progressive-delivery/e2e';
import { BackendProcess } from '../../../backstage/BackendProcess';
import { BenchmarkContext } from '../../../running/Benchmark';

const COMPONENT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'agents',
    annotations: { 'argocd/app-name': 'agents' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
};

const STATIC = /\/static\/([^/?]+\.(?:js|css))$/;

/**
 * Opens a component in the built app in a real browser, then its tab.
 *
 * @returns files that the tab made the browser fetch, beside those of the component's overview
 */
export async function openedTab({
  atEnd,
  directory,
}: BenchmarkContext): Promise<string[]> {
  const catalog = join(directory, 'component.yaml');
  await writeFile(catalog, JSON.stringify(COMPONENT));
  const backend = await BackendProcess.start({
    directory,
    components: [COMPONENT.metadata.name],
    config: {
      catalog: { locations: [{ type: 'file', target: catalog }] },
    },
    app: '@progressive-delivery/bench-app',
  });
  atEnd(() => backend.stop());
  const browser = await launchBrowser();
  atEnd(() => browser.close());
  const page = await browser.newPage();
  const fetched: string[] = [];
  page.on('response', response => {
    const [, file] = STATIC.exec(new URL(response.url()).pathname) ?? [];
    if (file) {
      fetched.push(file);
    }
  });
  await page.goto(`${backend.url}/catalog/default/component/agents`);
  await page.getByRole('button', { name: 'Enter' }).click();
  const tab = page.getByRole('link', {
    name: 'Progressive delivery',
    exact: true,
  });
  await tab.waitFor();
  await page.waitForLoadState('networkidle');
  const before = fetched.splice(0);
  await tab.click();
  await page.waitForURL('**/progressive-delivery');
  await page.waitForLoadState('networkidle');
  return fetched.filter(file => !before.includes(file));
}
