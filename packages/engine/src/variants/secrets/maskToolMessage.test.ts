import { maskToolMessage } from './maskToolMessage';

const layout = (texts: Record<string, string>) => ({
  files: new Map(
    Object.keys(texts).map(path => [
      path,
      { mode: '100644' as const, id: path },
    ]),
  ),
  read: (path: string) => Buffer.from(texts[path]),
});

const chart = layout({
  'charts/agents/Chart.yaml': 'name: agents',
  'charts/agents/templates/web.yaml':
    '{{ fail (printf "the provider %s of %s is unknown" .Values.provider .Values.name) }}',
  'charts/agents/templates/other.yaml': 'elsewhere: literal',
  'charts/agents/templates/secret.yaml':
    'kind: Secret\nstringData:\n  a: s3cr3t\n  b: {{ required "a password is needed" .Values.pw }}',
  'charts/agents/values.schema.json':
    '{"properties":{"provider":{"enum":["argo","flagger"]}}}',
  'overlay/values.yaml': 'provider: hunter2',
});

const mask = (message: string) => maskToolMessage(message, [chart]);

describe('maskToolMessage', () => {
  it("shows the tool's words, files, lines and what stands in the named template", () => {
    expect(
      mask(
        'Error: execution error at (agents/templates/web.yaml:1:3): the provider hunter2 of agents elsewhere is unknown',
      ),
    ).toBe(
      'Error: execution error at (agents/templates/web.yaml:1:3): the provider ••• of agents ••• is unknown',
    );
  });

  it('shows where a template reads a value, not the value', () => {
    expect(
      mask(
        'Error: template: agents/templates/web.yaml:1:9: executing "agents/templates/web.yaml" at <.Values.provider>: wrong type for value; expected string; got hunter2',
      ),
    ).toBe(
      'Error: template: agents/templates/web.yaml:1:9: executing "agents/templates/web.yaml" at <.Values.provider>: wrong type for value; expected string; got •••',
    );
  });

  it.each([
    'error converting YAML to JSON: yaml: line 3: mapping values are not allowed: "pw: hunter2"',
    "values don't meet the specifications of the schema(s): at '/provider': value must be one of 'argo', 'flagger' but is 'hunter2'",
    "unable to run: '/tmp/progressive-x/helm template --set pw=hunter2': exit status 1",
  ])('hides what values say: %s', message => {
    const masked = mask(message);
    expect(masked).not.toMatch(/hunter2|progressive-x/);
    expect(masked).toContain('•••');
  });

  it('shows what the schema says of itself', () => {
    expect(
      mask(
        "schema agents: at '/provider': value must be one of 'argo', 'flagger'",
      ),
    ).toMatch(/value must be one of 'argo', 'flagger'$/);
  });

  it('shows of a template with a Secret only what it says where it fails', () => {
    expect(
      mask(
        'execution error at (agents/templates/secret.yaml:4:8): a password is needed, not s3cr3t',
      ),
    ).toBe(
      'execution error at (agents/templates/secret.yaml:4:8): a password is needed, not •••',
    );
  });

  it('shows no number but of lines and columns', () => {
    expect(mask('agents/templates/web.yaml:12:7: unexpected 4711')).toBe(
      'agents/templates/web.yaml:12:7: unexpected •••',
    );
  });

  it('hides the notes of a chart that an error repeats', () => {
    expect(mask('NOTES:\nYour password is hunter2, user is admin')).not.toMatch(
      /hunter2|admin/,
    );
  });

  it('takes no long time over many files and a message that names many', () => {
    const paths = Array.from({ length: 5_000 }, (_, index) => [
      `${'a/'.repeat(1_000)}${index}.yaml`,
      '',
    ]);
    const deep = layout(Object.fromEntries(paths));
    const started = process.cpuUsage();
    maskToolMessage('a/'.repeat(1_000), [deep]);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
