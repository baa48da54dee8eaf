/**
 * What keeps the packages apart, on top of Backstage's own rules; used by each package's .eslintrc.js.
 */
/** Import what a package exports, not its insides. */
const insides = ['@progressive-delivery/*/src/**', '@backstage/*/src/**'];

/** The way of the data through the backend: a folder imports only from those before it, never from one after it. */
const backendFolders = [
  'processes',
  'clusters',
  'targets',
  'repositories',
  'switches',
  'variants',
  'rollouts',
  'preflight',
  'proposals',
  'overview',
  'router',
];

const wayOfTheData = backendFolders.slice(0, -1).map((folder, index) => ({
  target: `./src/${folder}`,
  from: backendFolders.slice(index + 1).map(later => `./src/${later}`),
  message: `${folder}/ comes before this folder on the way of the data (eslint-boundaries.js): it cannot know it.`,
}));

module.exports = { insides, wayOfTheData };
