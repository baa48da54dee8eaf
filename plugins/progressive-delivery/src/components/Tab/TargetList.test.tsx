import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { targetMessages } from '../../__testUtils__/FakeRolloutStreams';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import {
  deploymentStatus,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { TargetList } from './TargetList';

const target = (
  title: string,
  workloads = deliveryTarget.workloads,
): DeliveryTargetSummary => ({
  ...deliveryTarget,
  id: `main.argocd.${title}`,
  title,
  workloads,
});

/** Runs healthy in each target. */
const healthy = (name: string): RolloutStatus => ({
  ...deploymentStatus,
  name,
});

const Address = () => {
  const { search } = useLocation();
  return (
    <>
      <output aria-label="Query">{search}</output>
    </>
  );
};

describe('TargetList', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
    // jsdom has none.
    Element.prototype.scrollIntoView = jest.fn();
  });

  const render = (targets: DeliveryTargetSummary[], path = '/') => {
    api.targets = { targets, unusable: [] };
    return renderOnEntityPage(
      <>
        <TargetList
          targets={targets}
          unusable={[]}
          lastFilter={{ current: undefined }}
          onChanged={() => {}}
        />
        <Address />
      </>,
      { api, path },
    );
  };
  const titles = () =>
    screen
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent);
  const panels = () =>
    screen
      .queryAllByRole('region', { name: /^(Deployment|Rollout) / })
      .map(panel => panel.getAttribute('aria-label'));
  const fold = (title: string) => screen.getByRole('button', { name: title });
  const query = () => screen.getByLabelText('Query').textContent;
  const four = ['one', 'two', 'three', 'four'].map(title => target(title));

  describe('of more targets than fit', () => {
    beforeEach(() => {
      api.runs(healthy('agents'), healthy('worker'));
      api.runsIn.set('main.argocd.three', [pausedRollout, healthy('agents')]);
    });

    it('has first those that need somebody, and folds the healthy ones to a line', async () => {
      await render(four);
      await waitFor(() =>
        expect(titles()).toEqual(['three', 'one', 'two', 'four']),
      );
      expect(fold('three')).toHaveAttribute('aria-expanded', 'true');
      expect(fold('one')).toHaveAttribute('aria-expanded', 'false');
      expect(
        within(screen.getByRole('region', { name: 'one' })).getByText(
          '2 workloads, all healthy',
        ),
      ).toBeInTheDocument();
      expect(panels()).toHaveLength(2);
    });

    it('unfolds by keyboard, and remembers that', async () => {
      const { unmount } = await render(four);
      await waitFor(() =>
        expect(fold('one')).toHaveAttribute('aria-expanded', 'false'),
      );
      fold('one').focus();
      await user.keyboard('{Enter}');
      expect(fold('one')).toHaveAttribute('aria-expanded', 'true');
      expect(fold('one')).toHaveFocus();
      expect(panels()).toHaveLength(4);
      unmount();

      await render(four);
      await waitFor(() => expect(panels()).toHaveLength(4));
    });

    it('keeps in place and open what settles under the hands of whoever looks at it', async () => {
      await render(four);
      await waitFor(() => expect(titles()[0]).toBe('three'));

      api.runsIn.set('main.argocd.three', [
        { ...pausedRollout, phase: 'Healthy', pauses: [] },
      ]);
      await act(async () => api.runs(healthy('agents'), healthy('worker')));
      expect(
        await screen.findByRole('region', { name: 'Summary' }),
      ).toHaveTextContent(/workloads are healthy$/);
      expect(titles()[0]).toBe('three');
      expect(fold('three')).toHaveAttribute('aria-expanded', 'true');
    });

    it('unfolds what needs somebody later, where it is', async () => {
      await render(four);
      await waitFor(() => expect(titles()[0]).toBe('three'));

      await act(async () =>
        api.connections[0].send(
          ...targetMessages('main.argocd.four', {
            ...api.rollouts,
            rollouts: [pausedRollout],
          }),
        ),
      );
      await waitFor(() =>
        expect(fold('four')).toHaveAttribute('aria-expanded', 'true'),
      );
      expect(
        within(screen.getByRole('region', { name: 'four' })).getByText(
          /^Rollout agents-controllers in four is Paused\./,
        ),
      ).toHaveAttribute('role', 'status');
      expect(titles()).toEqual(['three', 'one', 'two', 'four']);
    });

    it('unfolds a target when the summary leads to its panel', async () => {
      await render(four);
      await waitFor(() => expect(titles()[0]).toBe('three'));
      await user.click(fold('three'));
      expect(panels()).toEqual([]);
      expect(screen.getByRole('region', { name: 'three' })).toHaveTextContent(
        '1 of 2 workloads is not healthy',
      );

      await user.click(
        screen.getByRole('button', { name: 'agents-controllers, three' }),
      );
      expect(
        await screen.findByRole('region', {
          name: 'Rollout agents-controllers',
        }),
      ).toHaveFocus();
    });
  });

  it('folds nothing by itself where all targets fit, and has no filter for a single small one', async () => {
    api.runs(healthy('agents'));
    await render(four.slice(0, 3));
    await waitFor(() => expect(panels()).toHaveLength(3));
    expect(screen.getByRole('search')).toBeInTheDocument();
  });

  it('has no filter and nothing to fold for a single small target', async () => {
    api.runs(healthy('agents'));
    await render([target('only')]);
    await waitFor(() => expect(panels()).toHaveLength(1));
    expect(screen.queryByRole('search')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'only' }),
    ).not.toBeInTheDocument();
  });

  it('shows what needs somebody, and of thirty healthy workloads the first', async () => {
    const all = Array.from({ length: 30 }, (_, index) => ({
      ...deliveryTarget.workloads[0],
      name: `worker-${index}`,
    }));
    api.runs(...all.map(({ name }) => healthy(name)).slice(0, 29), {
      ...pausedRollout,
      name: 'worker-29',
    });
    await render([target('only', all)]);
    await waitFor(() => expect(panels()).toHaveLength(9));
    expect(panels()).toContain('Rollout worker-29');

    await user.click(
      screen.getByRole('button', {
        name: 'Show 21 more healthy workloads',
      }),
    );
    expect(panels()).toHaveLength(30);
    expect(
      screen.getByRole('region', { name: 'Deployment worker-8' }),
    ).toHaveFocus();
  });

  describe('filters', () => {
    beforeEach(() => {
      api.runs(healthy('agents'), pausedRollout);
      api.runsIn.set('main.argocd.two', [healthy('agents'), healthy('worker')]);
    });
    const two = [target('one'), target('two')];
    const count = () => screen.getByText(/^\d+ of \d+ workloads$/).textContent;

    it('by what needs attention, and says of how many', async () => {
      await render(two);
      await waitFor(() => expect(panels()).toHaveLength(4));
      const toggle = screen.getByRole('button', { name: 'Needs attention' });
      expect(toggle).toHaveAttribute('aria-pressed', 'false');

      await user.click(toggle);
      expect(toggle).toHaveAttribute('aria-pressed', 'true');
      expect(query()).toBe('?attention=true');
      expect(titles()).toEqual(['one']);
      expect(panels()).toEqual(['Rollout agents-controllers']);
      expect(count()).toBe('1 of 5 workloads');

      await user.click(screen.getByRole('button', { name: 'Clear filter' }));
      expect(query()).toBe('');
      expect(panels()).toHaveLength(4);
      expect(screen.getByRole('search')).toHaveFocus();
    });

    it('keeps what was asked for although it settles meanwhile', async () => {
      await render(two, '/?attention=true');
      await waitFor(() =>
        expect(panels()).toEqual(['Rollout agents-controllers']),
      );
      await act(async () =>
        api.runs(healthy('agents'), {
          ...pausedRollout,
          phase: 'Healthy',
          pauses: [],
        }),
      );
      expect(panels()).toEqual(['Rollout agents-controllers']);
    });

    it('by kind and target, as a shared address says', async () => {
      await render(two, '/?kind=Deployment&target=main.argocd.one');
      await waitFor(() => expect(panels()).toEqual(['Deployment agents']));
      expect(titles()).toEqual(['one']);
      expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveValue(
        'Deployment',
      );
      expect(screen.getByRole('combobox', { name: 'Target' })).toHaveValue(
        'main.argocd.one',
      );
    });

    it('by a part of a name while it is typed, without a step back for each letter', async () => {
      await render(two);
      await waitFor(() => expect(panels()).toHaveLength(4));
      await user.type(
        screen.getByRole('searchbox', { name: 'Workload name' }),
        'WORK',
      );
      await waitFor(() => expect(panels()).toEqual(['Deployment worker']));
      expect(query()).toBe('?name=WORK');
      expect(window.history.length).toBe(1);

      await user.click(screen.getByRole('button', { name: 'Clear filter' }));
      expect(
        screen.getByRole('searchbox', { name: 'Workload name' }),
      ).toHaveValue('');
    });

    it('to nothing, and says so', async () => {
      await render(two, '/?name=nobody');
      expect(
        await screen.findByText('No workload matches the filter'),
      ).toBeInTheDocument();
      expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
    });

    it('passes over what an address names and is not there', async () => {
      await render(two, '/?target=gone&kind=Job&attention=maybe');
      await waitFor(() => expect(panels()).toHaveLength(4));
      expect(
        screen.queryByRole('button', { name: 'Clear filter' }),
      ).not.toBeInTheDocument();
    });

    it('gives way where the summary leads to what it hides', async () => {
      await render(two, '/?name=worker');
      await waitFor(() => expect(panels()).toEqual(['Deployment worker']));
      await user.click(
        screen.getByRole('button', { name: 'agents-controllers, one' }),
      );
      expect(
        await screen.findByRole('region', {
          name: 'Rollout agents-controllers',
        }),
      ).toHaveFocus();
      expect(query()).toBe('');
    });
  });

  describe('a workload without a switch', () => {
    const { switch: _, ...unswitched } = {
      ...deliveryTarget.workloads[1],
      kindInGit: undefined,
      kindsLive: ['Rollout'],
    };

    it('is shown and steered like all others', async () => {
      api.runs(pausedRollout);
      await render([
        {
          ...target('only', [unswitched]),
          switches: deliveryTarget.switches.filter(({ owned }) => owned),
        },
      ]);
      expect(
        await screen.findByText('No switch in the chart'),
      ).toBeInTheDocument();
      expect(
        await within(
          screen.getByRole('region', { name: 'Rollout agents-controllers' }),
        ).findByRole('button', { name: 'Promote' }),
      ).toBeEnabled();
    });
  });

  it('takes nothing that could not be read for something that is not there', async () => {
    api.runs();
    await render([
      {
        ...target('only', [
          { namespace: 'agents', name: 'worker', kindsLive: [] },
        ]),
        rendering: { state: 'failed' },
        live: { state: 'incomplete' },
        switches: [],
      },
    ]);
    const row = await screen.findByRole('row', { name: /^worker/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
