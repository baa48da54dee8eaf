import { LineEdit } from '../templates/applyLineEdits';
import { TemplateFile } from '../templates/TemplateFile';
import { includeOf, isRollout, Root, SwitchOf } from './SwitchOf';

/** Lines that say of which API version and kind something is, in any order. */
interface IdentityLines {
  apiVersions: readonly number[];
  /** `undefined` where the kind goes without saying. */
  kind: number | undefined;
}

const APPS_V1 = /^\s*apiVersion:\s*(["']?)apps\/v1\1\s*$/;
const DEPLOYMENT = /^\s*kind:\s*(["']?)Deployment\1\s*$/;

/**
 * Has lines that say API version and kind say that of a Rollout where the switch is on.
 *
 * @param options.indent - spaces before them
 * @param options.insertAt - where they are said if they are not there
 */
export function editIdentity(
  file: TemplateFile,
  { apiVersions, kind }: IdentityLines,
  options: {
    switchOf: SwitchOf;
    root: Root;
    indent: number;
    insertAt: number;
  },
): LineEdit[] {
  const { indent, insertAt, root, switchOf } = options;
  const space = ' '.repeat(indent);
  const identity = includeOf('workloadIdentity', switchOf, root);
  const [apiVersion] = apiVersions;
  if (
    apiVersions.length === 1 &&
    kind !== undefined &&
    Math.abs(kind - apiVersion) === 1 &&
    APPS_V1.test(file.line(apiVersion)) &&
    DEPLOYMENT.test(file.line(kind))
  ) {
    const call =
      indent === 0
        ? `{{ ${identity} }}`
        : `${space}{{- ${identity} | nindent ${indent} }}`;
    return [{ at: Math.min(kind, apiVersion), remove: 2, insert: [call] }];
  }
  const condition = isRollout(switchOf, root);
  const either = (at: number, ...others: string[]): LineEdit[] => [
    {
      at,
      remove: 0,
      insert: [
        `${space}{{- if ${condition} }}`,
        ...others.map(other => space + other),
        `${space}{{- else }}`,
      ],
    },
    { at: at + 1, remove: 0, insert: [`${space}{{- end }}`] },
  ];
  if (kind === undefined && apiVersions.length === 0) {
    return [
      {
        at: insertAt,
        remove: 0,
        insert: [
          `${space}{{- if ${condition} }}`,
          `${space}{{- ${identity} | nindent ${indent} }}`,
          `${space}{{- end }}`,
        ],
      },
    ];
  }
  return [
    ...apiVersions.flatMap(at =>
      either(
        at,
        'apiVersion: argoproj.io/v1alpha1',
        ...(kind === undefined ? ['kind: Rollout'] : []),
      ),
    ),
    ...(kind === undefined
      ? []
      : either(
          kind,
          apiVersions.length === 0
            ? `{{- ${identity} | nindent ${indent} }}`
            : 'kind: Rollout',
        )),
  ];
}
