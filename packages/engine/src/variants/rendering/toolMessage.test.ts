import { toolMessage } from './toolMessage';

const DIRECTORY = '/tmp/progressive-delivery-abc123';
const said = (stderr: string, written: [string, string][] = []) =>
  toolMessage(stderr, {
    directory: DIRECTORY,
    command: '/opt/bin/helm',
    written: new Map(written),
  });

describe('toolMessage', () => {
  it('takes the command out that kustomize says where its helm fails', () => {
    expect(
      said(
        `Error: no chart: unable to run: '/opt/bin/helm template it's --set a='b'' with env=[HOME=${DIRECTORY}/home] (is '/opt/bin/helm' installed?): exit status 1, twice: unable to run: 'helm' with env=[] (is 'helm' installed?): signal: killed`,
      ),
    ).toBe('Error: no chart, twice');
  });

  it('keeps what only begins like it', () => {
    const text = "unable to run: 'a' with env=[b] (is 'c' installed?): no idea";
    expect(said(text)).toBe(text);
    expect(said("unable to run: 'a' with env=[")).toBe(
      "unable to run: 'a' with env=[",
    );
  });

  it('names files of ours as the repository does, whatever these are called', () => {
    const written: [string, string][] = Array.from(
      { length: 12 },
      (_, index) => [
        `${DIRECTORY}/file-${index}.yaml`,
        `values/${index} ${DIRECTORY}/file-${index + 1}.yaml`,
      ],
    );
    expect(
      said(`${DIRECTORY}/file-1.yaml: ${DIRECTORY}/file-11.yaml.`, written),
    ).toBe('values/1 /file-2.yaml: values/11 /file-12.yaml.');
  });

  it.each([
    "unable to run: '",
    "' with env=[",
    "unable to run: '' with env=[",
    "unable to run: '' with env=[] (is '",
    "unable to run: '' with env=[] (is '' installed?): ",
    `${DIRECTORY}/file-0.yaml `,
    `${DIRECTORY}/refs/`,
    '/tmp/a/a-kustomize-values',
    'time=',
  ])('takes time in proportion to the length of what is full of %j', part => {
    const written: [string, string][] = Array.from(
      { length: 1_000 },
      (_, index) => [`${DIRECTORY}/file-${index}.yaml`, 'x'.repeat(1_000)],
    );
    const text = part.repeat((64 * 1024) / part.length);
    const started = performance.now();
    said(text, written);
    // Minutes where it is quadratic.
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
