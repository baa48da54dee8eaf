import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  LEFT_BEHIND,
  PreviewScene,
  SHOP,
} from './preview/__testUtils__/PreviewScene';

// The command runs from its source here, and renders with the real tools.
jest.setTimeout(120_000);

/** What a blocked switch gives. */
const COMMENT = `## \`progressiveDelivery.enabled\` on in \`overlay\`

> Deployment web becomes a Rollout of the same name. Argo CD starts the Rollout beside the Deployment, and removes the Deployment once the Rollout is healthy. The pod template of web stays the same. Replicas of web: 3, as before. Later releases go through 2 canary steps.

### Values

\`progressiveDelivery.enabled\` in \`overlay/values.yaml\`, line 3: \`false\` → \`true\`

### Preflight

21 checks looked at everything that they look at. Found: blocking 1, warnings 0, to know 0.

- **block** \`scalers-follow\`: HorizontalPodAutoscaler web still scales the Deployment web, which becomes a Rollout. After the switch it scales nothing: the Rollout keeps the replicas that Git gives it, whatever the load. Have the chart render its scale target with the kind of the workload, in the same commit.

<details>

<summary>30 checks could not look, or not at everything: no cluster and no Argo CD was read</summary>

\`prune-last-live\`, \`skip-dry-run\`, \`replace-or-force\`, \`rollouts-crd\`, \`controller-running\`, \`rollout-schema\`, \`replicas-sufficient\`, \`autoscaler-works\`, \`images-deployed\`, \`workload-settled\`, \`rollout-settled\`, \`other-canary-unpromoted\`, \`name-taken\`, \`file-shared\`, \`application-settled\`, \`kind-permitted\`, \`kind-excluded\`, \`object-shared\`, \`rendered-as-live\`, \`application-as-in-git\`, \`earlier-target\`, \`proposal-open\`, \`sync-prunes\`, \`sync-windows\`, \`ignored-differences-follow\`, \`prune-last-option\`, \`retry-refresh\`, \`budgets-count-both\`, \`application-owner\`, \`quota-left\`

</details>

<details>

<summary>Rendered manifests: 1 changed, 1 unchanged</summary>

Rendered with Helm <version> and Kustomize <version>.

**Deployment \`web\` becomes a Rollout**

\`\`\`diff
--- a/Deployment web
+++ b/Rollout web
@@ -1,5 +1,5 @@
-apiVersion: apps/v1
-kind: Deployment
+apiVersion: argoproj.io/v1alpha1
+kind: Rollout
 metadata:
   name: web
   annotations:
@@ -9,6 +9,11 @@
   selector:
     matchLabels:
       app: web
+  strategy:
+    canary:
+      steps:
+        - setWeight: 34
+        - pause: {}
   template:
     metadata:
       labels:
\`\`\`

</details>
`;

describe('progressive-delivery preview --format markdown', () => {
  let scene: PreviewScene;

  beforeEach(async () => {
    scene = await PreviewScene.create();
  });
  afterEach(() => scene.remove());

  const comment = async (...args: string[]) => {
    const { stdout } = await scene.preview(
      ...['overlay', '--format', 'markdown', ...args],
    );
    return stdout
      .replace(/Helm v\d+\.\d+\.\d+/, 'Helm <version>')
      .replace(/Kustomize v\d+\.\d+\.\d+/, 'Kustomize <version>');
  };

  it('is a comment for a pull request', async () => {
    await scene.write(LEFT_BEHIND);
    expect(await comment()).toBe(COMMENT);
  });

  it('goes where it is told to', async () => {
    const { code, stdout } = await scene.preview(
      ...['overlay', '--format', 'markdown', '--output', 'comment.md'],
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(await readFile(join(scene.folder, 'comment.md'), 'utf8')).toMatch(
      /^## `progressiveDelivery\.enabled` on in `overlay`\n/,
    );
  });

  it('shows what charts say, and does nothing of it', async () => {
    await scene.write({
      'charts/web/templates/hostile.yaml': `{{- if .Values.progressiveDelivery.enabled }}
apiVersion: v1
kind: ConfigMap
metadata:
  name: hostile
  labels:
    mention: "@org/team #12 fixes #13"
    html: "</details><img src=x onerror=alert(1)>"
    fence: "\`\`\`\`\\n# Approved\\n![](https://tracker.example.com/x.png)"
    terminal: "\\u001b[2J\\u202e"
{{- end }}
`,
    });
    const masked = await comment();
    const shown = await comment('--show-values');
    const terminal = await scene.preview('overlay', '--show-values');
    for (const text of [masked, shown]) {
      expect(text).not.toMatch(/@org|#1[23]/);
      expect(withoutCode(text).match(/<\/details>/g)).toHaveLength(2);
    }
    expect(shown).toContain('ConfigMap `hostile`');
    expect(shown).toContain('tracker.example.com');
    // Outside of blocks of code, a chart has said nothing.
    expect(withoutCode(shown)).not.toMatch(/onerror|Approved|tracker/);
    expect(terminal.stdout).toContain('tracker.example.com');
    // eslint-disable-next-line no-control-regex
    expect(shown + terminal.stdout).not.toMatch(/[\u001b\u202e]/);
  });

  it('leaves out what does not fit into a comment', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `large-${index}`);
    await scene.write({
      'charts/web/templates/large.yaml': `{{- if .Values.progressiveDelivery.enabled }}
${names
  .map(
    name => `---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels: { ${Array.from({ length: 60 }, (_, each) => `label-${each}: a`)} }
`,
  )
  .join('')}
{{- end }}
`,
    });
    const text = await comment();
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(
      /Omitted, because the pull request would be too long: \d+ of 61 documents/,
    );
    expect(text).toContain('becomes a Rollout**');
  });

  it('leaves out what was found where that alone does not fit', async () => {
    const name = '\\*'.repeat(400);
    await scene.write({
      'charts/web/templates/scalers.yaml': Array.from(
        { length: 40 },
        (_, index) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: '${name}-${index}' }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  maxReplicas: 9
`,
      ).join(''),
    });
    const text = await comment();
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('Found: blocking 40, ');
    expect(text).toContain('becomes a Rollout**');
  });

  it('says the whole of no values file', async () => {
    await scene.write({
      'overlay/values.yaml': `${SHOP['overlay/values.yaml']}message: a-value\n`,
    });
    expect(await comment('--show-values')).not.toContain(
      'Whether the workload',
    );
  });
});

/** Without blocks of code, which end with as many backticks as they begin with. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[^]*?^\1$/gm, '');
}
