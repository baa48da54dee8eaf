import { HelmTemplateOptions, helmTemplate } from './helmTemplate';

/** What a chart renders to. @throws when it does not render, with what helm said */
export async function render(options: HelmTemplateOptions): Promise<string> {
  const { code, stdout, stderr } = await helmTemplate(options);
  if (code !== 0) {
    throw new Error(`helm template ended with ${code}:\n${stderr}`);
  }
  return stdout;
}
