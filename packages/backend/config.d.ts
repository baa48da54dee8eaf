export interface Config {
  /**
   * The Git host of src/gitHostExample.
   */
  forge?: {
    /**
     * As in the URLs of its repositories, such as `forge.example.com`.
     * @visibility backend
     */
    host: string;
    /**
     * @visibility backend
     */
    apiBaseUrl: string;
    /**
     * @visibility secret
     */
    token: string;
  };
  sandbox?: {
    /**
     * Where the sandbox of `npm start` keeps its state, an absolute path. The sandbox writes it itself.
     * @visibility backend
     */
    directory?: string;
  };
  permission?: {
    /**
     * Who of an entity's owners may open pull requests in spite of what preflight has found: entity references of users
     * and groups. Default: all owners.
     * @visibility backend
     */
    preflightOverriders?: string[];
  };
}
