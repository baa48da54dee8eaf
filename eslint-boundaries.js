/**
 * What keeps the packages apart, on top of Backstage's own rules; used by each package's .eslintrc.js.
 */
/** Import what a package exports, not its insides. */
const insides = ['@progressive-delivery/*/src/**', '@backstage/*/src/**'];

/**
 * The way of the data through the backend: a folder imports only from those before it, never from one after it. Rooms
 * of a folder come in order, too; its own files come after all its rooms, or where the dot is.
 */
const backendFolders = [
  'errors',
  { clusters: ['.', 'watch'] },
  { targets: ['applications', { access: ['patterns'] }, 'overlays'] },
  { git: ['trees', 'command', 'refs', 'stores'] },
  'variants',
  {
    rollouts: [
      { objects: ['kinds'] },
      {
        status: ['analyses', 'phase', 'steps', 'pods', 'actions'],
      },
      'live',
      'watch',
      'stream',
      'actions',
      'manifests',
    ],
  },
  { preflight: ['gathering'] },
  {
    proposals: [
      { gitHosts: ['.', 'gitea', 'github', 'gitlab'] },
      'text',
      'pullRequests',
      'branches',
      'journey',
      'people',
      'editedFile',
      'following',
      'opening',
    ],
  },
  { preparation: ['charts', 'opening'] },
  'overview',
  { fleet: ['rows', 'live', 'git'] },
  'setup',
  { doctor: ['gitHosts'] },
  { router: ['answers', '.', 'openapi'] },
];

/** The frontend: what draws comes after what it draws with. */
const frontendFolders = [
  { translation: ['shape', 'en', { de: ['messages'] }] },
  'api',
  'time',
  'texts',
  'errors',
  'polling',
  'streaming',
  'proposals',
  'repositories',
  'hooks',
  'ui',
  {
    components: [
      'Yaml',
      'Analysis',
      {
        Rollouts: [
          'Images',
          'Pods',
          'Events',
          'Manifest',
          'Steps',
          'Waiting',
          'Revisions',
          'Troubles',
          'Details',
          'Commands',
          'Effects',
          'Actions',
        ],
      },
      'Card',
      'Summary',
      'Filter',
      'Preflight',
      'Proposals',
      { Preview: [{ Manifests: ['Patch'] }] },
      'Preparation',
      'Target',
      'Tab',
      'Warning',
      'Fleet',
    ],
  },
  'alpha',
];

/** The sandbox: what starts a part comes after what it starts it with. */
const sandboxFolders = [
  'processes',
  'tools',
  'status',
  'kubernetes',
  'apiServer',
  'gitea',
  'argocd',
  'parts',
  'measuring',
  'commands',
];

/** What backend and command share: the way of the data as far as it needs no cluster and no Git host, and preparing charts. */
const engineFolders = [
  'errors',
  'processes',
  'yaml',
  'clusters',
  { targets: ['applications', { access: ['patterns'] }] },
  { git: ['versions', 'trees'] },
  { charts: ['repositories', 'archives', 'helm', 'oci'] },
  {
    overlays: [
      'files',
      'sources',
      'helm',
      'kustomize',
      'directories',
      'charts',
    ],
  },
  'switches',
  {
    variants: ['manifests', 'secrets', 'rendering', 'comparing', 'switches'],
  },
  {
    preflight: [
      { gathering: ['objects'] },
      {
        checks: [
          '.',
          'rendered',
          'kustomize',
          'application',
          'references',
          'cluster',
          'surroundings',
        ],
      },
    ],
  },
  'markdown',
  {
    adoption: [
      'texts',
      'chart',
      'templates',
      'workloads',
      'references',
      'values',
      'schema',
      'helper',
      'plan',
      'proof',
    ],
  },
  { preparation: ['charts', 'values', 'proving'] },
];

/** The benchmarks: what a row is measured on comes before the rows. */
const benchFolders = [
  'report',
  'running',
  'backstage',
  {
    benchmarks: [
      'hostile',
      { render: ['repository', 'preview', 'stage', 'rows'] },
      { repository: ['stage', 'rows'] },
      { rollouts: ['cluster', 'backend', 'viewers', 'stage', 'rows'] },
      { switch: ['stage', 'rows'] },
    ],
  },
];

/**
 * Every folder and room with its path, in the order in which they may know each other.
 *
 * @param {Array<string | Record<string, unknown>>} folders
 * @param {string} parent
 * @returns {string[]}
 */
function inOrder(folders, parent = './src') {
  return folders.flatMap(folder => {
    if (folder === '.') {
      return [`${parent}/*.*`];
    }
    return typeof folder === 'string'
      ? [`${parent}/${folder}`]
      : Object.entries(folder).flatMap(([name, rooms]) =>
          inOrder(
            rooms.includes('.') ? rooms : [...rooms, '.'],
            `${parent}/${name}`,
          ),
        );
  });
}

/** Zones of `import/no-restricted-paths` that hold an order of folders, and so keep two from importing each other. */
function zones(folders) {
  const ordered = inOrder(folders);
  return ordered.slice(0, -1).map((target, index) => ({
    target,
    from: ordered
      .slice(index + 1)
      .map(later => (later.includes('*') ? later : `${later}/**/*`)),
    message: `${target} comes before this folder (eslint-boundaries.js): it cannot know it.`,
  }));
}

module.exports = {
  insides,
  wayOfTheData: zones(backendFolders),
  frontendOrder: zones(frontendFolders),
  sandboxOrder: zones(sandboxFolders),
  engineOrder: zones(engineFolders),
  benchOrder: zones(benchFolders),
};
