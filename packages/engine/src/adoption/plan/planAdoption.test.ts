import { readChart } from '../chart/Chart';
import { TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
import { planAdoption } from './planAdoption';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels:
    app: web
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers: []
`;

const SCALER = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .Release.Name }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .Release.Name }}
`;

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** What takes long to read if each part of it has all others looked at. */
const hostile: Record<string, (size: number) => string> = {
  'lines below the pod template': size =>
    DEPLOYMENT + times(size, () => '        # x\n'),
  'conditions side by side': size =>
    DEPLOYMENT +
    times(
      size,
      index => `        {{- if .Values.a${index} }}\n        {{- end }}\n`,
    ),
  'actions in one line': size =>
    `${DEPLOYMENT}      hostname: ${times(size, () => '{{ .Values.x }}')}\n`,
  'variables of variables': size =>
    `{{- $v0 := .Values.x }}\n${times(
      size,
      index =>
        `{{- $v${index + 1} := print $v${index} $v${index} $v${index} }}\n`,
    )}${DEPLOYMENT.replace('.Release.Name', `$v${size}`)}`,
  'named templates that include two others': size =>
    DEPLOYMENT.replace('app: web', '{{- include "t0" . | nindent 4 }}') +
    times(
      size,
      index =>
        `{{- define "t${index}" }}\n{{ include "t${
          index + 1
        }" . }}\n{{ include "t${index + 2}" . }}\n{{- end }}\n`,
    ),
  autoscalers: size => DEPLOYMENT + times(size, () => SCALER),
  'targets in one document': size =>
    DEPLOYMENT +
    SCALER +
    times(size, () => '  targetRef:\n    kind: StatefulSet\n'),
  'kinds in one document': size => times(size, () => 'kind: Deployment\n'),
  'commands that name the Deployment': size =>
    DEPLOYMENT +
    times(size, () => '# x\n        command: kubectl get deploy/web\n'),
  'commands in one line': size =>
    `${DEPLOYMENT}  run: ${times(size, () => 'kubectl get deploy web ')}\n`,
  'kinds in one line': size => `${DEPLOYMENT}# ${times(size, () => 'kind:')}\n`,
};

/** How often lines, their kinds and their blocks are asked for. */
async function workOf(text: string) {
  const spies = (['line', 'kindOf', 'blocksAt', 'lineOf'] as const).map(name =>
    jest.spyOn(TemplateFile.prototype, name),
  );
  try {
    const outcome = await outcomeOf(text);
    const calls = spies.map(({ mock }) => mock.calls.length);
    return { asked: calls.reduce((sum, each) => sum + each), outcome };
  } finally {
    spies.forEach(spy => spy.mockRestore());
  }
}

async function outcomeOf(text: string): Promise<string> {
  try {
    planAdoption(
      await readChart(
        new Map([
          ['Chart.yaml', Buffer.from('name: web')],
          ['values.yaml', Buffer.from('replicas: 1\n')],
          ['templates/all.yaml', Buffer.from(text)],
        ]),
      ),
    );
    return 'planned';
  } catch (error) {
    if (error instanceof CannotAdoptError) {
      return error.obstacles[0].id;
    }
    throw error;
  }
}

describe('planAdoption', () => {
  it.each(Object.entries(hostile))(
    'looks at each part of a template a few times, of many %s',
    async (_, make) => {
      const few = await workOf(make(200));
      const many = await workOf(make(800));
      expect(many.outcome).toBe(few.outcome);
      expect(many.asked / few.asked).toBeLessThan(4.5);
    },
  );

  it.each(Object.entries(hostile))(
    'comes to an end with %s',
    async (_, make) => {
      expect(await outcomeOf(make(3_000))).toMatch(/^[a-zA-Z]+$/);
    },
  );

  it.each([
    ['blocks', `${'{{ if .a }}'.repeat(101)}${'{{ end }}'.repeat(101)}`],
    ['Deployments', `${DEPLOYMENT}---\n`.repeat(51)],
  ])('refuses too many %s', async (_, text) => {
    expect(await outcomeOf(text)).toMatch(
      /^(?:templateTooDeep|tooManyDeployments)$/,
    );
  });

  it('refuses brackets that nobody can follow', async () => {
    const brackets = `${'('.repeat(20_000)}not .Values.hpa${')'.repeat(
      20_000,
    )}`;
    expect(
      await outcomeOf(
        DEPLOYMENT.replace(
          /^ {2}replicas.*$/m,
          `  {{- if ${brackets} }}\n  replicas: 1\n  {{- end }}`,
        ),
      ),
    ).toBe('replicasUnclear');
  });
});
