import {
  ContentOf,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import {
  comparisonWith,
  kindChange,
  notLooked,
  preflightWith,
  pruneLastMissing,
  scalerChange,
  scalerLeftBehind,
  secretChange,
} from '../wire/comparisonWith';
import { conflictOf } from '../wire/conflictOf';
import { because, proposalWith } from '../wire/proposalWith';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { streamOf, SWITCH, targetWith } from '../wire/targetWith';

/** The page of a preview in each state that it can be in. */
export function previewStates(recorded: RecordedStatuses): GalleryState[] {
  const deployment = recorded.status('deployment-healthy', 'web');
  const target = targetWith([deployment]);
  const preview = (
    id: string,
    {
      query = '',
      ...state
    }: Pick<GalleryState, 'title' | 'shows'> &
      Partial<GalleryState> & {
        /** What the URL says besides. */
        query?: string;
      },
  ): GalleryState => ({
    id: `preview-${id}`,
    path: `preview/${target.id}/${SWITCH}?enabled=true${query}`,
    targets: { body: { targets: [target], unusable: [] } },
    rollouts: { body: streamOf([{ target, workloads: [deployment] }]) },
    ...state,
  });
  const refused = (
    id: string,
    problem: ContentOf<Problem>,
    state: Pick<GalleryState, 'title' | 'shows'> & Partial<GalleryState>,
  ): GalleryState =>
    preview(id, {
      comparison: { body: comparisonWith() },
      proposing: conflictOf(problem),
      press: [{ role: 'button', name: 'Open pull request' }],
      ...state,
    });
  const doesNotRender = toMessage('problem', {
    id: 'renderFailedWithChange',
    parameters: {
      message:
        'Error: template: web/templates/rollout.yaml:41:24: executing "web/templates/rollout.yaml" at <.Values.canary.steps>: nil pointer evaluating interface {}.steps',
    },
  });
  const unstable = comparisonWith({
    sentences: [
      ...comparisonWith().sentences,
      toMessage('comparison', {
        id: 'rendersDifferently',
        parameters: { count: 1, documents: ['Secret web'] },
      }),
    ],
    changes: [kindChange, secretChange],
    unstable: [
      {
        object: {
          apiVersion: 'v1',
          kind: 'Secret',
          namespace: 'shop',
          name: 'web',
        },
        paths: [['data', 'session-key']],
      },
    ],
  });
  return [
    preview('working', {
      title: 'A preview that is being made',
      shows: 'web',
      comparison: 'never',
    }),
    preview('stages', {
      title: 'A preview that is being made, by a backend that tells its stages',
      shows: /^Rendering$/,
      stage: 'rendering',
    }),
    preview('clear', {
      title: 'A preview that nothing speaks against',
      shows: 'becomes a Rollout',
      comparison: { body: comparisonWith() },
    }),
    preview('blocked', {
      title: 'Findings that block, warn, and checks that could not look',
      shows: 'PruneLast',
      comparison: {
        body: comparisonWith({
          preflight: preflightWith({
            findings: [pruneLastMissing, scalerLeftBehind],
            unchecked: [notLooked('quota'), notLooked('budgets')],
          }),
        }),
      },
    }),
    preview('unified', {
      title: 'A preview as a diff',
      shows: 'maxSurge',
      comparison: { body: comparisonWith() },
      press: [{ role: 'button', name: 'Unified diff' }],
    }),
    preview('proposed', {
      title: 'A preview of what a pull request asks for already',
      shows: 'becomes a Rollout',
      comparison: { body: comparisonWith() },
      proposals: {
        body: {
          proposals: [
            proposalWith({
              at: 'merged',
              reason: because({
                id: 'awaitingMerge',
                parameters: { base: 'main' },
              }),
            }),
          ],
        },
      },
    }),
    preview('nowhere', {
      title: 'An address that names no preview',
      shows: 'no such preview',
      path: 'preview/nothing/nothing',
    }),
    preview('acknowledge', {
      title: 'Warnings that have to be acknowledged',
      shows: 'becomes a Rollout',
      comparison: {
        body: comparisonWith({
          preflight: preflightWith({
            findings: [scalerLeftBehind],
            acknowledgeWarnings: true,
          }),
        }),
      },
    }),
    preview('unmasked', {
      title: 'A preview with values that are shown',
      shows: 'becomes a Rollout',
      comparison: { body: comparisonWith({ masked: false }) },
    }),
    preview('unstable', {
      title: 'Documents that differ each time',
      shows: 'differs in every rendering, with',
      comparison: { body: unstable },
      press: [{ role: 'button', name: 'Secret web changes' }],
    }),
    preview('unstable-unified', {
      title: 'Documents that differ each time, as a diff',
      shows: /^differs in every rendering$/,
      query: '&view=unified',
      comparison: { body: unstable },
      press: [{ role: 'button', name: 'Secret web changes' }],
    }),
    preview('side-by-side', {
      title: 'A preview with both documents side by side',
      shows: 'maxSurge',
      query: '&view=split',
      comparison: { body: unstable },
      press: [{ role: 'button', name: 'Secret web changes' }],
    }),
    preview('filtered', {
      title: 'Documents that a filter finds among many',
      shows: '4 of 42 documents',
      query: '&view=unified&filter=web-4',
      comparison: {
        body: comparisonWith({
          changed: 42,
          changes: [
            kindChange,
            ...Array.from({ length: 41 }, (_, index) =>
              scalerChange(`web-${index + 2}`),
            ),
          ],
        }),
      },
    }),
    preview('large', {
      title: 'Five hundred documents that change',
      shows: 'becomes a Rollout',
      comparison: {
        body: comparisonWith({
          changes: Array.from({ length: 500 }, (_, index) =>
            scalerChange(`web-${index}`),
          ),
        }),
      },
    }),
    preview('already', {
      title: 'Git that holds the value already',
      shows: 'already',
      comparison: {
        body: comparisonWith({
          alreadySet: true,
          valuesChange: undefined,
          changes: [],
          preflight: undefined,
        }),
      },
    }),
    preview('render-error', {
      title: 'A change that does not render',
      shows: 'nil pointer',
      comparison: {
        status: 400,
        error: {
          name: 'InputError',
          message: doesNotRender.text,
          problem: doesNotRender,
        },
      },
    }),
    preview('not-allowed', {
      title: 'Somebody who may not preview',
      shows: 'not allowed',
      comparison: {
        status: 403,
        error: {
          name: 'NotAllowedError',
          message:
            'You are not allowed to see what this change of component:default/preview-not-allowed does',
        },
      },
    }),
    refused(
      'base-gone',
      {
        id: 'baseGone',
        parameters: {
          branch: 'main',
          repository: 'https://git.example.com/shop/gitops.git',
        },
      },
      {
        title: 'A preview that is out of date when its pull request is opened',
        shows: 'Preview again',
      },
    ),
    refused(
      'in-the-way',
      {
        id: 'oppositeOpen',
        parameters: {
          switch: SWITCH,
          value: 'false',
          number: 57,
          url: 'https://git.example.com/shop/gitops/pulls/57',
        },
      },
      {
        title: 'A pull request that another one is in the way of',
        shows: 'Go to pull request #57',
        proposals: {
          body: {
            proposals: [
              proposalWith({
                number: 57,
                enabled: false,
                at: 'merged',
                reason: because({
                  id: 'awaitingMerge',
                  parameters: { base: 'main' },
                }),
              }),
            ],
          },
        },
      },
    ),
    refused(
      'not-opened',
      { id: 'changedAgainAndAgain', parameters: {} },
      {
        title: 'A pull request that could not be opened, to be tried again',
        shows: 'Try again',
      },
    ),
    preview('no-proposal', {
      title: 'Somebody who may look, and not propose',
      shows: 'becomes a Rollout',
      comparison: { body: comparisonWith() },
      denied: ['progressive-delivery.proposal.create'],
    }),
  ];
}
