import {
  RolloutStatus,
  rolloutStatusSchema,
  toMessage,
  unreadableRolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { runningAnalysis } from '../../__testUtils__/analysisRun';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import {
  deploymentStatus,
  inSeconds,
  movingRollout,
  pausedRollout,
  stepsAt,
  withFailingPods,
} from '../../__testUtils__/rolloutStatus';
import { itIs, showRollout, texts } from '../../__testUtils__/showRollout';

describe('RolloutPanel', () => {
  const user = userEvent.setup();
  const open = (name: string) =>
    user.click(screen.getByRole('button', { name }));

  beforeEach(() => {
    itIs(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('calls it failing as soon as its pods do, as the summary and the card do', async () => {
    const region = await showRollout(
      withFailingPods(1, { reason: 'CrashLoopBackOff' }),
    );
    expect(within(region).getByText('Failing')).toBeInTheDocument();
    expect(within(region).queryByText('Progressing')).not.toBeInTheDocument();
  });

  it('tells what routes the traffic and whose pods it takes', async () => {
    const region = await showRollout({
      ...movingRollout,
      trafficRouters: ['nginx'],
      workloadRef: { kind: 'Deployment', name: 'agents' },
    });
    expect(
      within(region).getByText(
        'canary, traffic routed by nginx, pod template from Deployment agents',
      ),
    ).toBeInTheDocument();
  });

  it('tells which pods are ready and do not count as available yet, and until when', async () => {
    const [canary, stable] = movingRollout.revisions;
    const region = await showRollout({
      ...movingRollout,
      revisions: [
        {
          ...canary,
          available: 0,
          pods: canary.pods.map(pod => ({
            ...pod,
            availableAt: inSeconds(12),
          })),
        },
        stable,
      ],
    });
    expect(
      within(region).getByText('1 of 1 ready, 0 available, the next in 12s'),
    ).toBeInTheDocument();
    expect(within(region).getByText('3 of 3 ready')).toBeInTheDocument();
  });

  it('names a pod that is not ready yet, its age, and what the cluster says to that', async () => {
    const region = await showRollout({
      ...movingRollout,
      revisions: movingRollout.revisions.map(revision => ({
        ...revision,
        pods: [
          {
            name: `${revision.name}-0`,
            status: 'Running',
            ready: false,
            restarts: 0,
            createdAt: inSeconds(-252),
            problem: {
              reason: 'ContainersNotReady',
              message: 'containers with unready status: [agents]',
            },
          },
        ],
      })),
    });
    expect(
      within(region).getByText(
        'agents-controllers-7f6b-0: Running, not ready, 4m 12s old: containers with unready status: [agents]',
      ),
    ).toBeInTheDocument();
    expect(within(region).queryByText(/pods? fail/)).not.toBeInTheDocument();
  });

  it('leads to the workload in Argo CD, where people have that', async () => {
    const { application } = deliveryTarget;
    const url = 'https://argocd.example.com/applications/argocd/agents';
    const region = await showRollout(pausedRollout, {
      target: {
        ...deliveryTarget,
        application: application && { ...application, url },
      },
    });
    expect(
      within(region).getByRole('link', { name: /^Rollout in Argo CD/ }),
    ).toHaveAttribute(
      'href',
      `${url}?node=argoproj.io%2FRollout%2Fagents%2Fagents-controllers%2F0`,
    );
  });

  it('leads to the logs of a pod that fails there, and of each in the list', async () => {
    const { application } = deliveryTarget;
    const url = 'https://argocd.example.com/applications/argocd/agents';
    const rollout = withFailingPods(1, { reason: 'CrashLoopBackOff' });
    const region = await showRollout(rollout, {
      target: {
        ...deliveryTarget,
        application: application && { ...application, url },
      },
    });
    const [failing] = within(region).getAllByRole('link', {
      name: /^Logs in Argo CD: pod /,
    });
    const pod = rollout.revisions
      .flatMap(({ pods }) => pods)
      .find(({ problem }) => problem);
    expect(failing).toHaveAttribute(
      'href',
      `${url}?node=%2FPod%2Fagents%2F${pod?.name}%2F0&tab=logs`,
    );
    await user.click(
      within(region).getByRole('button', { name: /^\d+ pods$/ }),
    );
    const table = within(region).getByRole('table', { name: /^Pods of / });
    expect(
      within(table).getAllByRole('link', { name: /^Logs in Argo CD: pod / }),
    ).toHaveLength(rollout.revisions.flatMap(({ pods }) => pods).length);
  });

  it('leads nowhere in an Argo CD whose address is not known', async () => {
    const region = await showRollout(
      withFailingPods(1, { reason: 'CrashLoopBackOff' }),
    );
    expect(within(region).queryByText(/in Argo CD/)).not.toBeInTheDocument();
  });

  it('says what the new revision changes, and how old each is', async () => {
    const [canary, stable] = pausedRollout.revisions;
    const region = await showRollout({
      ...pausedRollout,
      revisions: [
        { ...canary, createdAt: inSeconds(-252) },
        { ...stable, createdAt: inSeconds(-7200) },
      ],
    });
    expect(
      texts(
        within(region).getByRole('list', {
          name: 'What the new revision changes',
        }),
      ),
    ).toEqual(['agents-controllers: 1.0.0 → 1.1.0']);
    expect(region).toHaveTextContent('Canary, revision 2, 4m 12s old');
    expect(region).toHaveTextContent('Stable, revision 1, 2h 0m old');
  });

  it('says that something else has changed where the images are the same', async () => {
    const [canary, stable] = pausedRollout.revisions;
    const region = await showRollout({
      ...pausedRollout,
      revisions: [{ ...canary, images: stable.images }, stable],
    });
    expect(region).toHaveTextContent(
      /something else in the pod template has changed/,
    );
  });

  it('counts hundreds of pods, and draws those first that are not ready', async () => {
    const [canary, stable] = movingRollout.revisions;
    const [pod] = canary.pods;
    const region = await showRollout({
      ...movingRollout,
      revisions: [
        {
          ...canary,
          pods: Array.from({ length: 500 }, (_, index) => ({
            ...pod,
            name: `pod-${index}`,
            ...(index >= 498 && {
              ready: false,
              status: 'CrashLoopBackOff',
              problem: { reason: 'CrashLoopBackOff' },
            }),
          })),
        },
        stable,
      ],
    });
    const dots = texts(
      within(region).getByRole('list', { name: `Pods of ${canary.name}` }),
    );
    expect(dots).toHaveLength(30);
    expect(dots.slice(0, 3)).toEqual([
      'pod-498: CrashLoopBackOff, not ready',
      'pod-499: CrashLoopBackOff, not ready',
      'pod-0: Running, ready',
    ]);
    expect(
      within(region).getByText('500 pods: 498 × ready, 2 × CrashLoopBackOff'),
    ).toBeInTheDocument();
  });

  it('says how long each step took, and how long the current one takes', async () => {
    const region = await showRollout({
      ...pausedRollout,
      steps: stepsAt(2).map((step, index) => ({
        ...step,
        startedAt: [inSeconds(-100), undefined, inSeconds(-30)][index],
        endedAt: [inSeconds(-80), inSeconds(-30)][index],
      })),
      stepIndex: 2,
    });
    expect(
      texts(within(region).getByRole('list', { name: 'Canary steps' })),
    ).toEqual([
      'Set weight to 25%, donetook 20s',
      'Pause until promoted, done',
      'Set weight to 50%, currentfor 30s',
      'Pause for 30s, waiting',
    ]);
  });

  it('says which Service gets how much of routed traffic', async () => {
    await showRollout({
      ...pausedRollout,
      trafficRouters: ['nginx'],
      services: [
        {
          role: 'canary',
          name: 'web-canary',
          selects: 'revision',
          podHash: '7f6b',
          revision: 2,
        },
        {
          role: 'stable',
          name: 'web',
          selects: 'revision',
          podHash: '86d4',
          revision: 1,
        },
      ],
    });
    await open('2 Services');
    expect(texts(screen.getByRole('list', { name: 'Services' }))).toEqual([
      'web-canary (canary) selects revision 2, gets 25% of the traffic',
      'web (stable) selects revision 1, gets 75% of the traffic',
    ]);
  });

  it('tells how much longer an old revision is kept', async () => {
    const region = await showRollout({
      ...pausedRollout,
      revisions: [
        {
          ...pausedRollout.revisions[1],
          role: 'old',
          scaleDownAt: inSeconds(30),
        },
      ],
    });
    expect(region).toHaveTextContent('kept for another 30s');
  });

  it('tells what could not be read from what is not there', async () => {
    const region = await showRollout({
      ...movingRollout,
      unread: ['pods', 'events'],
      revisions: movingRollout.revisions.map(revision => ({
        ...revision,
        pods: [],
      })),
      events: undefined,
    });
    expect(
      within(region).getByText(
        'Could not be read, so this may be incomplete: pods and events',
      ),
    ).toBeInTheDocument();
    expect(within(region).getAllByText('pods could not be read')).toHaveLength(
      2,
    );
    expect(
      within(region).queryByRole('list', { name: /^Pods of/ }),
    ).not.toBeInTheDocument();
  });

  describe('of a workload that cannot be read', () => {
    it('stays, with why', async () => {
      const region = await showRollout(
        unreadableRolloutStatus(
          pausedRollout,
          toMessage('problem', {
            id: 'workloadUnreadable',
            parameters: {
              kind: 'Rollout',
              name: 'agents-controllers',
              namespace: 'agents',
              message: 'status.currentStepIndex: Too small',
            },
          }),
        ),
      );
      expect(region).toHaveTextContent(
        /^Unknown\s*Rollout agents-controllers\s*Rollout agents-controllers in namespace agents cannot be read: status\.currentStepIndex: Too small$/,
      );
      expect(within(region).queryByRole('button')).not.toBeInTheDocument();
    });

    it('blames the version only where that is why, and names a kind that it does not know', async () => {
      const region = await showRollout(
        rolloutStatusSchema.parse({ ...pausedRollout, kind: 'StatefulSet' }),
      );
      expect(region).toHaveTextContent(
        /^Unknown\s*StatefulSet agents-controllers\s*The backend is of a later version .*update the frontend plugin\.$/,
      );
    });
  });

  describe('stays small where all is well:', () => {
    const healthy: RolloutStatus = {
      ...pausedRollout,
      phase: 'Healthy',
      message: undefined,
      pauses: [],
      steps: stepsAt(4),
      stepIndex: 4,
      revisions: [pausedRollout.revisions[1]],
      analysisRuns: [
        { ...runningAnalysis, phase: 'Successful', current: false },
      ],
      events: [
        {
          kind: 'Rollout',
          name: 'agents-controllers',
          type: 'Normal',
          reason: 'RolloutCompleted',
          message: 'Rollout completed update to revision 2',
          count: 1,
        },
      ],
    };

    it('steps, earlier analyses and events are folded away, and are opened by keyboard', async () => {
      const region = await showRollout(healthy);
      expect(region).not.toHaveTextContent(/Set weight|success-rate|completed/);

      const events = screen.getByRole('button', { name: '1 event' });
      expect(events).toHaveAttribute('aria-expanded', 'false');
      events.focus();
      await user.keyboard('{Enter}');
      expect(events).toHaveAttribute('aria-expanded', 'true');
      expect(texts(screen.getByRole('list', { name: 'Events' }))).toEqual([
        'RolloutCompleted Rollout completed update to revision 2',
      ]);

      await open('4 steps');
      expect(
        screen.getByRole('list', { name: 'Canary steps' }),
      ).toBeInTheDocument();
      await open('1 earlier analysis');
      expect(screen.getByText('success-rate')).toBeInTheDocument();
      await open('1 earlier analysis');
      expect(screen.queryByText('success-rate')).not.toBeInTheDocument();
    });

    it('a Deployment is two lines, and a button that lists its pods', async () => {
      const region = await showRollout(deploymentStatus);
      expect(region).toHaveTextContent(
        /^Healthy\s*Deployment agents\s*rolling update\s*Stable, revision 1\s*agents:1\.0\.0\s*2 of 2 ready/,
      );
      expect(within(region).queryByRole('table')).not.toBeInTheDocument();
      await user.click(within(region).getByRole('button'));
      expect(
        within(
          within(region).getByRole('table', { name: 'Pods of agents' }),
        ).getAllByRole('rowheader'),
      ).toHaveLength(2);
    });
  });
});
