import { readChart } from '../chart/Chart';
import { planAdoption } from './planAdoption';

const deployment = (name: string, image = '.Values.image') =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 1
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: {{ ${image} }}
`;

const WEB = '{{ include "shop.fullname" . }}';
const ON = '{{ if .Values.progressiveDelivery.enabled }}';

/** What becomes of a file of a chart, and the lines that are noted. */
async function plan(
  files: Record<string, string>,
  path = 'templates/NOTES.txt',
): Promise<{ after: string | undefined; noted: unknown[] }> {
  const { changes, notes } = planAdoption(
    await readChart(
      new Map(
        Object.entries({
          'Chart.yaml': 'name: shop',
          'templates/web.yaml': deployment(WEB),
          ...files,
        }).map(([name, text]) => [name, Buffer.from(text)]),
      ),
    ),
  );
  return {
    after: changes.get(path),
    noted: notes
      .filter(({ id }) => id === 'mentions')
      .map(({ parameters }) => parameters.line),
  };
}

describe('editMentions', () => {
  it.each([
    [
      `kubectl get deployment/${WEB} -o yaml`,
      `kubectl get ${ON}rollouts.argoproj.io/{{ else }}deployment/{{ end }}${WEB} -o yaml`,
    ],
    [
      `  $ kubectl -n shop describe deploy ${WEB}`,
      `  $ kubectl -n shop describe ${ON}rollouts.argoproj.io{{ else }}deploy{{ end }} ${WEB}`,
    ],
    [
      `Run "kubectl scale deployments.v1.apps/${WEB} --replicas=2".`,
      `Run "kubectl scale ${ON}rollouts.argoproj.io/{{ else }}deployments.v1.apps/{{ end }}${WEB} --replicas=2".`,
    ],
    [
      `READY=$(kubectl get deploy {{- " " }}${WEB} -o name)`,
      undefined, // The name is another one then.
    ],
    [
      `# kubectl wait --for condition=Available deploy/${WEB} && echo ready`,
      `# kubectl wait --for condition=Available ${ON}rollouts.argoproj.io/{{ else }}deploy/{{ end }}${WEB} && echo ready`,
    ],
    [
      `kubectl get svc/${WEB} deploy/${WEB}`,
      `kubectl get svc/${WEB} ${ON}rollouts.argoproj.io/{{ else }}deploy/{{ end }}${WEB}`,
    ],
    [
      `kubectl rollout status deployment ${WEB} --timeout 2m`,
      `kubectl ${ON}argo rollouts status {{ else }}rollout status deployment {{ end }}${WEB} --timeout 2m`,
    ],
    [
      `kubectl --namespace {{ .Release.Namespace }} rollout restart deploy/${WEB}`,
      `kubectl ${ON}argo rollouts restart --namespace {{ .Release.Namespace }} {{ else }}--namespace {{ .Release.Namespace }} rollout restart deploy/{{ end }}${WEB}`,
    ],
  ])('has notes say %j as %j', async (line, expected) => {
    const before = `Look:\n${line}\n`;
    expect(await plan({ 'templates/NOTES.txt': before })).toEqual(
      expected
        ? { after: `Look:\n${expected}\n`, noted: [] }
        : { after: undefined, noted: [2] },
    );
  });

  it.each([
    `kubectl logs deployment/${WEB}`,
    `kubectl port-forward deploy/${WEB} 8080`,
    `kubectl exec deploy/${WEB} -- kubectl version`,
    `kubectl rollout history deployment/${WEB}`,
    `kubectl rollout status deployment/${WEB} --revision=2`,
    `kubectl get deployment/${WEB}-cache`,
    `kubectl get deployment ${WEB} ${WEB}-cache`,
    `kubectl get deployment ${WEB} "${WEB}-cache"`,
    `kubectl get deployment ${WEB} -n shop ${WEB}-cache`,
    `kubectl get deployment ${WEB} \\`,
    `kubectl rollout restart deployment/${WEB} -n shop deployment/${WEB}-cache`,
    `kubectl rollout restart deployment/${WEB} \\`,
    `kubectl rollout status deployment -n shop ${WEB}`,
    `kubectl rollout status deployment "${WEB}"`,
    `kubectl get deployment,svc ${WEB}`,
    `kubectl get deployment/{{ include "shop.fullname" .Values }}`,
    `kubectl get deployment/{{ include "shop.other" . }}`,
    `kubectl get deployment/{{ include "shop.fullname" . | quote }}`,
    `kubectl get svc ${WEB} deployment/${WEB}`,
    `kubectl get pods; see deployment/${WEB}`,
    `oc get deployment/${WEB}`,
    `It is deployment/${WEB}`,
    '{{ printf "kubectl get deployment/%s" (include "shop.fullname" .) }}',
    `{{ with .Values.x }}kubectl get deployment/{{ include "shop.fullname" $ }}{{ end }}`,
  ])('keeps and notes %j', async line => {
    expect(await plan({ 'templates/NOTES.txt': line })).toEqual({
      after: undefined,
      noted: [1],
    });
  });

  it.each([
    `{{/* kubectl get deployment/${WEB} */}}`,
    `https://example.com/deployment/${WEB}`,
    `This deployment ${WEB} is new`,
    'kubectl get deployments to see all',
  ])('says nothing of %j', async line => {
    expect(await plan({ 'templates/NOTES.txt': line })).toEqual({
      after: undefined,
      noted: [],
    });
  });

  it('keeps and notes lines that nobody types', async () => {
    const line = `kubectl get deploy/${WEB} `.repeat(3_000);
    expect(await plan({ 'templates/NOTES.txt': line })).toEqual({
      after: undefined,
      noted: [1],
    });
  });

  it('keeps and notes what begins in other blocks than its line', async () => {
    const notes = `{{ if .Values.a }}\n{{ end }}{{ with .Values.y }}kubectl get deploy/${WEB}\n{{ end }}`;
    expect(await plan({ 'templates/NOTES.txt': notes })).toEqual({
      after: undefined,
      noted: [2],
    });
  });

  it('keeps all other bytes of notes', async () => {
    const line = (of: string) => `kubectl get ${of}${WEB}`;
    const [before, after] = [
      'deploy/',
      `${ON}rollouts.argoproj.io/{{ else }}deploy/{{ end }}`,
    ].map(of => `Look:\r\n${line(of)}\n\t\n\r\n${line(of)}`);
    expect(await plan({ 'templates/NOTES.txt': before })).toEqual({
      after,
      noted: [],
    });
  });

  describe('in a test', () => {
    const path = 'templates/tests/test.yaml';
    const test = (of: string) => `apiVersion: v1
kind: Pod
metadata:
  name: test
spec:
  containers:
    - command:
        - sh
        - -c
        - |
          # kubectl get deployment/${WEB}
          kubectl get ${of}${WEB}
          kubectl rollout status deployment/${WEB}
`;
    const role = (rules: string) => `---
kind: Role
apiVersion: rbac.authorization.k8s.io/v1
metadata:
  name: test
rules:
${rules}    verbs: [get]
`;
    const edited = test(
      `${ON}rollouts.argoproj.io/{{ else }}deployment/{{ end }}`,
    );

    it.each([
      [
        `  - apiGroups: ["", "apps"]
    resources: ["pods", "deployments"]
`,
        `  - apiGroups: ["", "apps"${ON}, "argoproj.io"{{ end }}]
    resources: ["pods", "deployments"${ON}, "rollouts"{{ end }}]
`,
      ],
      [
        `  - apiGroups:
      - apps
    resources:
      - deployments
      - deployments/scale
`,
        `  - apiGroups:
      - apps
      {{- if .Values.progressiveDelivery.enabled }}
      - argoproj.io
      {{- end }}
    resources:
      - deployments
      - deployments/scale
      {{- if .Values.progressiveDelivery.enabled }}
      - rollouts
      - rollouts/scale
      {{- end }}
`,
      ],
    ])(
      'edits commands that need no plugin, and the rules %j',
      async (rules, expected) => {
        const before = test('deployment/') + role(rules);
        expect(await plan({ [path]: before }, path)).toEqual({
          after: edited + role(expected),
          noted: [13],
        });
      },
    );

    it.each([
      ['no rules', ''],
      [
        'rules that are computed',
        role(
          '  - apiGroups: [apps]\n    resources: {{ toJson .Values.deployments }}\n',
        ),
      ],
      [
        'rules of which one is written otherwise',
        role(
          '  - apiGroups: [apps]\n    resources: [deployments]\n    verbs: [get]\n  - resources: [deployments]\n    apiGroups: [apps]\n',
        ),
      ],
    ])('keeps commands beside %s', async (_, rules) => {
      const before = test('deployment/') + rules;
      expect(await plan({ [path]: before }, path)).toEqual({
        after: undefined,
        noted: [12, 13],
      });
    });

    it('keeps commands beside rules that others call', async () => {
      const rules = role(
        '  - apiGroups: [apps]\n    resources: [deployments]\n',
      );
      const before = `${test(
        'deployment/',
      )}{{- define "shop.role" }}\n${rules}{{- end }}`;
      expect(await plan({ [path]: before }, path)).toEqual({
        after: undefined,
        noted: [12, 13],
      });
    });

    it('keeps names that may go on in the next line', async () => {
      const rules = role(
        '  - apiGroups: [apps]\n    resources: [deployments]\n',
      );
      expect(await plan({ [path]: test('deployment ') + rules }, path)).toEqual(
        { after: undefined, noted: [12, 13] },
      );
    });

    it('keeps rules of other tests', async () => {
      const other = role(
        '  - apiGroups: [apps]\n    resources: [deployments]\n',
      );
      expect(await plan({ [path]: other }, path)).toEqual({
        after: undefined,
        noted: [],
      });
    });
  });

  it('keeps commands of other templates', async () => {
    expect(
      await plan(
        {
          'templates/job.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: script
data:
  run: kubectl get deployment/${WEB}
`,
        },
        'templates/job.yaml',
      ),
    ).toEqual({ after: undefined, noted: [6] });
  });

  it('asks for the switch of the workload that is named', async () => {
    const { after } = await plan({
      'values.yaml': 'web:\n  image: web\nworker:\n  image: worker\n',
      'templates/web.yaml': deployment(WEB, '.Values.web.image'),
      'templates/worker.yaml': deployment(
        `${WEB}-worker`,
        '.Values.worker.image',
      ),
      'templates/NOTES.txt': `kubectl get deploy/${WEB}-worker\n{{- with .Values.web }}\nkubectl get deploy/${WEB.replace(
        ' . ',
        ' $ ',
      )}\n{{- end }}`,
    });
    expect(after?.match(/\{\{ if .*?\}\}/g)).toEqual([
      '{{ if include "shop.isRollout" (list . .Values.worker) }}',
      '{{ if include "shop.isRollout" (list $ $.Values.web) }}',
    ]);
  });

  it('asks for the switch of the workload that a loop is at', async () => {
    const { after } = await plan({
      'values.yaml': 'workloads:\n  web:\n    image: web\n',
      'templates/web.yaml': `{{- range $name, $workload := .Values.workloads }}\n---\n${deployment(
        '{{ $.Release.Name }}-{{ $name }}',
        '$workload.image',
      )}{{- end }}`,
      'templates/NOTES.txt':
        '{{- range $key, $each := .Values.workloads }}\nkubectl get deploy/{{ $.Release.Name }}-{{ $key }}\n{{- end }}',
    });
    expect(after?.match(/\{\{ if .*?\}\}/g)).toEqual([
      '{{ if include "shop.isRollout" (list $ $each) }}',
    ]);
  });
});
