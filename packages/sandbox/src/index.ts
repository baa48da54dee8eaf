export {
  Sandbox,
  type DeployOptions,
  type Deployment,
  type PromoteOptions,
  type SandboxStartOptions,
} from './Sandbox';
export {
  RolloutsCluster,
  type RolloutsClusterOptions,
} from './RolloutsCluster';
export type { GiteaConnection, GiteaPullRequest } from './gitea/GiteaClient';
export { GiteaServer, type GiteaServerOptions } from './gitea/GiteaServer';
export {
  partStatusSchema,
  sandboxStatusSchema,
  type PartName,
  type PartStatus,
  type SandboxStatus,
} from './status/sandboxStatus';
export { createProgressPrinter } from './commands/createProgressPrinter';
export {
  BackgroundProcess,
  type BackgroundProcessOptions,
} from './processes/BackgroundProcess';
export {
  eventually,
  TimedOutError,
  type EventuallyOptions,
} from './processes/eventually';
export { freePorts } from './processes/freePorts';
export { CommandError } from './processes/CommandError';
export { runCommand } from './processes/runCommand';
export {
  runToEnd,
  type CommandEnd,
  type RunToEndOptions,
} from './processes/runToEnd';
export { appConfigFile, writeMinimalAppConfig } from './appConfig';
export { readFolder } from './readFolder';
export { goEnvironment } from './tools/buildArguments';
export { Toolbox, type PlacedTool } from './tools/Toolbox';
export { ToolBuilder, type ToolBuilderOptions } from './tools/ToolBuilder';
export { ApiServer, type ApiServerOptions } from './apiServer/ApiServer';
export {
  EndpointRecorder,
  type EndpointRecorderOptions,
} from './measuring/EndpointRecorder';
export { MetricsApi, type MetricsApiOptions } from './measuring/MetricsApi';
