export { sandboxStatusPlugin as default } from './plugin';
