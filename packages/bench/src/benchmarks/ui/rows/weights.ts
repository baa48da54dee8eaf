import { Row } from '../../../report/Row';
import { AppBuild } from '../stage/AppBuild';
import { OpenedApp } from '../stage/OpenedApp';
import { UiStates } from '../stage/uiStates';

/** Bytes. */
const KILO = 1_000;

/** Of the Rollout without an analysis. */
export const PODS = 50;

/** What is loaded when somebody goes from a component's overview to its tab, to a preview and its diff, and to another language. */
export async function weights(
  app: OpenedApp,
  { analysis, pods }: UiStates,
  build: AppBuild,
): Promise<Row[]> {
  const { state: plain } = pods(PODS);
  await app.openOverview(plain);
  const tab = await app.fetchedBy(() => app.openTab(plain));
  await app.openOverview(analysis);
  const charts = await app.fetchedBy(() => app.openTab(analysis));
  const preview = await app.fetchedBy(async () => {
    await app.page
      .getByRole('link', { name: /^Preview as a / })
      .first()
      .click();
    await app.shows('becomes a');
  });
  const diff = await app.fetchedBy(() => app.openDiff());
  const german = await app.fetchedBy(async () => {
    await app.speak('de');
    await app.shows('Progressive Delivery für web ausschalten');
  });
  const row = (
    id: string,
    what: string,
    files: string[],
    most: number,
  ): Row => ({
    id,
    what,
    value: build.bytesOf(files) / KILO,
    unit: 'kB',
    bar: { atMost: most },
  });
  return [
    row(
      'tab',
      "what opening the tab of a Rollout loads besides what a component's overview, with the card, has loaded",
      tab,
      150,
    ),
    row('charts', 'what an analysis with a chart loads besides', charts, 10),
    row(
      'preview',
      'what opening a preview loads besides: the form, findings and fields',
      preview,
      150,
    ),
    row('diff', 'what the diff view loads besides', diff, 20),
    row('german', 'what another language loads', german, 50),
  ];
}
