import { Row } from '../../../report/Row';
import { AppBuild } from '../stage/AppBuild';
import { OpenedApp } from '../stage/OpenedApp';
import { UiStates } from '../stage/uiStates';

/** Bytes. */
const KILO = 1_000;

/** What is loaded when somebody goes from a component's overview to its tab, to a preview, and to another language. */
export async function weights(
  app: OpenedApp,
  { analysis }: UiStates,
  build: AppBuild,
): Promise<Row[]> {
  await app.openOverview(analysis);
  const tab = await app.fetchedBy(() => app.openTab(analysis));
  const preview = await app.fetchedBy(async () => {
    await app.page
      .getByRole('link', { name: /^Preview as a / })
      .first()
      .click();
    await app.shows('becomes a');
  });
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
      "what opening the tab of a Rollout with an analysis, charts included, loads besides what a component's overview, with the card, has loaded",
      tab,
      150,
    ),
    row(
      'preview',
      'what opening a preview loads besides: the form, findings and the diff view',
      preview,
      150,
    ),
    row('german', 'what another language loads', german, 50),
  ];
}
