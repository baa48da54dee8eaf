export * from './findCommand';
export * from './runProcess';
export * from './toolEnvironment';
