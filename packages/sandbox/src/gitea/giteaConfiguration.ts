import { join } from 'node:path';
import type { SandboxSettings } from '../sandboxSettings';

/** Gitea's `app.ini`: one user, SQLite, the loopback address only, nothing that calls out. */
export function giteaConfiguration(options: {
  directory: string;
  user: string;
  settings: SandboxSettings;
  /** The folder with templates and locales. */
  staticRoot: string;
}): string {
  const { directory, user, settings, staticRoot } = options;
  const { giteaPort } = settings;
  return `APP_NAME = Sandbox
RUN_USER = ${user}
RUN_MODE = prod
WORK_PATH = ${directory}

[server]
PROTOCOL = http
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${giteaPort}
DOMAIN = 127.0.0.1
ROOT_URL = http://127.0.0.1:${giteaPort}/
STATIC_ROOT_PATH = ${staticRoot}
APP_DATA_PATH = ${join(directory, 'data')}
DISABLE_SSH = true
OFFLINE_MODE = true
LFS_START_SERVER = false

[database]
DB_TYPE = sqlite3
PATH = ${join(directory, 'data', 'gitea.db')}

[repository]
ROOT = ${join(directory, 'repositories')}
DEFAULT_BRANCH = main

[security]
INSTALL_LOCK = true
SECRET_KEY = ${settings.giteaSecretKey}
INTERNAL_TOKEN = ${settings.giteaInternalToken}

[service]
DISABLE_REGISTRATION = true

[webhook]
ALLOWED_HOST_LIST = loopback

[oauth2]
ENABLED = false

[actions]
ENABLED = false

[packages]
ENABLED = true

[cron.update_checker]
ENABLED = false

[log]
MODE = console
LEVEL = Warn
`;
}
