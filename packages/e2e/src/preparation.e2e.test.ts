import { eventually } from '@progressive-delivery/sandbox';
import { changesOf } from './gitea/changesOf';
import { untilDelivered, type Workload } from './kubernetes/delivered';
import { signInAsGuest } from './person/signInAsGuest';
import {
  deliverShop,
  shopDirectory,
  shopPath,
  writeShopComponent,
} from './preparation/deliverShop';
import { Scene } from './scene/Scene';
import { PreparationView } from './tab/PreparationView';
import { Preview } from './tab/Preview';
import { seen } from './tab/seen';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

describe('A chart that nobody has prepared is given the switch', () => {
  let scene: Scene;
  let preparation: PreparationView;

  const isDeployment = ({ kind }: Workload) => kind === 'Deployment';

  beforeAll(async () => {
    scene = await Scene.open('preparation', async (directory, sandbox) => {
      await deliverShop(sandbox);
      return writeShopComponent(directory);
    });
    await untilDelivered(scene.sandbox, 'shop', isDeployment);
  });
  afterEach(() => scene?.keepEvidence());
  afterAll(() => scene?.close());

  it('the tab says that there is no switch, and leads to one', async () => {
    const { backstage, page } = scene;
    await signInAsGuest(page, backstage.url);
    await page.goto(
      `${backstage.url}/catalog/${shopPath}/progressive-delivery`,
    );
    const offer = page.getByRole('link', {
      name: 'Prepare this chart for shop',
    });
    await offer.waitFor();
    expect(await page.getByText('No switch in the chart').isVisible()).toBe(
      true,
    );
    await offer.click();
  });

  it('Helm proves that nothing else changes', async () => {
    preparation = PreparationView.of(scene.page, 'shop');
    const said = await preparation.proved();
    expect(said).toContain('The switch is off at first');
    expect(said).toMatch(/They become Rollouts .*: Deployment /);
    expect(said).toContain('Rendered with 1 set of values');
    await scene.takePicture('1-proved');
  });

  it('a pull request adds a helper, values, and the edits of the template', async () => {
    expect(
      seen(await preparation.openPullRequest('Canaries for the shop')),
    ).toMatch(/^Pull request #1/);
    const changes = await changesOf(scene.sandbox.gitea, 1);
    expect(changes.map(({ filename, status }) => [filename, status])).toEqual([
      [`${shopDirectory}/templates/_progressive-delivery.tpl`, 'added'],
      [`${shopDirectory}/templates/deployment.yaml`, 'changed'],
      [`${shopDirectory}/values.yaml`, 'changed'],
    ]);
    await scene.takePicture('2-opened');
  });

  it('once it is merged, Argo CD renders the same but for PruneLast', async () => {
    await scene.sandbox.mergePullRequest();
    await untilDelivered(
      scene.sandbox,
      'shop',
      workload =>
        isDeployment(workload) &&
        workload.metadata.annotations[SYNC_OPTIONS] === 'PruneLast=true',
    );
    await eventually('everything is in place', async () =>
      expect(await preparation.stages()).toEqual([
        'Pull request, done',
        'Merged, done',
        'PruneLast is live, done',
        'Turned on, current',
      ]),
    );
    await scene.takePicture('3-merged');
  });

  it('and it leads on to the switch itself', async () => {
    await preparation.previewSwitch();
    const preview = Preview.on(scene.page);
    await eventually('the preview says what happens', async () =>
      expect(await preview.sentence()).toMatch(
        /^Deployment shop becomes a Rollout of the same name\./,
      ),
    );
    expect(await preview.findings('Blocking')).toEqual([]);
    await scene.takePicture('4-preview');
  });

  it('nothing went wrong in the browser unseen', () => {
    expect(scene.pageErrors).toEqual([]);
  });
});
