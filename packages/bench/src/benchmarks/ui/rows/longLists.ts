import { Row } from '../../../report/Row';
import { BenchmarkContext } from '../../../running/Benchmark';
import { OpenedApp } from '../stage/OpenedApp';
import { UiStates } from '../stage/uiStates';

/** Documents that are scrolled through, at the beginning of a list and at its end. */
const SCROLLED = 500;
export const DOCUMENTS = 5_000;

/** How often somebody goes to the second page of components and back. */
const TURNS = 10;
const COMPONENTS = [100, 2_000] as const;

/** What lists cost that have more in them than people look at. */
export async function longLists(
  app: OpenedApp,
  { documents, fleet }: UiStates,
  { log }: Pick<BenchmarkContext, 'log'>,
): Promise<Row[]> {
  // The rows before this one may have left the page in another language.
  await app.speak('en');
  await app.openPreview(documents(DOCUMENTS));
  const first = await costOf(app, () => app.scrollTo(SCROLLED));
  await app.scrollTo(DOCUMENTS - SCROLLED);
  const last = await costOf(app, () => app.scrollTo(DOCUMENTS));
  const [few, many] = [
    await turningCost(app, fleet(COMPONENTS[0])),
    await turningCost(app, fleet(COMPONENTS[1])),
  ];
  log(
    `${SCROLLED} documents: ${first.toFixed(
      2,
    )} s, the last of ${DOCUMENTS} ${last.toFixed(
      2,
    )} s; a page of components: ${(1_000 * few).toFixed(0)} ms of ${
      COMPONENTS[0]
    }, ${(1_000 * many).toFixed(0)} ms of ${COMPONENTS[1]}`,
  );
  return [
    {
      id: 'documents',
      what: `main thread time of scrolling through the last ${SCROLLED} of ${DOCUMENTS} documents of a preview / through the first`,
      value: last / first,
      unit: 'ratio',
      bar: { atMost: 2 },
    },
    {
      id: 'components',
      what: `main thread time of another page of ${
        COMPONENTS[1]
      } components / of ${COMPONENTS[0]}; mean of ${2 * TURNS} pages`,
      value: many / few,
      unit: 'ratio',
      bar: { atMost: 1.2 },
    },
  ];
}

async function turningCost(
  app: OpenedApp,
  state: Parameters<OpenedApp['openFleet']>[0],
): Promise<number> {
  await app.openFleet(state);
  // What the browser compiles of the page is compiled then.
  await app.turnFleetPages(1);
  return (await costOf(app, () => app.turnFleetPages(TURNS))) / (2 * TURNS);
}

/** Seconds of the main thread. */
async function costOf(
  app: OpenedApp,
  action: () => Promise<void>,
): Promise<number> {
  const before = await app.busySeconds();
  await action();
  return (await app.busySeconds()) - before;
}
