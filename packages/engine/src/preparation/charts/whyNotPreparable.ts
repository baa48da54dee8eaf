import {
  ContentOf,
  NotPreparable,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FoundChart } from './deliveryCharts';

/** What decides, besides the chart itself. */
export interface PreparationConditions {
  /** Whether pull requests are opened here at all. */
  proposals: boolean;
  /** Whether they can be opened at the Git host of a repository. */
  isHosted(repository: string): boolean;
  /** As `FilesOfChart` has it. */
  link: string | undefined;
}

/** Why no pull request can prepare a chart; `undefined` where one can, or where the chart has a switch. */
export function whyNotPreparable(
  chart: FoundChart,
  conditions: PreparationConditions,
): NotPreparable | undefined {
  const because =
    chart.switches.length > 0 ? undefined : obstacle(chart, conditions);
  return because && toMessage('notPreparable', because);
}

function obstacle(
  { name, place, uses }: FoundChart,
  { isHosted, link, proposals }: PreparationConditions,
): ContentOf<NotPreparable> | undefined {
  if (place.from !== 'git') {
    return {
      id: place.from === 'helm' ? 'fromHelmRepository' : 'fromRegistry',
      parameters: { chart: name, repository: place.repository },
    };
  }
  for (const { laidOut } of uses) {
    const { notRendered } = laidOut.source;
    if (notRendered?.id === 'sourceOfPlugin') {
      return { id: 'plugin', parameters: notRendered.parameters };
    }
  }
  const { branch, commit, directory, repository, revision } = place;
  if (branch === undefined) {
    return {
      id: 'baseNotABranch',
      parameters: { repository, revision, commit: commit.slice(0, 8) },
    };
  }
  if (link !== undefined) {
    return { id: 'linked', parameters: { link, directory } };
  }
  if (!proposals) {
    return { id: 'proposalsDisabled', parameters: {} };
  }
  return isHosted(repository)
    ? undefined
    : { id: 'hostUnsupported', parameters: { repository } };
}
