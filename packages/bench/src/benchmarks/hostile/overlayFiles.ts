/** Texts by path, from the root of the repository. */
export type Files = Record<string, string>;

const CHART = 'apiVersion: v2\nname: web\nversion: 1.0.0\n';
const SWITCH = 'progressiveDelivery:\n  enabled: false\n';
const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

/** Directory of the overlay. */
export const ATTACKED = 'attacked';

/** An overlay that inflates a chart, with a text of somebody else's in one of its files. */
export function overlayFiles(texts: {
  chart?: string;
  defaults?: string;
  kustomization?: string;
  lock?: string;
  more?: Files;
  override?: string;
  schema?: string;
  template?: string;
  values?: string;
}): Files {
  const chart = `${ATTACKED}/charts/web`;
  return {
    [`${chart}/Chart.yaml`]: CHART + (texts.chart ?? ''),
    [`${chart}/values.yaml`]: SWITCH + (texts.defaults ?? ''),
    [`${chart}/templates/all.yaml`]: OBJECT + (texts.template ?? ''),
    [`${ATTACKED}/values.yaml`]: SWITCH + (texts.values ?? ''),
    [`${ATTACKED}/kustomization.yaml`]: `helmCharts:\n- name: web\n  releaseName: web\n  valuesFile: values.yaml\n${
      texts.kustomization ?? ''
    }`,
    ...(texts.lock !== undefined && { [`${chart}/Chart.lock`]: texts.lock }),
    ...(texts.schema !== undefined && {
      [`${chart}/values.schema.json`]: texts.schema,
    }),
    ...(texts.override !== undefined && {
      [`${ATTACKED}/.argocd-source.yaml`]: texts.override,
    }),
    ...Object.fromEntries(
      Object.entries(texts.more ?? {}).map(([name, text]) => [
        `${ATTACKED}/${name}`,
        text,
      ]),
    ),
  };
}
