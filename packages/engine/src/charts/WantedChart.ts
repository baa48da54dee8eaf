/** A chart that an overlay renders, and that is not in its repository where rendering looks for it. */
export type WantedChart =
  /** To be fetched, and laid out as a directory or an archive. */
  | {
      from: 'repository';
      /** As the overlay writes it. */
      repository: string;
      name: string;
      version: string;
      as: 'directory' | 'archive';
      /** Path from the repository's root. */
      place: string;
    }
  /** An archive that is there, to be packed again so that nothing is in it that was not checked. */
  | { from: 'archive'; place: string }
  /** Elsewhere in the repository, to be laid out as an archive. */
  | {
      from: 'sibling';
      directory: string;
      name: string;
      version: string;
      /** Path from the repository's root. */
      place: string;
    };
