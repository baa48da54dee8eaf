export { sandboxModule } from './sandboxModule';
