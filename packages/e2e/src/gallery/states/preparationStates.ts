import {
  ChartsResponse,
  DeliveryChart,
  DeliveryTargetSummary,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import {
  CHART,
  chartWith,
  preparedBy,
  preparedWith,
  refused,
} from '../wire/chartWith';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { streamOf, SWITCH, targetWith } from '../wire/targetWith';

/** What the tab and the page that prepares a chart say of charts without a switch, and of those that were prepared. */
export function preparationStates(recorded: RecordedStatuses): GalleryState[] {
  const deployment = recorded.status('deployment-healthy', 'web');
  const withSwitch = targetWith([deployment]);
  const target: DeliveryTargetSummary = {
    ...withSwitch,
    switches: [],
    workloads: withSwitch.workloads.map(workload => ({
      ...workload,
      switch: undefined,
    })),
  };
  const tab = (
    id: string,
    charts: ChartsResponse,
    state: Pick<GalleryState, 'title' | 'shows'> & Partial<GalleryState>,
  ): GalleryState => ({
    id: `preparation-${id}`,
    targets: { body: { targets: [target], unusable: [] } },
    rollouts: { body: streamOf([{ target, workloads: [deployment] }]) },
    charts: { body: charts },
    ...state,
  });
  const page = (
    id: string,
    chart: Partial<DeliveryChart>,
    state: Pick<GalleryState, 'title' | 'shows'> & Partial<GalleryState>,
  ): GalleryState => ({
    ...tab(id, { charts: [chartWith(chart)] }, state),
    path: `preparation/${target.id}?chart=${CHART}`,
  });
  const prepared = (
    id: string,
    chart: Partial<DeliveryChart>,
    state: Pick<GalleryState, 'title' | 'shows'>,
  ) =>
    page(
      id,
      {
        switches: [SWITCH],
        proposal: preparedBy({ state: 'merged' }),
        ...chart,
      },
      {
        targets: { body: { targets: [withSwitch], unusable: [] } },
        ...state,
      },
    );
  return [
    tab(
      'offered',
      { charts: [chartWith()] },
      {
        title: 'A workload whose chart can be given the switch',
        shows: 'Prepare this chart',
      },
    ),
    tab(
      'asked',
      { charts: [chartWith({ proposal: preparedBy() })] },
      {
        title: 'A workload whose chart a pull request prepares',
        shows: 'Pull request #57 prepares this chart',
      },
    ),
    tab(
      'elsewhere',
      {
        charts: [
          chartWith({
            repository: undefined,
            directory: undefined,
            notPreparable: toMessage('notPreparable', {
              id: 'fromHelmRepository',
              parameters: {
                chart: 'web',
                repository: 'https://charts.example.com/stable',
              },
            }),
          }),
        ],
      },
      {
        title: 'A workload whose chart comes from a Helm repository',
        shows: 'comes from the Helm repository',
      },
    ),
    tab(
      'unread',
      { charts: [] },
      {
        title: 'Workloads without a switch whose charts could not be read',
        shows: 'could not be read',
        charts: {
          status: 503,
          error: {
            name: 'ServiceUnavailableError',
            message: 'https://git.example.com did not answer within 20 s',
          },
        },
      },
    ),
    tab(
      'unreadable',
      {
        charts: [chartWith()],
        unreadable: [
          {
            source: 'spec.sources[1]',
            because: toMessage('reason', {
              id: 'sourceInRegistry',
              parameters: { source: 'spec.sources[1]' },
            }),
          },
        ],
      },
      {
        title:
          'Workloads without a switch, beside a source that nobody can read',
        shows: 'could not be read',
      },
    ),
    tab(
      'plain',
      {
        charts: [],
        notPreparable: toMessage('notPreparable', {
          id: 'plainDirectory',
          parameters: { directory: 'deploy/web' },
        }),
      },
      {
        title: 'A workload of plain manifests',
        shows: 'holds plain manifests',
      },
    ),
    page(
      'working',
      {},
      { title: 'A chart that is being prepared', shows: 'verifying with Helm' },
    ),
    page(
      'prepared',
      {},
      {
        title: 'A chart that can be prepared, with what was proved',
        shows: 'With the switch off',
        preparation: { body: preparedWith() },
      },
    ),
    page(
      'masked',
      {},
      {
        title: 'What prepares a chart, for somebody who may not see values',
        shows: 'Only changed lines are shown',
        preparation: { body: preparedWith({ masked: true }) },
        denied: ['progressive-delivery.proposal.create'],
      },
    ),
    page(
      'not-owned',
      {},
      {
        title: 'A chart whose switches would be those of other components',
        shows: 'may not prepare this chart',
        preparation: {
          body: preparedWith({ notOwned: ['web:progressiveDelivery.enabled'] }),
        },
      },
    ),
    page(
      'refused',
      {},
      {
        title: 'A chart that cannot be prepared, and what prevents it',
        shows: 'Problems found',
        preparation: { body: refused },
      },
    ),
    page(
      'failed',
      {},
      {
        title: 'A chart that could not be read',
        shows: 'could not be prepared',
        preparation: {
          status: 503,
          error: {
            name: 'ServiceUnavailableError',
            message: 'https://git.example.com did not answer within 20 s',
          },
        },
      },
    ),
    page(
      'unknown',
      {
        proposalUnknown: toMessage('problem', {
          id: 'hostUnavailable',
          parameters: {
            product: 'Gitea',
            host: 'git.example.com',
            question: toMessage('hostQuestion', {
              id: 'listPullRequests',
              parameters: {},
            }),
            repository: 'https://git.example.com/shop/deployments.git',
            fault: toMessage('hostFault', {
              id: 'timedOut',
              parameters: { seconds: 20 },
            }),
          },
        }),
      },
      {
        title: 'A chart of which the Git host does not tell the pull requests',
        shows: 'did not answer within 20 s',
        preparation: { body: preparedWith() },
      },
    ),
    prepared(
      'by-hand',
      { proposal: undefined },
      {
        title: 'A chart that was prepared by hand',
        shows: 'no pull request of its own',
      },
    ),
    page(
      'open',
      { proposal: preparedBy() },
      {
        title: 'A chart whose pull request is open',
        shows: 'Waiting for the pull request to be reviewed',
      },
    ),
    page(
      'merged',
      { proposal: preparedBy({ state: 'merged' }) },
      {
        title: 'A chart whose pull request was merged a moment ago',
        shows: 'Waiting for this target to use',
      },
    ),
    prepared(
      'unsynced',
      {
        pruneLast: {
          state: 'missing',
          workloads: [{ namespace: 'shop', name: 'web' }],
          unchecked: [],
        },
      },
      {
        title: 'A prepared chart that Argo CD has not synced',
        shows: 'Waiting for Argo CD to sync',
      },
    ),
    prepared(
      'live',
      { pruneLast: { state: 'live', workloads: [], unchecked: [] } },
      {
        title: 'A prepared chart that is live',
        shows: 'Everything is in place',
      },
    ),
    {
      ...tab(
        'several',
        {
          charts: [
            chartWith(),
            chartWith({ id: 'worker-11', name: 'worker' }),
            chartWith({ id: 'api-12', name: 'api', switches: [SWITCH] }),
          ],
        },
        { title: 'A target with several charts', shows: 'Choose a chart' },
      ),
      path: `preparation/${target.id}`,
    },
    {
      ...page(
        'nowhere',
        {},
        {
          title: 'An address that names no chart',
          shows: 'There is no such chart',
        },
      ),
      path: `preparation/${target.id}?chart=nothing`,
    },
  ];
}
