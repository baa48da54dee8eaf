export { uiBenchmark } from './uiBenchmark';
