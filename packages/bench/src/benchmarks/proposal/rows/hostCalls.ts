import { Row } from '../../../report/Row';
import { Stage } from '../stage/Stage';

/** Pull requests that are open while they are listed. */
const OPEN = 3;

const pathOf = (index: number) => `counted${index}.progressiveDelivery.enabled`;

/** Requests of the host's API; a push is none. */
export async function hostCalls(stage: Stage): Promise<Row[]> {
  const { context, host, proposals } = stage;
  context.log(`counting what ${host} is asked`);
  const opened: number[] = [];
  for (let index = 0; index < OPEN; index++) {
    opened.push(await stage.calls(() => proposals.propose(pathOf(index))));
  }
  const repeated = await stage.calls(() => proposals.propose(pathOf(0)));
  const listed = await stage.calls(async () => {
    const list = await proposals.list(
      Array.from({ length: OPEN }, (_, index) => pathOf(index)),
    );
    if (list.length !== OPEN) {
      throw new Error(`${list.length} pull requests are listed, not ${OPEN}`);
    }
  });
  return [
    {
      id: `new-proposal-${host}`,
      what: `requests of ${host}'s API for a new proposal, beside the push; the most of ${OPEN}`,
      value: Math.max(...opened),
      unit: 'requests',
      bar: { atMost: 4 },
    },
    {
      id: `repeated-proposal-${host}`,
      what: `requests of ${host}'s API for a proposal that is open already`,
      value: repeated,
      unit: 'requests',
      bar: { atMost: 2 },
    },
    {
      id: `list-${host}`,
      what: `requests of ${host}'s API for a list with journeys, of ${OPEN} open pull requests onto one base`,
      value: listed,
      unit: 'requests',
      bar: { atMost: 2 + 3 * OPEN },
    },
  ];
}
