export { rolloutsBenchmark } from './rolloutsBenchmark';
