export interface Config {
  sandbox?: {
    /**
     * Where the sandbox of `npm start` keeps its state, an absolute path. The sandbox writes it itself.
     * @visibility backend
     */
    directory?: string;
  };
}
