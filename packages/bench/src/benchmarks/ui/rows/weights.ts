import { Row } from '../../../report/Row';
import { AppBuild } from '../stage/AppBuild';
import { OpenedApp } from '../stage/OpenedApp';
import { UiStates } from '../stage/uiStates';

/** Bytes. */
const KILO = 1_000;

/** Of the Rollout without an analysis. */
export const PODS = 50;

/** What is loaded when somebody opens a component's tab, its overview, a preview and its diff, and another language. */
export async function weights(
  app: OpenedApp,
  { analysis, other, pods }: UiStates,
  build: AppBuild,
): Promise<Row[]> {
  const { state: plain } = pods(PODS);
  await app.openOther(other);
  const tab = await app.fetchedBy(() => app.followLinkTo(plain));
  const card = await app.fetchedBy(() => app.openOverview(analysis));
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
      'what opening the tab of a Rollout by its address loads besides what the overview of another component has loaded',
      tab,
      150,
    ),
    row('card', 'what the overview with the card loads besides', card, 30),
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
