import { examples } from './examples';
import { mustRun } from './tools/mustRun';

describe('NOTES.txt', () => {
  const notes = async (...args: string[]) => {
    const stdout = await mustRun('helm', [
      ...['install', 'agents', examples.chart, '--namespace', 'agents'],
      ...['--dry-run=client', ...args],
    ]);
    return stdout.slice(stdout.indexOf('NOTES:'));
  };

  it('says that Deployments were installed and how to turn the feature on', async () => {
    const text = await notes();
    expect(text).toContain('agents is installed as a Deployment.');
    expect(text).toContain('agents-controllers is installed as a Deployment.');
    expect(text).toContain('controllers.progressiveDelivery.enabled: true');
    expect(text).toContain('helm.sh/resource-policy: keep');
    expect(text).not.toContain('promote');
  });

  it('says which one is a Rollout and how to go on', async () => {
    const text = await notes(
      ...['--set', 'controllers.progressiveDelivery.enabled=true'],
    );
    expect(text).toContain('agents is installed as a Deployment.');
    expect(text).toContain('agents-controllers is installed as a Rollout.');
    expect(text).toContain('promote agents-controllers --namespace agents');
    expect(text).not.toContain('promote agents --namespace');
  });

  it('says so where the annotation is turned off that makes the switch safe', async () => {
    expect(await notes()).not.toContain('pruneLast');
    expect(
      await notes('--set', 'progressiveDelivery.pruneLast=false'),
    ).toContain('progressiveDelivery.pruneLast is off');
  });
});
